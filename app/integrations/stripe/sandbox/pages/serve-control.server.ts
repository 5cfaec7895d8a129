import express, { type Request, type Response, type Router } from 'express'
import type Stripe from 'stripe'
import { type FormTree, parseForm } from '#app/integrations/stripe/sandbox/api/parse-form.server.ts'
import { beginWork, type Host, NOBODY } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { canBeDisputed, decideDispute, isUndecided, openDispute } from '#app/integrations/stripe/sandbox/payments/dispute-charge.server.ts'
import { runTimers } from '#app/integrations/stripe/sandbox/payments/run-timers.server.ts'
import { advanceClock, type Faults, NO_FAULTS, setFaults } from '#app/integrations/stripe/sandbox/store/keep-faults.server.ts'
import { findObject, listObjects, sumBalance } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import type { Store } from '#app/integrations/stripe/sandbox/store/open-store.server.ts'
import { findDeliveries, queueDelivery } from '#app/integrations/stripe/sandbox/store/queue-deliveries.server.ts'
import { idOf } from '#app/integrations/stripe/sandbox/store/read-reference.server.ts'
import type { Language } from './choose-language.server.ts'
import { sendPage } from './lay-out-page.server.ts'
import { showControlPage } from './show-control-page.server.ts'

const MINUTE_MS = 60_000
const YEAR_MIN = 525_600

/** The control page and its buttons. Everything is a plain form; each change leads back to the page. */
export function serveControl(host: Host): Router {
  const { store } = host
  const router = express.Router()
  router.get('/sandbox', (req, res) => show(host, req, res))
  router.post('/sandbox/faults', (req, res) => {
    const form = readForm(req)
    const { clockAheadMs: _, ...normal } = NO_FAULTS
    setFaults(store, form.get('action') === 'clear' ? normal : readFaultForm(form))
    goBack(req, res)
  })
  router.post('/sandbox/clock', (req, res) => {
    const minutes = readWhole(readForm(req), 'minutes', YEAR_MIN)
    if (minutes > 0) advanceClock(store, minutes * MINUTE_MS)
    host.afterCommit()
    goBack(req, res)
  })
  router.post('/sandbox/events/:id/resend', (req, res) => {
    const event = findObject(store, 'event', req.params.id)
    if (event && host.settings.sendsWebhooks) queueDelivery(store, event.id, 'pending', beginWork(host, NOBODY).atMs)
    host.afterCommit()
    goBack(req, res)
  })
  router.post('/sandbox/payments/:id/dispute', (req, res) => {
    store.transact(() => {
      const [charge] = listObjects(store, 'charge', [{ by: 'payment_intent', value: req.params.id }], { limit: 1 }).data
      if (charge && canBeDisputed(charge)) openDispute(beginWork(host, NOBODY), charge)
    })
    host.afterCommit()
    goBack(req, res)
  })
  router.post('/sandbox/disputes/:id', (req, res) => {
    const outcome = readForm(req).get('outcome')
    store.transact(() => {
      const dispute = findObject(store, 'dispute', req.params.id)
      const decided = outcome === 'won' || outcome === 'lost'
      if (dispute && decided && isUndecided(dispute)) decideDispute(beginWork(host, NOBODY), dispute, outcome)
    })
    host.afterCommit()
    goBack(req, res)
  })
  return router
}

const readLanguage = (req: Request): Language => (req.query.lang === 'en' ? 'en' : 'zh')
const goBack = (req: Request, res: Response) => res.redirect(303, `${req.baseUrl}/sandbox?lang=${readLanguage(req)}&saved=1`)
const readForm = (req: Request): FormTree => parseForm(typeof req.body === 'string' ? req.body : '')

function show(host: Host, req: Request, res: Response): void {
  runTimers(host)
  const { store } = host
  const { faults, atMs, atS } = beginWork(host, NOBODY)
  const sessions = listObjects(store, 'checkout.session', [], { limit: 20 }).data.map((session) => ({
    session,
    disputable: isDisputable(store, session),
  }))
  const events = listObjects(store, 'event', [], { limit: 40 }).data.map((event) => ({
    event,
    deliveries: findDeliveries(store, event.id),
  }))
  const disputes = listObjects(store, 'dispute', [], { limit: 20 }).data
  const outgoing = [...listObjects(store, 'transfer', [], { limit: 20 }).data, ...listObjects(store, 'payout', [], { limit: 20 }).data]
  const shown = { faults, atMs, balance: sumBalance(store, atS), sessions, disputes, outgoing, events }
  const saved = req.query.saved === '1'
  sendPage(res, 200, showControlPage({ ...shown, saved, language: readLanguage(req), base: req.baseUrl }))
}

function isDisputable(store: Store, { payment_intent }: Stripe.Checkout.Session): boolean {
  const intentId = idOf(payment_intent)
  if (intentId === null) return false
  return listObjects(store, 'charge', [{ by: 'payment_intent', value: intentId }], { limit: 1 }).data.some(canBeDisputed)
}

function readFaultForm(form: FormTree): Omit<Faults, 'clockAheadMs'> {
  const status = readWhole(form, 'refuseStatus', 599)
  return {
    duplicateWebhooks: readWhole(form, 'duplicateWebhooks', 1),
    reorderWebhooks: readWhole(form, 'reorderWebhooks', 1),
    webhookDelayMs: readWhole(form, 'webhookDelayMs'),
    webhooksToDrop: readWhole(form, 'webhooksToDrop'),
    callsToRefuse: readWhole(form, 'callsToRefuse'),
    refuseStatus: status === 409 || status === 429 ? status : 500,
    callsToCut: readWhole(form, 'callsToCut'),
    answerDelayMs: readWhole(form, 'answerDelayMs'),
    refundsToFail: readWhole(form, 'refundsToFail'),
    refundsToFailAtOnce: readWhole(form, 'refundsToFailAtOnce'),
    movesToRefuse: readWhole(form, 'movesToRefuse'),
    paymentsToDispute: readWhole(form, 'paymentsToDispute'),
    payoutsToFail: readWhole(form, 'payoutsToFail'),
  }
}

/** What is not a whole number from 0 to `max` is 0: an unticked box, an empty field. */
function readWhole(form: FormTree, name: string, max = 86_400_000): number {
  const value = form.get(name)
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : 0
  return number <= max ? number : 0
}
