import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']
type Route = NonNullable<Routes[string]>

/**
 * Remix flattens, ranks and compiles every route it is given three times a request. No address but one with the same first
 * part can match a route, so each first part gets a build of its own routes: a tenth of the work, the same answers.
 * @returns the build that knows every route the path of this request could match
 */
export function narrowBuilds(build: ServerBuild): (path: string) => ServerBuild {
  const found = Object.values(build.routes).filter((route) => route !== undefined)
  const firstParts = new Map(found.map((route) => [route.id, firstPartOf(route, build.routes)]))
  const named = new Set([...firstParts.values()].filter((part) => part !== null))
  const narrowed = new Map<string, ServerBuild>()
  const only = (part: string | null) => {
    const leaves = found.filter((route) => firstParts.get(route.id) === null || firstParts.get(route.id) === part)
    const kept = new Set(leaves.flatMap((route) => ancestry(route, build.routes)).map(({ id }) => id))
    const pick = <Entry>(entries: Record<string, Entry>) => Object.fromEntries(Object.entries(entries).filter(([id]) => kept.has(id)))
    return { ...build, routes: pick(build.routes), assets: { ...build.assets, routes: pick(build.assets.routes) } }
  }
  for (const part of named) narrowed.set(part, only(part))
  const unnamed = only(null)
  return (path) => (path === '/__manifest' ? build : (narrowed.get(readFirstPart(path)) ?? unnamed))
}

/**
 * The first part of a route's address in lower case; null when anything may stand there, and for layouts and the front page,
 * which the browser must know of to find the way to them.
 */
function firstPartOf(route: Route, routes: Routes): string | null {
  const address = ancestry(route, routes)
    .reverse()
    .map(({ path }) => path ?? '')
    .join('/')
  const part = address.split('/').find((each) => each !== '') ?? null
  return part === null || /^[:*]|\?$/.test(part) ? null : part.toLowerCase()
}

/** The route and everything above it, innermost first. */
function ancestry(route: Route, routes: Routes): Route[] {
  const parent = route.parentId === undefined ? undefined : routes[route.parentId]
  return [route, ...(parent ? ancestry(parent, routes) : [])]
}

/** As the router reads it: decoded, in any case, without the ending of a data request. */
function readFirstPart(path: string): string {
  const part = path.split('/').find((each) => each !== '') ?? ''
  const bare = part === '_root.data' ? '' : part.replace(/\.data$/, '')
  try {
    return decodeURIComponent(bare).toLowerCase()
  } catch {
    return bare.toLowerCase()
  }
}
