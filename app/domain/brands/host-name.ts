const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const hostShape = new RegExp(`^(?:${label}\\.)+${label}$`)

/** A host name as it is kept: lower case, at least two parts, no port, no numbers for an address. Null when it is none. */
export function readHostName(typed: string): string | null {
  const host = typed.trim().toLowerCase().replace(/\.$/, '')
  const isAddress = /^[\d.]+$/.test(host)
  return host.length <= 253 && !isAddress && hostShape.test(host) ? host : null
}

/** The host of a `Host` header or of a URL, without its port. */
export const bareHost = (host: string): string => host.trim().toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')

/** Whether cookies kept for `domain` (a shared parent, with or without its leading dot) reach that host. */
export function isUnderDomain(host: string, domain: string): boolean {
  const parent = domain.replace(/^\./, '').toLowerCase()
  const bare = bareHost(host)
  return parent !== '' && (bare === parent || bare.endsWith(`.${parent}`))
}
