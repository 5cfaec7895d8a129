import type { RequestHandler } from 'express'
import { cookiePrefix } from '#app/integrations/identity/auth.server.ts'
import { auth } from './auth.server.ts'
import { carriesSession } from './viewer.server.ts'

const knownForFiveMinutes = `${cookiePrefix}.session_data=`

/**
 * A session is looked up in the database once in five minutes; in between a signed cookie vouches for it. Renews that
 * cookie here, for this request's loaders and for the browser, since loaders only read. A session that is over loses its cookies.
 */
export const keepSession: RequestHandler = async (request, response, next) => {
  const { cookie } = request.headers
  if (!carriesSession(cookie) || cookie?.includes(knownForFiveMinutes)) return next()
  try {
    const { headers } = await auth().api.getSession({ headers: new Headers({ cookie: cookie ?? '' }), returnHeaders: true })
    const renewed = headers.getSetCookie()
    for (const one of renewed) response.append('Set-Cookie', one)
    request.headers.cookie = [cookie, ...renewed.map((one) => one.split(';', 1)[0])].join('; ')
    next()
  } catch (error) {
    next(error)
  }
}
