import type Stripe from 'stripe'
import { findObject, replaceObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { dropTimers } from '#app/integrations/stripe/sandbox/store/keep-timers.server.ts'
import { idOf } from '#app/integrations/stripe/sandbox/store/read-reference.server.ts'
import type { Work } from './begin-work.server.ts'
import { recordEvent } from './record-event.server.ts'

/** Closes an open session unpaid, and with it the intent of a declined attempt. The caller has seen that it is open. */
export function expireSession(work: Work, session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  const { store, atS } = work
  const intentId = idOf(session.payment_intent)
  const intent = intentId === null ? undefined : findObject(store, 'payment_intent', intentId)
  if (intent) {
    const canceled = replaceObject(store, { ...intent, status: 'canceled', canceled_at: atS, cancellation_reason: 'automatic' })
    recordEvent(work, { type: 'payment_intent.canceled', data: { object: canceled } })
  }
  const expired = replaceObject(store, { ...session, status: 'expired', url: null })
  dropTimers(store, session.id)
  recordEvent(work, { type: 'checkout.session.expired', data: { object: expired } })
  return expired
}
