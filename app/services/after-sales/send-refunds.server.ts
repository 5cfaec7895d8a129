import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { PaymentProcessor, RefundState } from '#app/integrations/stripe/processor.ts'
import type { Database } from '#db/connection.ts'
import * as refunds from '#db/queries/payments/refund-steps.server.ts'
import { settleRefund } from './settle-refund.server.ts'

const atOnce = 50

type Refunder = Pick<PaymentProcessor, 'refund' | 'findRefund'>
type ToSend = Awaited<ReturnType<typeof refunds.findRefundsToSend>>[number]

/**
 * Asks the processor for every approved refund, under its own id as the idempotency key, and looks up those whose answer was
 * lost before anything else: what it knows of is settled, what it knows nothing of is asked for again next time. One that
 * fails holds up no other, and no transaction waits for the network.
 * @throws {AggregateError} when all have been tried and some could not be settled
 */
export async function sendDueRefunds(database: Database, processor: Refunder, now: Date): Promise<{ sent: number; lookedUp: number }> {
  const failures: unknown[] = []
  const each = async (list: readonly ToSend[], work: (refund: ToSend) => Promise<void>) => {
    for (const refund of list) await work(refund).catch((error: unknown) => failures.push(error))
    return list.length
  }
  const lost = await refunds.findRefundsToSend(database.reader, { statuses: ['unknown', 'sending'], limit: atOnce })
  const lookedUp = await each(lost, (refund) => lookUp(database, processor, refund, now))
  const due = await refunds.findRefundsToSend(database.reader, { statuses: ['approved'], limit: atOnce })
  const waiting = due.filter(({ id }) => !lost.some((refund) => refund.id === id))
  const sent = await each(waiting, (refund) => send(database, processor, refund, now))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} refunds could not be sent`)
  return { sent, lookedUp }
}

async function lookUp(database: Database, processor: Refunder, { id: refundId, paymentIntentId }: ToSend, now: Date) {
  const known = await processor.findRefund({ refundId, paymentIntentId: paymentIntentId ?? '' })
  if (known) await settle(database, known, now)
  else await database.transact((tx) => refunds.moveRefund(tx, { refundId, from: ['unknown', 'sending'], to: 'approved' }))
}

async function send(database: Database, processor: Refunder, { id: refundId, orderId, paymentIntentId }: ToSend, now: Date) {
  const claimed = await database.transact((tx) => refunds.moveRefund(tx, { refundId, from: ['approved'], to: 'sending' }))
  if (!claimed) return
  const amountFen = await refunds.findInTransit(database.reader, refundId)
  let answer: RefundState
  try {
    answer = await processor.refund({ refundId, orderId, paymentIntentId: paymentIntentId ?? '', amountFen })
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error
    if (error.retryable) await database.transact((tx) => refunds.moveRefund(tx, { refundId, from: ['sending'], to: 'unknown' }))
    else await settle(database, { ...refusedBy(refundId), amountFen }, now)
    return
  }
  await settle(database, answer, now)
}

/** It will not be carried out: the money stays with us, owed to the customer. */
const refusedBy = (refundId: string) =>
  ({ refundId, processorRefundId: `refused_${refundId}`, state: 'failed', failure: 'refused' }) as const

async function settle(database: Database, answer: RefundState, now: Date) {
  const settled = await settleRefund(database, { refund: answer, now })
  if (!settled.ok) throw new Error(`refund ${answer.refundId}: ${settled.refusal.code}`)
}
