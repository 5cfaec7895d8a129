/** Of the main host alone: money, accounts, back offices, and the farms side by side. */
const onMainHost = new Set([
  'checkout',
  'orders',
  'account',
  'sign-in',
  'sign-out',
  'register',
  'reset-password',
  'forgot-password',
  'farm',
  'farms',
  'leader',
  'alliance',
  'courier',
  'adoptions',
])

/** Where a path asked for on a farm's own host is answered: there, there under its shorter address, or on the main host. */
export type HostPath = { on: 'host' } | { on: 'host'; instead: string } | { on: 'main' }

/** On its own host a farm's shop is the front page and its list is the list; everything about one basket and one account is the alliance's. */
export function pathOnHost(path: string, slug: string): HostPath {
  const parts = path.split('/').filter((part) => part !== '')
  const [first = '', second, third] = parts.map((part) => part.replace(/\.data$/, ''))
  if (first === 'f') {
    if (second !== slug) return { on: 'main' }
    if (third === undefined) return { on: 'host', instead: '/' }
    return third === 'products' ? { on: 'host', instead: '/products' } : { on: 'host' }
  }
  return onMainHost.has(first.toLowerCase()) ? { on: 'main' } : { on: 'host' }
}

/** Where the main host shows the page that a farm's own host shows under this path. */
export function pathOnMain(path: string, slug: string): string {
  if (path === '/') return `/f/${slug}`
  return path === '/products' ? `/f/${slug}/products` : path
}

/** First parts of paths that leave the host, for the browser to load them as whole pages. */
export const leavingParts = [...onMainHost, 'f']
