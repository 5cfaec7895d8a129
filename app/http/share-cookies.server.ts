import type { RequestHandler } from 'express'
import { sharedCookieDomain, sharesCookies } from './farm-hosts.server.ts'

/** A cookie for every host under the shared domain; one that names a domain already keeps it. */
export const forDomain = (cookie: string, domain: string): string => (/;\s*domain=/i.test(cookie) ? cookie : `${cookie}; Domain=${domain}`)

/**
 * With COOKIE_DOMAIN set, whatever a response keeps in the browser is kept for all hosts under it: one basket, one language, one
 * session. A host elsewhere keeps its own cookies (the browser would refuse others).
 */
export const shareCookies: RequestHandler = (request, response, next) => {
  const domain = sharedCookieDomain()
  if (domain === null || !sharesCookies(request.headers.host ?? '')) return next()
  const writeHead = response.writeHead.bind(response) as (...values: unknown[]) => typeof response
  response.writeHead = ((...values: unknown[]) => {
    const kept = response.getHeader('Set-Cookie')
    if (kept !== undefined) {
      const cookies = (Array.isArray(kept) ? kept : [String(kept)]).map((cookie) => forDomain(cookie, domain))
      response.setHeader('Set-Cookie', cookies)
    }
    return writeHead(...values)
  }) as typeof response.writeHead
  next()
}
