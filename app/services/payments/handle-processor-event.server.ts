import { accept, type Result } from '#app/domain/result.ts'
import type { ProcessorEvent } from '#app/integrations/stripe/processor.ts'
import { handleDispute } from '#app/services/after-sales/handle-dispute.server.ts'
import { type SettleRefundRefusal, settleRefund } from '#app/services/after-sales/settle-refund.server.ts'
import { expireOrder } from '#app/services/ordering/expire-order.server.ts'
import { type ReceivePaymentRefusal, receivePayment } from '#app/services/ordering/receive-payment.server.ts'
import type { Database } from '#db/connection.ts'
import { claimProcessorEvent, findPayment } from '#db/queries/ordering/confirmation.server.ts'
import { findHandledEvents } from '#db/queries/payments/payment-funds.server.ts'
import { noteCharge } from './note-charge.server.ts'

type Handled = { outcome: 'handled' | 'already' | 'ignored' }
export type ProcessorEventRefusal = ReceivePaymentRefusal | SettleRefundRefusal
type Telling = Exclude<ProcessorEvent, { kind: 'other' | 'paid' }>

/**
 * What the processor says happened, from a webhook or looked up by the sweep: each event takes effect once, and only where
 * the state of the payment, refund or dispute still allows it. Order and age of events decide nothing.
 *
 * A payment claims its event in the transaction that confirms the order. For the others the object's own state is the lock,
 * and the event is noted after it: a crash between the two repeats what then changes nothing.
 * @returns a refusal for money, refunds and disputes we know nothing of (yet), or of another amount than was asked: the event
 * stays unhandled, and is told again
 */
export async function handleProcessorEvent(
  database: Database,
  { event, now }: { event: ProcessorEvent; now: Date },
): Promise<Result<Handled, ProcessorEventRefusal>> {
  if (event.kind === 'other') return accept({ outcome: 'ignored' })
  if (event.kind === 'paid') {
    const { paymentId, paymentIntentId, amountFen } = event.session
    const origin = { id: event.id, type: event.type }
    const received = await receivePayment(database, { event: origin, paymentId, paymentIntentId, amountFen, now })
    return received.ok ? accept({ outcome: received.value.outcome === 'already' ? 'already' : 'handled' }) : received
  }
  if ((await findHandledEvents(database.reader, [event.id])).has(event.id)) return accept({ outcome: 'already' })
  const done = await carryOut(database, event, now)
  if (!done.ok) return done
  const { id, type } = event
  const { objectId } = done.value
  const isNew = await database.transact((tx) => claimProcessorEvent(tx, { id, type, objectId, receivedAt: now }))
  return accept({ outcome: isNew ? 'handled' : 'already' })
}

/** @returns what the event was about */
async function carryOut(database: Database, event: Telling, now: Date): Promise<Result<{ objectId: string }, ProcessorEventRefusal>> {
  switch (event.kind) {
    case 'expired': {
      const payment = await findPayment(database.reader, event.paymentId)
      if (payment) await expireOrder(database, { orderId: payment.orderId, now })
      return accept({ objectId: event.paymentId })
    }
    case 'charge':
      await noteCharge(database, { charge: event.charge, now })
      return accept({ objectId: event.charge.chargeId })
    case 'refund': {
      const settled = await settleRefund(database, { refund: event.refund, now })
      return settled.ok ? accept({ objectId: event.refund.processorRefundId }) : settled
    }
    case 'dispute': {
      const handled = await handleDispute(database, { dispute: event.dispute, now })
      return handled.ok ? accept({ objectId: event.dispute.disputeId }) : handled
    }
  }
}
