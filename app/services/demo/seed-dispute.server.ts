import { invariant } from '#app/domain/invariant.ts'
import { fen } from '#app/domain/money/fen.ts'
import { DISPUTE_FEE } from '#app/integrations/stripe/sandbox/payments/dispute-charge.server.ts'
import { handleDispute } from '#app/services/after-sales/handle-dispute.server.ts'
import type { Database } from '#db/connection.ts'
import { findDisputable } from '#db/queries/demo/payments.server.ts'

/** The newest card payment of a finished order is disputed: its shares are held, and the sandbox's control page can decide it. */
export async function seedDispute(db: Database, { now }: { now: Date }): Promise<void> {
  const payment = await findDisputable(db.reader)
  if (!payment) return
  const { id, paymentIntentId, amountFen } = payment
  const said = { disputeId: `dp_demo_${id}`, paymentIntentId, amountFen, feeFen: fen(DISPUTE_FEE), reason: 'product_not_received' }
  const handled = await handleDispute(db, { dispute: { ...said, state: 'open' }, now })
  invariant(handled.ok, `the demo's dispute of ${paymentIntentId} was refused`)
}
