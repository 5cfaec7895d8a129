import type { Request, RequestHandler } from 'express'
import { pathOnHost, pathOnMain } from '#app/domain/brands/host-paths.ts'
import { basketIdIn } from './basket.server.ts'
import { farmOfHost, type HostFarm, sharesCookies } from './farm-hosts.server.ts'
import { signHandOver } from './hand-over.server.ts'
import { now, publicUrl } from './runtime.server.ts'
import { secretOfSessions } from './session-secret-of-process.server.ts'

/**
 * On a farm's own host: its shop under the short addresses, and whatever belongs to the account or to money on the main host. A
 * browser that goes over takes its basket along: by the shared cookie, else by a token in the address. A change that belongs to the
 * main host is made there with what was typed where both share cookies; elsewhere the main host would not know who makes it, and the
 * page it was made on is shown there, to make it from.
 */
export const onFarmHost: RequestHandler = async (request, response, next) => {
  try {
    const farm = await farmOfHost(request.headers.host)
    const where = farm && pathOnHost(request.path, farm.slug)
    if (!farm || !where || (where.on === 'host' && !('instead' in where))) return next()
    const isData = request.path.endsWith('.data')
    if (isData) return void response.status(404).type('text').send('Another host answers this')
    response.setHeader('Cache-Control', 'no-store')
    if (where.on === 'host') return response.redirect(308, `${where.instead}${queryOf(request)}`)
    const isChange = request.method !== 'GET' && request.method !== 'HEAD'
    if (isChange && isKnownOnMain(request)) return response.redirect(307, `${publicUrl()}${request.originalUrl}`)
    return response.redirect(303, addressOnMain(request, farm, isChange ? pageOfChange(request, farm) : request.originalUrl))
  } catch (error) {
    next(error)
  }
}

const queryOf = ({ originalUrl }: Request) => (originalUrl.includes('?') ? originalUrl.slice(originalUrl.indexOf('?')) : '')

/** Sent on by a 307 a change keeps its body. Only from a page of this host: what comes from elsewhere is not carried to the main one. */
const isKnownOnMain = ({ headers, protocol }: Request) =>
  sharesCookies(headers.host ?? '') && headers.origin === `${protocol}://${headers.host}`

/** The main host's address of the page a change was made on. */
function pageOfChange({ headers, protocol, originalUrl }: Request, { slug }: HostFarm): string {
  const { referer } = headers
  if (!referer || !URL.canParse(referer)) return originalUrl
  const { origin, pathname, search } = new URL(referer)
  return origin === `${protocol}://${headers.host}` ? `${pathOnMain(pathname, slug)}${search}` : originalUrl
}

function addressOnMain(request: Request, farm: HostFarm, to: string): string {
  const basketId = basketIdIn(request.headers.cookie ?? null)
  if (sharesCookies(request.headers.host ?? '')) return `${publicUrl()}${to}`
  const handed = { basketId: basketId ?? 'none', storefrontId: farm.id }
  const token = signHandOver(handed, { secret: secretOfSessions(), now: now() })
  return `${publicUrl()}/hand-over?${new URLSearchParams({ token, to })}`
}
