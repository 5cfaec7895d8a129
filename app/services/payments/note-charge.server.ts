import { processorFee } from '#app/domain/ledger/post-order-events.ts'
import type { ChargeState } from '#app/integrations/stripe/processor.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database } from '#db/connection.ts'
import { findPaymentOfIntent, learnFee, nameCharge } from '#db/queries/payments/payment-funds.server.ts'

/**
 * Keeps what the processor says of a charge: how it was paid, and once its balance transaction is known the fee, which is
 * entered into the books once, and the day its money is free. A charge whose payment has not been heard of is left to the
 * sweep, which looks it up again.
 * @returns whether the fee is known now
 */
export function noteCharge({ transact }: Database, { charge, now }: { charge: ChargeState; now: Date }): Promise<boolean> {
  const { paymentIntentId, chargeId, method, feeFen, availableAt } = charge
  return transact(async (tx) => {
    const payment = await findPaymentOfIntent(tx, paymentIntentId)
    if (!payment) return false
    const { id: paymentId, orderId } = payment
    await nameCharge(tx, { paymentId, chargeId, method })
    if (feeFen === null || availableAt === null) return payment.feeFen !== null
    const learned = await learnFee(tx, { paymentId, feeFen, availableAt })
    if (learned && feeFen > 0) await post(tx, processorFee({ paymentId, orderId, feeFen, at: now }), now)
    return true
  })
}
