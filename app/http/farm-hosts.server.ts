import { bareHost, isUnderDomain } from '#app/domain/brands/host-name.ts'
import { findHosts } from '#db/queries/brands/members.server.ts'
import { db, publicUrl } from './runtime.server.ts'
import { shortMemory } from './short-memory.server.ts'

export type HostFarm = { id: string; slug: string; hostName: string }

/** Host names change a few times a year: ten seconds old is new enough. */
const hosts = shortMemory<Map<string, HostFarm>>({ lifeMs: 10_000, entries: 1 })

const recallHosts = () =>
  hosts('', async () => {
    const rows = await findHosts(db().reader)
    return new Map(rows.flatMap(({ id, slug, hostName }) => (hostName === null ? [] : [[hostName, { id, slug, hostName }]])))
  })

/** The farm whose own host this is; null on the main host, and on any other that merely leads here. */
export async function farmOfHost(host: string | null | undefined): Promise<HostFarm | null> {
  const asked = bareHost(host ?? '')
  if (asked === '' || asked === bareHost(new URL(publicUrl()).host)) return null
  return (await recallHosts()).get(asked) ?? null
}

/** The farm on whose own host this was asked. */
export const hostFarm = (request: Request): Promise<HostFarm | null> => farmOfHost(new URL(request.url).host)

/** A farm's own site: by the main one's scheme and port, so that a trial on one machine works as the real thing. */
export function originOfHost(hostName: string): string {
  const { protocol, port } = new URL(publicUrl())
  return `${protocol}//${hostName}${port === '' ? '' : `:${port}`}`
}

/** The parent domain whose hosts share cookies, by configuration; null where each host keeps its own. */
export function sharedCookieDomain(): string | null {
  const domain = process.env.COOKIE_DOMAIN?.trim().replace(/^\./, '') ?? ''
  return domain === '' ? null : domain
}

/** Whether that host and the main one have one basket and one session without being told. */
export function sharesCookies(host: string): boolean {
  const domain = sharedCookieDomain()
  return domain !== null && isUnderDomain(host, domain) && isUnderDomain(new URL(publicUrl()).host, domain)
}

/** Whether that is a farm's own site, of those that have one session with the main one. */
export async function isSharingOrigin(origin: string): Promise<boolean> {
  if (!URL.canParse(origin)) return false
  const { host } = new URL(origin)
  const farm = sharesCookies(host) ? await farmOfHost(host) : null
  return farm !== null && originOfHost(farm.hostName) === origin
}
