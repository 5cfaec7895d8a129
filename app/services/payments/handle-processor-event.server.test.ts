import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import type { ProcessorEvent } from '#app/integrations/stripe/processor.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import type { Database } from '#db/client.server.ts'
import { disputes, orders, payments, postings, processorEvents, transfers } from '#db/schema/index.ts'
import { fillBasket, guestOrder, marketDay, openMarket } from '#tests/support/open-market.ts'
import { handleProcessorEvent } from './handle-processor-event.server.ts'

const later = (minutes: number) => new Date(marketDay.getTime() + minutes * 60_000)
const tell = (db: Database, event: ProcessorEvent, minutes = 1) => handleProcessorEvent(db, { event, now: later(minutes) })

async function openWithOrder() {
  const db = await openMarket()
  const placed = await placeOrder(db, guestOrder(await fillBasket(db, 'bas', [['hill', 2]])))
  if (!placed.ok || placed.value.paymentId === null) throw new Error('not placed')
  const { orderId, paymentId, totalFen } = placed.value
  const intent = { paymentIntentId: 'pi_1' }
  const charge = { ...intent, chargeId: 'ch_1', method: 'card', amountFen: fen(totalFen) }
  const dispute = { ...intent, disputeId: 'dp_1', amountFen: fen(totalFen), feeFen: fen(150), reason: 'fraudulent' }
  const events = {
    paid: {
      id: 'evt_paid',
      type: 'checkout.session.completed',
      kind: 'paid',
      session: { ...intent, paymentId, state: 'paid', amountFen: fen(totalFen) },
    },
    expired: { id: 'evt_expired', type: 'checkout.session.expired', kind: 'expired', paymentId },
    charge: { id: 'evt_charge', type: 'charge.succeeded', kind: 'charge', charge: { ...charge, feeFen: null, availableAt: null } },
    settled: { id: 'evt_settled', type: 'charge.updated', kind: 'charge', charge: { ...charge, feeFen: fen(120), availableAt: later(9) } },
    disputed: { id: 'evt_disputed', type: 'charge.dispute.created', kind: 'dispute', dispute: { ...dispute, state: 'open' } },
    won: { id: 'evt_won', type: 'charge.dispute.closed', kind: 'dispute', dispute: { ...dispute, state: 'won' } },
  } as const satisfies Record<string, ProcessorEvent>
  return { db, orderId, paymentId, events }
}

const orderOf = async (db: Database, id: string) => (await db.reader.select().from(orders).where(eq(orders.id, id)))[0]!
const paymentOf = async (db: Database, id: string) => (await db.reader.select().from(payments).where(eq(payments.id, id)))[0]!

test('an event is handled once, however often it is told', async () => {
  const { db, orderId, events } = await openWithOrder()
  expect(await tell(db, events.paid)).toMatchObject({ value: { outcome: 'handled' } })
  const [again, atOnce] = await Promise.all([tell(db, events.paid), tell(db, events.paid)])
  expect([again, atOnce]).toMatchObject([{ value: { outcome: 'already' } }, { value: { outcome: 'already' } }])
  expect(await db.reader.$count(postings)).toBe(1)
  expect(await tell(db, events.expired, 2)).toMatchObject({ ok: true })
  expect(await tell(db, events.expired, 3)).toMatchObject({ value: { outcome: 'already' } })
  expect((await orderOf(db, orderId)).status).toBe('confirmed')
})

test('a day-old replay under another id meets the state of the object and changes nothing', async () => {
  const { db, events } = await openWithOrder()
  await tell(db, events.paid)
  await tell(db, { ...events.paid, id: 'evt_copy' }, 24 * 60)
  expect(await db.reader.$count(transfers)).toBe(1)
})

test('an expired session gives the stock back; money that comes after all is late', async () => {
  const { db, orderId, paymentId, events } = await openWithOrder()
  await tell(db, events.expired)
  expect((await orderOf(db, orderId)).status).toBe('expired')
  await tell(db, events.paid, 2)
  expect((await paymentOf(db, paymentId)).status).toBe('late')
})

test('what a charge says is kept, and its fee is entered once', async () => {
  const { db, paymentId, events } = await openWithOrder()
  await tell(db, events.paid)
  await tell(db, events.charge)
  expect(await paymentOf(db, paymentId)).toMatchObject({ chargeId: 'ch_1', method: 'card', feeFen: null })
  await tell(db, events.settled)
  await tell(db, { ...events.settled, id: 'evt_other', charge: { ...events.settled.charge, feeFen: fen(121) } })
  expect(await paymentOf(db, paymentId)).toMatchObject({ feeFen: 120, availableAt: later(9) })
  expect(await db.reader.select().from(transfers).where(eq(transfers.debit, '5010'))).toMatchObject([{ amountFen: 120 }])
})

test('a charge that is told before its payment is left to be looked up', async () => {
  const { db, paymentId, events } = await openWithOrder()
  expect(await tell(db, events.settled)).toMatchObject({ ok: true })
  await tell(db, events.paid)
  expect(await paymentOf(db, paymentId)).toMatchObject({ status: 'succeeded', feeFen: null })
})

test('a dispute told before its payment is refused and told again; once won it is not opened anew', async () => {
  const { db, events } = await openWithOrder()
  expect(await tell(db, events.disputed)).toMatchObject({ ok: false, refusal: { code: 'unknown_payment' } })
  expect(await db.reader.$count(processorEvents)).toBe(0)
  await tell(db, events.paid)
  await tell(db, events.won)
  await tell(db, events.disputed)
  expect(await db.reader.select().from(disputes)).toMatchObject([{ id: 'dp_1', status: 'won' }])
})

test('money we asked nobody for, or of another amount, is refused', async () => {
  const { db, events } = await openWithOrder()
  const unknown = { ...events.paid, session: { ...events.paid.session, paymentId: 'pay_other' } }
  expect(await tell(db, unknown)).toMatchObject({ refusal: { code: 'unknown_payment' } })
  const less = { ...events.paid, session: { ...events.paid.session, amountFen: fen(1) } }
  expect(await tell(db, less)).toMatchObject({ refusal: { code: 'amount_differs' } })
  expect(await tell(db, events.paid)).toMatchObject({ value: { outcome: 'handled' } })
})

test('events that mean nothing to us leave no trace', async () => {
  const { db } = await openWithOrder()
  expect(await tell(db, { id: 'evt_x', type: 'customer.created', kind: 'other' })).toMatchObject({ value: { outcome: 'ignored' } })
  expect(await db.reader.$count(processorEvents)).toBe(0)
})
