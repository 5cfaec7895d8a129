import express, { type Request, type Response, type Router } from 'express'
import { type FormTree, parseForm } from '#app/integrations/stripe/sandbox/api/parse-form.server.ts'
import { isPaymentMethod } from '#app/integrations/stripe/sandbox/objects/name-payment-method.server.ts'
import { beginWork, type Host, NOBODY } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { type Bank, paySession } from '#app/integrations/stripe/sandbox/payments/pay-session.server.ts'
import { runTimers } from '#app/integrations/stripe/sandbox/payments/run-timers.server.ts'
import { findObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { findSessionLines } from '#app/integrations/stripe/sandbox/store/keep-session-details.server.ts'
import { idOf } from '#app/integrations/stripe/sandbox/store/read-reference.server.ts'
import { chooseLanguage } from './choose-language.server.ts'
import { sendPage } from './lay-out-page.server.ts'
import { returnAddress, showCheckoutPage, showClosedPage, showMissingPage } from './show-checkout-page.server.ts'
import type { Markup } from './write-html.server.ts'

const BANK: Partial<Record<string, Bank>> = { succeed: 'accepts', decline: 'declines', dispute: 'disputes' }

type Visit = { id: string; base: string; acceptLanguage: string | undefined }
type Reply = { to: string } | { status: number; page: Markup; origins: string[] }

/** The hosted page: a GET shows it, a POST is the customer's choice. */
export function serveCheckout(host: Host): Router {
  const router = express.Router()
  router.get('/sandbox/checkout/:id', (req, res) => reply(res, show(host, readVisit(req))))
  router.post('/sandbox/checkout/:id', (req, res) => {
    const form = parseForm(typeof req.body === 'string' ? req.body : '')
    reply(res, choose(host, readVisit(req), form))
  })
  return router
}

const readVisit = (req: Request<{ id: string }>): Visit => ({
  id: req.params.id,
  base: req.baseUrl,
  acceptLanguage: req.get('accept-language'),
})

function reply(res: Response, answer: Reply): void {
  if ('to' in answer) res.redirect(303, answer.to)
  else sendPage(res, answer.status, answer.page, answer.origins)
}

/** The page as it stands; `refusal` is the status to send it with when it comes instead of what was asked for. */
function show(host: Host, { id, base, acceptLanguage }: Visit, refusal?: number): Reply {
  runTimers(host)
  const { store } = host
  const session = findObject(store, 'checkout.session', id)
  const language = chooseLanguage(session?.locale, acceptLanguage)
  if (!session) return { status: 404, page: showMissingPage(language, base), origins: [] }
  const origins = [session.success_url, session.cancel_url].filter((url) => url !== null).map((url) => new URL(url).origin)
  if (session.status !== 'open') {
    const status = session.status === 'expired' ? 410 : (refusal ?? 200)
    return { status, page: showClosedPage({ session, language, base }), origins }
  }
  const intentId = idOf(session.payment_intent)
  const intent = intentId === null ? undefined : findObject(store, 'payment_intent', intentId)
  const lines = findSessionLines(store, session.id) ?? []
  const declined = intent !== undefined && intent.last_payment_error !== null
  return { status: refusal ?? 200, page: showCheckoutPage({ session, lines, declined, language, base }), origins }
}

function choose(host: Host, visit: Visit, form: FormTree): Reply {
  const outcome = form.get('outcome')
  const method = form.get('method')
  if (outcome === 'cancel') return cancel(host, visit)
  if (typeof method !== 'string' || !isPaymentMethod(method)) return show(host, visit, 400)
  const bank = typeof outcome === 'string' ? BANK[outcome] : undefined
  if (!bank) return show(host, visit, 400)

  runTimers(host)
  const payment = host.store.transact(() => paySession(beginWork(host, NOBODY), visit.id, method, bank))
  host.afterCommit()
  switch (payment.code) {
    case 'paid':
      return { to: returnAddress(payment.session) }
    case 'declined':
      return { to: `${visit.base}/sandbox/checkout/${visit.id}` }
    case 'method_not_offered':
      return show(host, visit, 400)
    case 'not_open':
    case 'not_found':
      return show(host, visit, 409)
  }
}

/** Back to the shop; the session stays open, as it does when the customer simply goes back. */
function cancel(host: Host, visit: Visit): Reply {
  const session = findObject(host.store, 'checkout.session', visit.id)
  return session?.status === 'open' && session.cancel_url !== null ? { to: session.cancel_url } : show(host, visit, 409)
}
