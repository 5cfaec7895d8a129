import type { Request, RequestHandler } from 'express'
import { isSharingOrigin } from './farm-hosts.server.ts'
import { publicUrl } from './runtime.server.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A change must come from our own pages: browsers say so by Origin (or Sec-Fetch-Site). A farm's own host is ours where it shares its
 * cookies with the main one: it could act as its visitors anyway.
 */
export const sameOriginOnly: RequestHandler = async (request, response, next) => {
  try {
    if (safe.has(request.method) || (await isOurs(request))) return next()
    response.status(403).type('text').send('Cross-origin request refused')
  } catch (error) {
    next(error)
  }
}

async function isOurs({ protocol, headers }: Request): Promise<boolean> {
  const { origin, host } = headers
  if (!origin) return headers['sec-fetch-site'] === 'same-origin'
  return [`${protocol}://${host}`, publicUrl()].includes(origin) || (await isSharingOrigin(origin))
}
