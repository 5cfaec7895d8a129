import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LineTerms } from '#app/domain/commission/line-terms.ts'
import { fen } from '#app/domain/money/fen.ts'
import { confirmReceived } from '#app/services/ordering/confirm-received.server.ts'
import { confirmTransfer } from '#app/services/ordering/confirm-transfer.server.ts'
import { accounts, customers, leaders, orderEvents, orderLines, orders, postings, transfers } from '#db/schema/index.ts'
import { deliverAll, openFleet, orderFor, placeFor } from '#tests/support/open-fleet.ts'
import { type Market, marketDay, registered } from '#tests/support/open-market.ts'
import { acceptDueOrders } from './accept-due-orders.server.ts'
import { acceptOrder } from './accept-order.server.ts'
import { verifyLedger } from './verify-ledger.server.ts'

const noon = new Date('2026-11-24T04:00:00Z')
const hoursLater = (hours: number) => new Date(noon.getTime() + hours * 3600_000)

const balanceOf = async (db: Market, id: string) => (await db.reader.select().from(accounts).where(eq(accounts.id, id)))[0]?.balanceFen
const orderOf = async (db: Market, id: string) => (await db.reader.select().from(orders).where(eq(orders.id, id)))[0]!
const soundBooks = async (db: Market) => expect((await verifyLedger(db.reader)).differences).toEqual([])

async function openDelivered(
  lines: readonly (readonly [string, number])[] = [
    ['hill', 2],
    ['brook', 1],
  ],
) {
  const db = await openFleet()
  const orderId = await orderFor(db, '8', lines)
  await deliverAll(db, noon)
  return { db, orderId }
}

test('a day after delivery everyone is paid and nothing is left in escrow', async () => {
  const { db, orderId } = await openDelivered()
  expect(await acceptOrder(db, { orderId, now: hoursLater(23) })).toMatchObject({
    refusal: { code: 'may_complain', until: hoursLater(24) },
  })
  expect(await acceptDueOrders(db, hoursLater(23))).toEqual({ accepted: 0 })
  expect(await acceptDueOrders(db, hoursLater(24))).toEqual({ accepted: 1 })
  expect(await orderOf(db, orderId)).toMatchObject({ status: 'completed', completedAt: hoursLater(24) })
  expect(await balanceOf(db, `2010:${orderId}`)).toBe(0)
  // 2000 fen of goods: 5 % distribution (the alliance's own customer), 4 % service, 1 % brand; 2 kg at 20 fen of reserve
  expect(await balanceOf(db, '2110:hill')).toBe(-(2000 - 100 - 80 - 20) + 40)
  await soundBooks(db)
})

test('accepting twice, also at the same time, pays once', async () => {
  const { db, orderId } = await openDelivered()
  const answers = await Promise.all([1, 2].map(() => acceptOrder(db, { orderId, now: hoursLater(30) })))
  expect(answers.map((answer) => answer.ok && answer.value.accepted).sort()).toEqual([false, true])
  const before = await db.reader.$count(transfers)
  expect(await acceptOrder(db, { orderId, now: hoursLater(31) })).toMatchObject({ value: { accepted: false } })
  expect(await db.reader.$count(transfers)).toBe(before)
  expect(await db.reader.$count(orderEvents, eq(orderEvents.kind, 'accepted'))).toBe(1)
})

test("the carrier gets what the order's drops cost, out of the delivery pool", async () => {
  const { db, orderId } = await openDelivered()
  await acceptOrder(db, { orderId, now: hoursLater(24) })
  const delivery = await db.reader
    .select()
    .from(transfers)
    .where(eq(transfers.postingKey, `${orderId}:delivery`))
  const { deliveryFen } = await orderOf(db, orderId)
  expect(delivery.find((transfer) => transfer.credit === '2510')).toMatchObject({ debit: `2010:${orderId}`, amountFen: deliveryFen })
  expect(delivery.filter((transfer) => transfer.credit.startsWith('2520:'))).toHaveLength(1)
})

test('the customer who says that all is well ends the complaint window; nobody else can', async () => {
  const { db, orderId } = await openDelivered()
  const { customerId } = await orderOf(db, orderId)
  expect(await confirmReceived(db, { orderId, customerId: 'somebody', now: noon })).toMatchObject({ refusal: { code: 'unknown_order' } })
  expect(await confirmReceived(db, { orderId, customerId, now: noon })).toMatchObject({ value: { accepted: true } })
  expect(await confirmReceived(db, { orderId, customerId, now: noon })).toMatchObject({ value: { accepted: false } })
  expect(await orderOf(db, orderId)).toMatchObject({ status: 'completed' })
})

test('nothing is paid out for what has not been delivered', async () => {
  const db = await openFleet()
  const orderId = await orderFor(db, '8', [['hill', 2]])
  expect(await acceptOrder(db, { orderId, now: hoursLater(100) })).toMatchObject({ refusal: { code: 'not_delivered' } })
  expect(await db.reader.$count(postings)).toBe(1)
})

test('an order whose books are wrong is not paid out, and holds up no other', async () => {
  const db = await openFleet()
  const wrong = await orderFor(db, '8', [['hill', 2]])
  const right = await orderFor(db, '9', [['hill', 1]])
  await deliverAll(db, noon)
  await db.transact((tx) =>
    tx
      .update(orders)
      .set({ deliveryFen: fen(1), totalFen: fen(2001) })
      .where(eq(orders.id, wrong)),
  )
  await expect(acceptDueOrders(db, hoursLater(24))).rejects.toThrow('1 orders could not be accepted')
  expect(await orderOf(db, wrong)).toMatchObject({ status: 'confirmed' })
  expect(await orderOf(db, right)).toMatchObject({ status: 'completed' })
})

test("a leader's order on account is accepted when its transfer has come, with the leader's part of the saving", async () => {
  const db = await openFleet()
  const customerId = await registered(db, 'cus_leader', { type: 'leader', id: 'lea_gate' })
  const community = { communityZh: '东门', communityEn: 'East Gate', pickupPointId: 'gate', creditLimitFen: fen(1_000_000) }
  await db.transact((tx) => tx.insert(leaders).values({ id: 'lea_gate', userId: null, customerId, ...community }))
  const [leader] = await db.reader.select().from(customers).where(eq(customers.id, customerId))
  const { orderId } = await placeFor(
    db,
    '8',
    [
      ['hill', 40],
      ['brook', 40],
      ['lake', 40],
    ],
    {
      customer: { customerId, userId: null, name: leader!.name, phone: leader!.phone, email: null },
      delivery: { kind: 'pickup', pickupPointId: 'gate', note: '' },
      payment: 'on_account',
      leaderId: 'lea_gate',
    },
  )
  await deliverAll(db, noon)
  expect(await acceptOrder(db, { orderId, now: hoursLater(24) })).toMatchObject({ refusal: { code: 'not_paid' } })
  expect(await confirmTransfer(db, { orderId, userId: 'user_office', now: hoursLater(25) })).toMatchObject({ ok: true })
  expect(await confirmTransfer(db, { orderId, userId: 'user_office', now: hoursLater(25) })).toMatchObject({
    refusal: { code: 'owes_nothing' },
  })
  expect(await acceptDueOrders(db, hoursLater(26))).toEqual({ accepted: 1 })

  const { directFen } = await orderOf(db, orderId)
  const delivery = await db.reader
    .select()
    .from(transfers)
    .where(eq(transfers.postingKey, `${orderId}:delivery`))
  const costFen = delivery.find((transfer) => transfer.credit.startsWith('2520:'))!.amountFen
  expect(delivery.find((transfer) => transfer.credit === '2310:lea_gate')?.amountFen).toBe(Math.floor((directFen - costFen) / 5))
  await soundBooks(db)
})

test('whatever the terms, no fen is made or lost on the way from the payment to the parties', async () => {
  const bp = fc.integer({ min: 0, max: 2400 })
  const terms = fc.record({
    distributionBp: bp,
    leaderBp: bp,
    serviceBp: bp,
    brandBp: bp,
    vatInServiceBp: fc.integer({ min: 0, max: 1300 }),
    reserveFenPerKg: fc.integer({ min: 0, max: 100 }).map(fen),
    home: fc.constantFrom<LineTerms['home'][]>(
      { type: 'alliance', id: 'alliance' },
      { type: 'farm', id: 'hill' },
      { type: 'leader', id: 'lea' },
    ),
    leaderId: fc.constantFrom(null, 'lea'),
    floor: fc.option(
      fc.record({ floorFenPerKg: fc.integer({ min: 0, max: 3000 }).map(fen), premiumShareBp: fc.integer({ min: 0, max: 10_000 }) }),
    ),
  })
  const db = await openFleet()
  const orderIds: string[] = []
  for (const door of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']) {
    orderIds.push(
      await orderFor(
        db,
        door,
        [
          ['hill', Number(door)],
          ['brook', 3],
        ],
        { now: marketDay },
      ),
    )
  }
  await deliverAll(db, noon)
  const remaining = [...orderIds]
  await fc.assert(
    fc.asyncProperty(terms, terms, async (first, second) => {
      const orderId = remaining.pop()
      if (!orderId) return
      const lines = await db.reader.select().from(orderLines).where(eq(orderLines.orderId, orderId))
      await db.transact(async (tx) => {
        for (const [index, line] of lines.entries()) {
          const changed = { ...line.terms, ...(index === 0 ? first : second) }
          await tx.update(orderLines).set({ terms: changed }).where(eq(orderLines.id, line.id))
        }
      })
      expect(await acceptOrder(db, { orderId, now: hoursLater(24) })).toMatchObject({ value: { accepted: true } })
      expect(await balanceOf(db, `2010:${orderId}`)).toBe(0)
    }),
    { numRuns: orderIds.length },
  )
  expect(remaining).toEqual([])
  await soundBooks(db)
})
