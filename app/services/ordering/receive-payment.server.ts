import { paymentSucceeded } from '#app/domain/ledger/post-order-events.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { returnLatePayment } from '#app/services/after-sales/return-late-payment.server.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database } from '#db/client.server.ts'
import * as confirmation from '#db/queries/ordering/confirmation.server.ts'
import { confirmOrder } from './confirm-order.server.ts'

export type ReceivedPayment = {
  /** the processor's event; a payment found by looking it up has none */
  event: { id: string; type: string } | null
  paymentId: string
  paymentIntentId: string | null
  amountFen: Fen
  now: Date
}

/** Money that came, in time or not, comes once. */
const settled = new Set(['succeeded', 'late', 'returned'])

export type ReceivePaymentRefusal = { code: 'unknown_payment' } | { code: 'amount_differs'; expectedFen: Fen }

/**
 * Money has come for an order: confirms it and enters it into the books, once, however often and in whatever order the
 * processor says so. Money for an order that has expired goes to escrow too, is marked `late`, and goes back whole by itself.
 */
export function receivePayment(
  { transact }: Database,
  { event, paymentId, paymentIntentId, amountFen, now }: ReceivedPayment,
): Promise<Result<{ orderId: string; outcome: 'confirmed' | 'late' | 'already' }, ReceivePaymentRefusal>> {
  return transact(async (tx) => {
    const payment = await confirmation.findPayment(tx, paymentId)
    if (!payment) return refuse({ code: 'unknown_payment' })
    const { orderId } = payment
    const isNew = event === null || (await confirmation.claimProcessorEvent(tx, { ...event, objectId: paymentId, receivedAt: now }))
    if (!isNew || settled.has(payment.status)) return accept({ orderId, outcome: 'already' })
    if (amountFen !== payment.amountFen) return refuse({ code: 'amount_differs', expectedFen: payment.amountFen })

    const confirmed = await confirmOrder(tx, { orderId, paidFen: { paymentId, amountFen }, now })
    await confirmation.settlePayment(tx, { paymentId, status: confirmed ? 'succeeded' : 'late', paymentIntentId, at: now })
    if (!confirmed) {
      await post(tx, paymentSucceeded({ paymentId, orderId, amountFen, at: now }), now)
      await returnLatePayment(tx, { paymentId, orderId, amountFen, now })
    }
    return accept({ orderId, outcome: confirmed ? 'confirmed' : 'late' })
  })
}
