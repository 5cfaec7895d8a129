// Shows what the shop tells this browser, and opens the page it is about. It keeps no page and answers no request.
self.addEventListener('push', (event) => {
  const told = readTold(event.data)
  if (!told) return
  event.waitUntil(
    self.registration.showNotification(told.title, {
      body: told.body,
      icon: '/marks/icon-192.png',
      tag: told.path,
      data: { path: told.path },
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const path = event.notification.data?.path ?? '/account'
  event.waitUntil(self.clients.openWindow(new URL(path, self.location.origin).href))
})

/** Null where it is not ours: a title, a sentence and a path of this site. */
function readTold(data) {
  try {
    const { title, body, path } = data.json()
    const isOurs = typeof title === 'string' && typeof body === 'string' && /^\/[^/\\]/.test(path)
    return isOurs ? { title, body, path } : null
  } catch {
    return null
  }
}
