import type { RequestHandler } from 'express'
import { clientAddressHeader } from '#app/integrations/identity/auth.server.ts'

/** Who is at the other end, as far as the trusted proxies say, over whatever the client claims. */
export const clientAddress: RequestHandler = (request, _response, next) => {
  request.headers[clientAddressHeader] = request.ip ?? ''
  next()
}
