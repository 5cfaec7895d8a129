import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { triesAllowed } from './auth.server.ts'
import { rateCounterStore } from './rate-counter-store.server.ts'
import { db, now } from './runtime.server.ts'

const doors = /^\/(sign-in|register|api\/auth)(\/|\.data$|$)/

/**
 * Ten tries a minute from one address to come in or to make an account, shared between processes; tries for one person
 * are counted besides, inside the door (`openAuth`). Pages answer in their own words: they read `tooManyTries`.
 */
export function signInLimit(): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: triesAllowed,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    store: rateCounterStore({ transact: (work) => db().transact(work) }, 'sign-in', now),
    skip: (request) => request.method === 'GET' || request.method === 'HEAD' || !doors.test(plainPath(request.path)),
    handler: (request, response, next) => {
      if (plainPath(request.path).startsWith('/api/')) {
        response.status(429).json({ code: 'TOO_MANY_TRIES' })
        return
      }
      response.locals.tooManyTries = true
      next()
    },
  })
}

/** As the router reads it: decoded, without doubled slashes, in small letters. */
function plainPath(path: string): string {
  try {
    return decodeURIComponent(path)
      .replace(/\/{2,}/g, '/')
      .toLowerCase()
  } catch {
    return path.toLowerCase()
  }
}
