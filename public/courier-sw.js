/**
 * Keeps what a driver needs for a run without a network: the pages under /courier as they were last seen, and the files they are
 * made of. Pages come from the network when there is one, files from the cache when they are there. What is noted on the road
 * is not this worker's: it lies in IndexedDB and is sent by the page. Everything here is deleted on signing out (Clear-Site-Data).
 */
const cacheName = 'courier-1'
const patienceMs = 6000
const filePath = /^\/(assets|marks)\//
const fileIn = /\/(?:assets|marks)\/[\w.-]+/g

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && isCourier(url.pathname)) event.respondWith(answerPage(request, url.pathname, event))
  else if (filePath.test(url.pathname)) event.respondWith(answerFile(request))
})

/** A page says which pages it wants kept for later, and which may be forgotten because their run has ended. */
self.addEventListener('message', (event) => {
  const { keep = [], forget = [] } = event.data ?? {}
  event.waitUntil(Promise.all([...keep.filter(isCourier).map(keepPage), ...forget.filter(isCourier).map(forgetPage)]))
})

const isCourier = (path) => path === '/courier' || path.startsWith('/courier/')

async function answerPage(request, path, event) {
  const cache = await caches.open(cacheName)
  try {
    const answer = await withPatience(fetch(request))
    event.waitUntil(keepAnswer(cache, path, answer.clone()))
    return answer
  } catch {
    return (await cache.match(path)) ?? notKept()
  }
}

async function answerFile(request) {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(request.url)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request.url, answer.clone())
  return answer
}

async function keepPage(path) {
  const cache = await caches.open(cacheName)
  await fetch(path, { headers: { Accept: 'text/html' }, credentials: 'same-origin' })
    .then((answer) => keepAnswer(cache, path, answer))
    .catch(() => undefined)
}

/** A page that is refused or has moved (signed out, the run is another driver's) is not theirs any more. */
async function keepAnswer(cache, path, answer) {
  if (answer.type === 'opaqueredirect') return
  const isPage = answer.ok && !answer.redirected && (answer.headers.get('Content-Type') ?? '').startsWith('text/html')
  if (!isPage) {
    if (answer.redirected || answer.status === 403 || answer.status === 404) await cache.delete(path)
    return
  }
  const text = await answer.clone().text()
  await cache.put(path, answer)
  const files = [...new Set(text.match(fileIn) ?? [])]
  await Promise.all(files.map(async (file) => (await cache.match(file)) ?? cache.add(file).catch(() => undefined)))
}

const forgetPage = async (path) => (await caches.open(cacheName)).delete(path)

const withPatience = (work) =>
  Promise.race([work, new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), patienceMs))])

const notKept = () =>
  new Response(
    '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>没有网络 · No network</title>' +
      '<p>没有网络，这一页还没有在这台手机上打开过。<a href="/courier">回到车次</a></p>' +
      '<p>No network, and this page has not been opened on this phone before. <a href="/courier">Back to the runs</a></p>',
    { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } },
  )
