import { invariant } from '#app/domain/invariant.ts'
import { fundsAvailable } from '#app/domain/ledger/post-order-events.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database, Tx } from '#db/connection.ts'
import { findPaymentsToRelease, releaseFunds } from '#db/queries/payments/payment-funds.server.ts'

const atOnce = 500

/**
 * Moves in the books what payments left after their fee from pending to available, each once, when the processor's day
 * for it has come.
 * @returns how many were moved now
 */
export async function releaseDueFunds({ reader, transact }: Database, now: Date): Promise<number> {
  const due = await findPaymentsToRelease(reader, { now, limit: atOnce })
  const released = await Promise.all(due.map(({ paymentId }) => transact((tx) => release(tx, paymentId, now))))
  return released.filter(Boolean).length
}

async function release(tx: Tx, paymentId: string, now: Date): Promise<boolean> {
  const payment = await releaseFunds(tx, { paymentId, now })
  if (!payment) return false
  const { orderId, amountFen, feeFen, availableAt } = payment
  invariant(feeFen !== null && availableAt !== null, `the fee of ${paymentId} is not known`)
  const posting = fundsAvailable({ paymentId, orderId, amountFen, feeFen, at: availableAt })
  if (posting.transfers.length > 0) await post(tx, posting, now)
  return true
}
