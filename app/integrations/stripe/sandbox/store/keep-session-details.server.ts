import type Stripe from 'stripe'
import type { Store } from './open-store.server.ts'

/** The SDK turns decimal strings into `Decimal` on arrival; on the wire, which is what we keep, they are strings. */
export type WirePrice = Omit<Stripe.Price, 'unit_amount_decimal'> & { unit_amount_decimal: string | null }
export type WireLineItem = Omit<Stripe.LineItem, 'price'> & { price: WirePrice | null }

/** What a session passes on to the payment intent it makes when the customer pays. */
export type IntentRequest = {
  description: string | null
  metadata: Stripe.Metadata
  receiptEmail: string | null
  transferGroup: string | null
  statementDescriptor: string | null
  statementDescriptorSuffix: string | null
}
/** What Checkout keeps behind a session without showing it on the session itself. */
export type SessionDetails = { lineItems: WireLineItem[]; intent: IntentRequest }

export function insertSessionDetails(store: Store, sessionId: string, details: SessionDetails): void {
  store.prepare('INSERT INTO session_details (session_id, json) VALUES (?, ?)').run(sessionId, JSON.stringify(details))
}

export function findSessionDetails(store: Store, sessionId: string): SessionDetails | undefined {
  const row = store.prepare<{ json: string }>('SELECT json FROM session_details WHERE session_id = ?').get(sessionId)
  return row && JSON.parse(row.json)
}
