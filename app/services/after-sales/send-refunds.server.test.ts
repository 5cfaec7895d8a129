import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import type { RefundState } from '#app/integrations/stripe/processor.ts'
import { post } from '#app/services/ledger/post.server.ts'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import { expireOrder } from '#app/services/ordering/expire-order.server.ts'
import { receivePayment } from '#app/services/ordering/receive-payment.server.ts'
import { orders, payments, refunds } from '#db/schema/index.ts'
import { openFleet, placeFor } from '#tests/support/open-fleet.ts'
import { type Market, marketDay } from '#tests/support/open-market.ts'
import { balanceOf, complaint, eventsOf, later, openAccepted, postedOf, refundOf, sumOf } from '#tests/support/open-refunds.ts'
import { refundProcessor } from '#tests/support/refund-processor.ts'
import { confirmBankRefund } from './confirm-bank-refund.server.ts'
import { proposeRefund } from './propose-refund.server.ts'
import { retryRefund } from './retry-refund.server.ts'
import { sendDueRefunds } from './send-refunds.server.ts'
import { settleRefund } from './settle-refund.server.ts'

const soundBooks = async (db: Market) => expect((await verifyLedger(db.reader)).differences).toEqual([])

async function openApproved() {
  const world = await openAccepted()
  const answer = await proposeRefund(world.db, complaint(world.orderId, world.hill, 700))
  if (!answer.ok) throw new Error(answer.refusal.code)
  const [order] = await world.db.reader.select().from(orders).where(eq(orders.id, world.orderId))
  return { ...world, id: answer.value.refundId, credit: `2020:${order!.customerId}` }
}
const said = (id: string, state: RefundState['state'], change: Partial<RefundState> = {}): RefundState => ({
  refundId: id,
  processorRefundId: `psp_${id}`,
  state,
  amountFen: fen(700),
  failure: state === 'failed' ? 'lost_or_stolen_card' : null,
  ...change,
})

test('the processor is asked once, under the refund’s own id, and its word moves the money', async () => {
  const { db, orderId, id } = await openApproved()
  const processor = refundProcessor('succeeded')
  await Promise.all([1, 2, 3].map(() => sendDueRefunds(db, processor, later(31))))
  expect(await sendDueRefunds(db, processor, later(32))).toEqual({ sent: 0, lookedUp: 0 })
  expect(new Set(processor.asked.map(({ refundId, amountFen }) => `${refundId} ${amountFen}`))).toEqual(new Set([`${id} 700`]))
  expect(processor.carriedOut.size).toBe(1)
  expect(await refundOf(db, id)).toMatchObject({ status: 'succeeded', processorRefundId: `psp_${id}` })
  expect(await postedOf(db, `${id}:succeeded`)).toEqual([[`2030:${id}`, '1020', 700]])
  expect(await eventsOf(db, orderId, ['refund_sent', 'refunded'])).toEqual(['refund_sent', 'refunded'])
  await soundBooks(db)
})

test('what the processor calls pending waits for its word, however often it comes', async () => {
  const { db, orderId, id } = await openApproved()
  await sendDueRefunds(db, refundProcessor('pending'), later(31))
  expect(await refundOf(db, id)).toMatchObject({ status: 'pending' })
  const settled = await Promise.all([1, 2].map(() => settleRefund(db, { refund: said(id, 'succeeded'), now: later(40) })))
  expect(settled.map((answer) => answer.ok && answer.value.outcome).sort()).toEqual(['already', 'succeeded'])
  expect(await settleRefund(db, { refund: said(id, 'pending'), now: later(41) })).toMatchObject({ value: { outcome: 'already' } })
  expect(await eventsOf(db, orderId, ['refunded'])).toHaveLength(1)
})

test('a lost answer is looked up before anything is sent again', async () => {
  const { db, id } = await openApproved()
  const processor = refundProcessor('lost')
  await sendDueRefunds(db, processor, later(31))
  expect(await refundOf(db, id)).toMatchObject({ status: 'unknown' })
  expect(await sendDueRefunds(db, processor, later(32))).toEqual({ sent: 0, lookedUp: 1 })
  expect(processor.asked).toHaveLength(1)
  expect(await refundOf(db, id)).toMatchObject({ status: 'succeeded' })
  await soundBooks(db)
})

test('a request that never arrived is sent again under the same key, after it was looked up in vain', async () => {
  const { db, id } = await openApproved()
  const processor = refundProcessor('lost_before', 'succeeded')
  await sendDueRefunds(db, processor, later(31))
  expect(await sendDueRefunds(db, processor, later(32))).toEqual({ sent: 0, lookedUp: 1 })
  expect(await refundOf(db, id)).toMatchObject({ status: 'approved' })
  await sendDueRefunds(db, processor, later(33))
  expect(processor.asked.map(({ refundId }) => refundId)).toEqual([id, id])
  expect(await refundOf(db, id)).toMatchObject({ status: 'succeeded' })
})

test.each(['failed', 'refused'] as const)('a refund that %s is owed still: the customer has it as credit and is told', async (answer) => {
  const { db, orderId, id, credit } = await openApproved()
  await sendDueRefunds(db, refundProcessor(answer), later(31))
  expect(await refundOf(db, id)).toMatchObject({ status: 'credited' })
  expect(await balanceOf(db, credit)).toBe(-700)
  expect(await postedOf(db, `${id}:failed`)).toEqual([[`2030:${id}`, credit, 700]])
  expect(await eventsOf(db, orderId, ['refund_sent', 'refunded', 'credited'])).toEqual(['refund_sent', 'credited'])
  await soundBooks(db)
})

test('what had succeeded and failed after all comes back to our balance and to the customer’s credit; failed is the last word', async () => {
  const { db, id, credit } = await openApproved()
  for (const state of ['succeeded', 'failed', 'failed', 'succeeded'] as const) {
    await settleRefund(db, { refund: said(id, state), now: later(40) })
  }
  expect(await refundOf(db, id)).toMatchObject({ status: 'credited', failure: 'lost_or_stolen_card' })
  expect([await balanceOf(db, credit), await sumOf(db, '1020')]).toEqual([-700, 0])
  await soundBooks(db)
})

test('a refund we know nothing of, or of another amount, is refused', async () => {
  const { db, id } = await openApproved()
  expect(await settleRefund(db, { refund: said('re_none', 'succeeded'), now: later(40) })).toMatchObject({
    refusal: { code: 'unknown_refund' },
  })
  expect(await settleRefund(db, { refund: said(id, 'succeeded', { amountFen: fen(699) }), now: later(40) })).toMatchObject({
    refusal: { code: 'amount_differs', expectedFen: 700 },
  })
})

test('a new attempt takes the credit again and touches nobody’s share; a spent credit cannot be sent', async () => {
  const { db, id, credit } = await openApproved()
  expect(await retryRefund(db, { refundId: id, way: 'bank', userId: 'u', now: later(31) })).toMatchObject({
    refusal: { code: 'not_failed' },
  })
  await sendDueRefunds(db, refundProcessor('failed'), later(31))
  const hillBefore = await balanceOf(db, '2110:hill')
  const retries = await Promise.all([1, 2].map(() => retryRefund(db, { refundId: id, way: 'processor', userId: 'u', now: later(32) })))
  const ids = new Set(retries.map((answer) => (answer.ok ? answer.value.refundId : answer.refusal.code)))
  expect(ids.size).toBe(1)
  const [second] = [...ids]
  expect(await postedOf(db, `${second}:retried`)).toEqual([[credit, `2030:${second}`, 700]])
  await sendDueRefunds(db, refundProcessor('succeeded'), later(33))
  expect(await refundOf(db, second!)).toMatchObject({ status: 'succeeded' })
  expect([await balanceOf(db, credit), await balanceOf(db, '2110:hill')]).toEqual([0, hillBefore])
  await soundBooks(db)
})

test('credit that was spent meanwhile is not sent as well', async () => {
  const { db, id, credit } = await openApproved()
  await sendDueRefunds(db, refundProcessor('failed'), later(31))
  const spent = { key: 'spent', event: 'credit_spent', orderId: null, effectiveAt: later(32) } as const
  await db.transact((tx) =>
    post(tx, { ...spent, transfers: [{ debit: credit as '2020:x', credit: '3010', amountFen: fen(1) }] }, later(32)),
  )
  expect(await retryRefund(db, { refundId: id, way: 'bank', userId: 'u', now: later(33) })).toMatchObject({
    refusal: { code: 'credit_spent' },
  })
})

test('an order paid by bank transfer is refunded by the bank, when the office says that it was sent', async () => {
  const { db, orderId, hill } = await openAccepted()
  await db.transact((tx) => tx.update(orders).set({ payment: 'on_account' }).where(eq(orders.id, orderId)))
  const answer = await proposeRefund(db, complaint(orderId, hill, 700))
  const id = answer.ok ? answer.value.refundId : ''
  expect(await refundOf(db, id)).toMatchObject({ status: 'approved', way: 'bank', paymentId: null })
  expect(await sendDueRefunds(db, refundProcessor(), later(31))).toEqual({ sent: 0, lookedUp: 0 })
  const confirmed = await Promise.all([1, 2].map(() => confirmBankRefund(db, { refundId: id, userId: 'u', now: later(32) })))
  expect(confirmed.map((one) => one.ok && one.value.confirmed).sort()).toEqual([false, true])
  expect(await postedOf(db, `${id}:succeeded`)).toEqual([[`2030:${id}`, '1030', 700]])
  await soundBooks(db)
})

test('only what goes by the bank can be confirmed by the office', async () => {
  const { db, id } = await openApproved()
  expect(await confirmBankRefund(db, { refundId: id, userId: 'u', now: later(32) })).toMatchObject({ refusal: { code: 'not_by_bank' } })
})

test('money that came too late goes back whole by itself, once, and the customer is told', async () => {
  const db = await openFleet()
  const { orderId, paymentId } = await placeFor(db, '8', [['hill', 2]])
  const [order] = await db.reader.select().from(orders).where(eq(orders.id, orderId))
  await expireOrder(db, { orderId, now: later(-40) })
  const paid = { paymentId: paymentId!, paymentIntentId: 'pi_late', amountFen: order!.totalFen, now: marketDay }
  for (const id of ['evt_1', 'evt_1', 'evt_2']) await receivePayment(db, { ...paid, event: { id, type: 'paid' } })
  const [refund] = await db.reader.select().from(refunds)
  expect(await db.reader.$count(refunds)).toBe(1)
  expect(refund).toMatchObject({ reason: 'late_payment', status: 'approved', cashFen: order!.totalFen })
  expect(await db.reader.select().from(payments)).toMatchObject([{ status: 'late' }])
  await soundBooks(db)
  const processor = refundProcessor('succeeded')
  await sendDueRefunds(db, processor, later(1))
  expect(processor.asked).toEqual([{ refundId: refund!.id, orderId, paymentIntentId: 'pi_late', amountFen: order!.totalFen }])
  expect(await db.reader.select().from(payments)).toMatchObject([{ status: 'returned' }])
  expect(await receivePayment(db, { ...paid, event: null })).toMatchObject({ value: { outcome: 'already' } })
  expect(await eventsOf(db, orderId, ['refund_sent', 'refunded'])).toEqual(['refund_sent', 'refunded'])
  expect(await balanceOf(db, `2010:${orderId}`)).toBe(0)
  await soundBooks(db)
})
