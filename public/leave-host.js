// On a farm's own host: links and forms that lead to the main host are whole pages, not steps of this one.
const parts = new Set(document.currentScript.dataset.parts.split(' '))
const leaves = (address) => {
  const { pathname, origin } = new URL(address, location.href)
  return origin === location.origin && parts.has(pathname.split('/')[1])
}
const letTheBrowser = (event, address) => {
  if (address && leaves(address)) event.stopPropagation()
}
addEventListener('click', (event) => letTheBrowser(event, event.target.closest?.('a[href]')?.href), true)
addEventListener('submit', (event) => letTheBrowser(event, event.submitter?.getAttribute('formaction') ?? event.target.action), true)
