import type Stripe from 'stripe'
import { buildCharge, DECLINE_MESSAGE } from '#app/integrations/stripe/sandbox/objects/build-charge.server.ts'
import { describeCustomer } from '#app/integrations/stripe/sandbox/objects/build-checkout-session.server.ts'
import { buildPaymentIntent } from '#app/integrations/stripe/sandbox/objects/build-payment-intent.server.ts'
import type { PaymentMethodType } from '#app/integrations/stripe/sandbox/objects/name-payment-method.server.ts'
import { spendFault } from '#app/integrations/stripe/sandbox/store/keep-faults.server.ts'
import { findObject, insertObject, replaceObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { findIntentRequest } from '#app/integrations/stripe/sandbox/store/keep-session-details.server.ts'
import { dropTimers } from '#app/integrations/stripe/sandbox/store/keep-timers.server.ts'
import { idOf } from '#app/integrations/stripe/sandbox/store/read-reference.server.ts'
import type { Work } from './begin-work.server.ts'
import { openDispute } from './dispute-charge.server.ts'
import { expireSession } from './expire-session.server.ts'
import { takeIn } from './move-balance.server.ts'
import { recordEvent } from './record-event.server.ts'

type Session = Stripe.Checkout.Session
/** What the bank says; `disputes`: it accepts, and takes the money back at once (by card only). */
export type Bank = 'accepts' | 'declines' | 'disputes'
export type Payment = { code: 'paid' | 'declined' | 'not_open' | 'method_not_offered'; session: Session } | { code: 'not_found' }

/**
 * A customer's attempt to pay an open session. Accepted: the intent succeeds, the money arrives less its fee and the session is
 * complete. Declined: the session stays open for another attempt on the same intent. Otherwise nothing changes, except that a
 * session found past its time expires.
 */
export function paySession(work: Work, sessionId: string, method: PaymentMethodType, bank: Bank): Payment {
  const session = findObject(work.store, 'checkout.session', sessionId)
  if (!session) return { code: 'not_found' }
  if (session.status !== 'open') return { code: 'not_open', session }
  if (session.expires_at <= work.atS) return { code: 'not_open', session: expireSession(work, session) }
  const knowsDisputes = bank !== 'disputes' || method === 'card'
  if (!knowsDisputes || !session.payment_method_types.includes(method)) return { code: 'method_not_offered', session }

  const intent = findIntent(work, session) ?? openIntent(work, session)
  return bank === 'declines'
    ? { code: 'declined', session: decline(work, session, intent, method) }
    : { code: 'paid', session: accept(work, session, intent, { method, disputes: bank === 'disputes' }) }
}

function findIntent({ store }: Work, session: Session): Stripe.PaymentIntent | undefined {
  const id = idOf(session.payment_intent)
  return id === null ? undefined : findObject(store, 'payment_intent', id)
}

function openIntent({ store, atS }: Work, session: Session): Stripe.PaymentIntent {
  const request = findIntentRequest(store, session.id)
  if (!request || session.amount_total === null || session.currency === null) throw new Error(`session ${session.id} is incomplete`)
  const { amount_total: amount, currency, payment_method_types: methods } = session
  const intent = buildPaymentIntent({ amount, currency, methods, createdS: atS, request })
  insertObject(store, intent)
  return intent
}

type Paying = { method: PaymentMethodType; disputes: boolean }

function accept(work: Work, session: Session, intent: Stripe.PaymentIntent, { method, disputes }: Paying): Session {
  const { store, faults, atS } = work
  const charged = buildCharge({ intent, method, email: session.customer_email, createdS: atS }, 'accepted')
  const charge = { ...charged, balance_transaction: takeIn(work, charged, method) }
  insertObject(store, charge)
  const succeeded = replaceObject(store, {
    ...intent,
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    payment_method: charge.payment_method,
    status: 'succeeded',
  })
  const complete = replaceObject(store, {
    ...session,
    customer_details: describeCustomer(session.customer_email),
    payment_intent: intent.id,
    payment_status: 'paid',
    status: 'complete',
    url: null,
  })
  dropTimers(store, session.id)
  recordEvent(work, { type: 'charge.succeeded', data: { object: charged } })
  recordEvent(work, { type: 'payment_intent.succeeded', data: { object: succeeded } })
  recordEvent(work, { type: 'checkout.session.completed', data: { object: complete } })
  recordEvent(work, { type: 'charge.updated', data: { object: charge, previous_attributes: { balance_transaction: null } } })
  const disputed = disputes || (method === 'card' && faults.paymentsToDispute > 0 && spendFault(store, 'paymentsToDispute'))
  if (disputed) openDispute(work, charge)
  return complete
}

function decline(work: Work, session: Session, intent: Stripe.PaymentIntent, method: PaymentMethodType): Session {
  const { store, atS } = work
  const charge = buildCharge({ intent, method, email: session.customer_email, createdS: atS }, 'declined')
  insertObject(store, charge)
  const failed = replaceObject(store, {
    ...intent,
    latest_charge: charge.id,
    last_payment_error: {
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'generic_decline',
      charge: charge.id,
      message: DECLINE_MESSAGE,
      payment_method_type: method,
    },
  })
  recordEvent(work, { type: 'charge.failed', data: { object: charge } })
  recordEvent(work, { type: 'payment_intent.payment_failed', data: { object: failed } })
  return replaceObject(store, { ...session, payment_intent: intent.id })
}
