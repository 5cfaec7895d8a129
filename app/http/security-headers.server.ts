import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { publicUrl } from './runtime.server.ts'

/** Stripe's own checkout page, when a real key is configured: the one place outside a form may lead to. */
const stripeCheckout = 'https://checkout.stripe.com'

/** Every response says what may run on it: our own files, and inline scripts that carry this response's nonce. */
export function securityHeaders(): RequestHandler[] {
  const overHttps = publicUrl().startsWith('https:')
  return [
    (_request, response, next) => {
      response.locals.cspNonce = randomBytes(16).toString('base64')
      next()
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          baseUri: ["'none'"],
          objectSrc: ["'none'"],
          frameAncestors: ["'none'"],
          scriptSrc: [
            "'self'",
            (_request, response) => `'nonce-${(response as unknown as { locals: { cspNonce: string } }).locals.cspNonce}'`,
          ],
          styleSrc: ["'self'"],
          styleSrcAttr: ["'unsafe-inline'"], // farm colours and widths of drawn bars
          imgSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          workerSrc: ["'self'"], // the driver's, under /courier
          // a form on a farm's own host may lead to the main one
          formAction: ["'self'", new URL(publicUrl()).origin, ...(process.env.STRIPE_SECRET_KEY ? [stripeCheckout] : [])],
          ...(overHttps ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: overHttps ? { maxAge: 31_536_000 } : false,
      crossOriginEmbedderPolicy: false,
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    }),
  ]
}
