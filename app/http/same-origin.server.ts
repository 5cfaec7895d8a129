import type { RequestHandler } from 'express'
import { publicUrl } from './runtime.server.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A change must come from our own pages: browsers say so by Origin (or Sec-Fetch-Site). */
export const sameOriginOnly: RequestHandler = (request, response, next) => {
  if (safe.has(request.method)) return next()
  const origin = request.headers.origin
  const ours = origin
    ? [`${request.protocol}://${request.headers.host}`, publicUrl()].includes(origin)
    : request.headers['sec-fetch-site'] === 'same-origin'
  if (ours) return next()
  response.status(403).type('text').send('Cross-origin request refused')
}
