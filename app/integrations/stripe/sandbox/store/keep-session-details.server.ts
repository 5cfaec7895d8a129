import type Stripe from 'stripe'
import type { Store } from './open-store.server.ts'

/** One line of a basket with the ids made for it; the full line item is built from it whenever it is shown. */
export type SessionLine = {
  id: string
  priceId: string
  productId: string
  name: string
  currency: string
  unitAmount: number
  quantity: number
  taxBehavior: Stripe.Price.TaxBehavior
  metadata: Stripe.Metadata
  createdS: number
}
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
export function insertSessionDetails(store: Store, sessionId: string, lines: readonly SessionLine[], intent: IntentRequest): void {
  store
    .prepare('INSERT INTO session_details (session_id, lines, intent) VALUES (?, ?, ?)')
    .run(sessionId, JSON.stringify(lines), JSON.stringify(intent))
}

/** Undefined when there is no such session. */
export function findSessionLines(store: Store, sessionId: string): SessionLine[] | undefined {
  const row = store.prepare<{ lines: string }>('SELECT lines FROM session_details WHERE session_id = ?').get(sessionId)
  return row && JSON.parse(row.lines)
}

export function findIntentRequest(store: Store, sessionId: string): IntentRequest | undefined {
  const row = store.prepare<{ intent: string }>('SELECT intent FROM session_details WHERE session_id = ?').get(sessionId)
  return row && JSON.parse(row.intent)
}
