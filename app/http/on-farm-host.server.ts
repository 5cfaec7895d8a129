import type { Request, RequestHandler } from 'express'
import { pathOnHost } from '#app/domain/brands/host-paths.ts'
import { basketIdIn } from './basket.server.ts'
import { farmOfHost, type HostFarm, sharesCookies } from './farm-hosts.server.ts'
import { signHandOver } from './hand-over.server.ts'
import { now, publicUrl } from './runtime.server.ts'
import { secretOfSessions } from './session-secret-of-process.server.ts'

/**
 * On a farm's own host: its shop under the short addresses, and whatever belongs to the account or to money on the main host. A
 * browser that goes over takes its basket along: by the shared cookie, else by a token in the address.
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
    return response.redirect(303, addressOnMain(request, farm))
  } catch (error) {
    next(error)
  }
}

const queryOf = ({ originalUrl }: Request) => (originalUrl.includes('?') ? originalUrl.slice(originalUrl.indexOf('?')) : '')

function addressOnMain(request: Request, farm: HostFarm): string {
  const to = request.originalUrl
  const basketId = basketIdIn(request.headers.cookie ?? null)
  if (sharesCookies(request.headers.host ?? '')) return `${publicUrl()}${to}`
  const handed = { basketId: basketId ?? 'none', storefrontId: farm.id }
  const token = signHandOver(handed, { secret: secretOfSessions(), now: now() })
  return `${publicUrl()}/hand-over?${new URLSearchParams({ token, to })}`
}
