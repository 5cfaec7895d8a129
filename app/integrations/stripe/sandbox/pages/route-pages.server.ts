import express, { type Router } from 'express'
import type { Host } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { STYLE_PATH } from './lay-out-page.server.ts'
import { serveCheckout } from './serve-checkout.server.ts'
import { serveControl } from './serve-control.server.ts'
import { serveOnboarding } from './serve-onboarding.server.ts'
import { PAGE_STYLE } from './style-pages.server.ts'

/** The hosted pages, the control page and their stylesheet. */
export function routePages(host: Host): Router {
  const router = express.Router()
  router.get(STYLE_PATH, (_req, res) => {
    res.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    res.type('css').send(PAGE_STYLE)
  })
  router.use('/sandbox', express.text({ type: 'application/x-www-form-urlencoded', limit: '100kb' }))
  router.use(serveCheckout(host))
  router.use(serveOnboarding(host))
  router.use(serveControl(host))
  return router
}
