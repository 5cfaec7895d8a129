import type Stripe from 'stripe'
import { buildPayout, type PayoutRequest } from '#app/integrations/stripe/sandbox/objects/build-payout.server.ts'
import { spendFault } from '#app/integrations/stripe/sandbox/store/keep-faults.server.ts'
import { insertObject, replaceObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { dropTimers, setTimer } from '#app/integrations/stripe/sandbox/store/keep-timers.server.ts'
import type { Work } from './begin-work.server.ts'
import { moveBalance } from './move-balance.server.ts'
import { recordEvent } from './record-event.server.ts'

/** Sends our own money to our bank. It leaves the balance at once and arrives, or comes back, later. The caller has seen that it is there. */
export function payOut(work: Work, request: PayoutRequest): Stripe.Payout {
  const { store, settings, faults, atMs, atS } = work
  const arrivesMs = atMs + settings.fundsSettleAfterMs
  const begun = buildPayout(request, { createdS: atS, arrivesS: Math.floor(arrivesMs / 1000) })
  const { id, amount, currency } = begun
  const description = request.description ?? 'STRIPE PAYOUT'
  const movement = moveBalance(work, { type: 'payout', amount: -amount, currency, source: id, description })
  const payout = { ...begun, balance_transaction: movement.id }
  insertObject(store, payout)
  const willFail = faults.payoutsToFail > 0 && spendFault(store, 'payoutsToFail')
  setTimer(store, willFail ? 'fail_payout' : 'settle_payout', id, arrivesMs)
  recordEvent(work, { type: 'payout.created', data: { object: payout } })
  return payout
}

export function settlePayout(work: Work, payout: Stripe.Payout): void {
  const paid = replaceObject(work.store, { ...payout, status: 'paid' })
  recordEvent(work, { type: 'payout.paid', data: { object: paid, previous_attributes: { status: payout.status } } })
}

/** The bank sent it back: the money is in our balance again. */
export function failPayout(work: Work, payout: Stripe.Payout): void {
  const failed = replaceObject(work.store, {
    ...payout,
    status: 'failed',
    failure_code: 'account_closed',
    failure_message: 'The bank account has been closed.',
    failure_balance_transaction: putBack(work, payout, 'payout_failure'),
  })
  recordEvent(work, { type: 'payout.failed', data: { object: failed, previous_attributes: { status: payout.status } } })
}

/** Called back before it has arrived. The caller has seen that it is still pending. */
export function cancelPayout(work: Work, payout: Stripe.Payout): Stripe.Payout {
  dropTimers(work.store, payout.id)
  const movement = putBack(work, payout, 'payout_cancel')
  const canceled = replaceObject(work.store, { ...payout, status: 'canceled', failure_balance_transaction: movement })
  recordEvent(work, { type: 'payout.canceled', data: { object: canceled, previous_attributes: { status: payout.status } } })
  return canceled
}

const putBack = (work: Work, { id, amount, currency }: Stripe.Payout, type: 'payout_failure' | 'payout_cancel'): string =>
  moveBalance(work, { type, amount, currency, source: id, description: 'PAYOUT RETURNED' }).id
