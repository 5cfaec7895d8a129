import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import type { Database } from '#db/client.server.ts'
import {
  addresses,
  basketLines,
  commissionTerms,
  consignments,
  customers,
  farms,
  lots,
  orderLines,
  orders,
  products,
  transfers,
  variants,
  waves,
} from '#db/schema/index.ts'
import { fillBasket, guestOrder, marketDay, openMarket, registered } from '#tests/support/open-market.ts'
import { expireOrder } from './expire-order.server.ts'
import { placeOrder } from './place-order.server.ts'
import { receivePayment } from './receive-payment.server.ts'

const later = (minutes: number) => new Date(marketDay.getTime() + minutes * 60_000)
const lotOf = async (db: Database, id: string) => (await db.reader.select().from(lots).where(eq(lots.id, id)))[0]!

async function placed(db: Database, lines: [string, number][], change = {}) {
  const answer = await placeOrder(db, guestOrder(await fillBasket(db, `bas_${Math.random()}`, lines), change))
  if (!answer.ok) throw new Error(answer.refusal.code)
  return { ...answer.value, paymentId: answer.value.paymentId! }
}

async function paid(db: Database, { orderId, paymentId }: { orderId: string; paymentId: string }, eventId = `evt_${paymentId}`) {
  const [order] = await db.reader.select().from(orders).where(eq(orders.id, orderId))
  return receivePayment(db, {
    event: { id: eventId, type: 'checkout.session.completed' },
    paymentId,
    paymentIntentId: 'pi_1',
    amountFen: order!.totalFen,
    now: later(2),
  })
}

test('a basket of three farms becomes one order, its stock held, one drop fee for one wave', async () => {
  const db = await openMarket()
  const { orderId } = await placed(db, [
    ['hill', 2],
    ['brook', 1],
    ['lake', 1],
  ])
  const [order] = await db.reader.select().from(orders).where(eq(orders.id, orderId))
  expect(order).toMatchObject({ status: 'awaiting_payment', goodsFen: 4000, deliveryFen: 700, totalFen: 4700, storefrontId: 'alliance' })
  expect(order!.directFen).toBeGreaterThan(order!.deliveryFen)
  expect(await lotOf(db, 'lot_hill_hill')).toMatchObject({ available: 18, held: 2, sold: 0 })
  expect(await db.reader.$count(consignments)).toBe(0)
})

test('paying takes the stock for good and gives each farm one consignment under an alias', async () => {
  const db = await openMarket()
  const order = await placed(db, [
    ['hill', 2],
    ['brook', 1],
  ])
  expect(await paid(db, order)).toMatchObject({ ok: true, value: { outcome: 'confirmed' } })
  expect(await lotOf(db, 'lot_hill_hill')).toMatchObject({ available: 18, held: 0, sold: 2 })
  const packed = await db.reader.select().from(consignments).where(eq(consignments.orderId, order.orderId))
  expect(packed.map((c) => c.farmId).sort()).toEqual(['brook', 'hill'])
  expect(packed.every((c) => /^[0-9A-Z]{5}$/.test(c.alias))).toBe(true)
  expect(await db.reader.select().from(transfers)).toMatchObject([{ debit: '1010', credit: `2010:${order.orderId}`, amountFen: 3700 }])
  expect(await db.reader.$count(basketLines)).toBe(0)
})

test('a webhook that comes twice, or again under another event, is counted once', async () => {
  const db = await openMarket()
  const order = await placed(db, [['hill', 1]])
  await paid(db, order, 'evt_1')
  expect(await paid(db, order, 'evt_1')).toMatchObject({ value: { outcome: 'already' } })
  expect(await paid(db, order, 'evt_2')).toMatchObject({ value: { outcome: 'already' } })
  expect(await db.reader.$count(transfers)).toBe(1)
  expect(await lotOf(db, 'lot_hill_hill')).toMatchObject({ held: 0, sold: 1 })
})

test('a payment of another amount is refused and enters nothing', async () => {
  const db = await openMarket()
  const { paymentId } = await placed(db, [['hill', 1]])
  const refused = await receivePayment(db, {
    event: { id: 'evt', type: 't' },
    paymentId,
    paymentIntentId: null,
    amountFen: fen(1),
    now: later(1),
  })
  expect(refused).toEqual({ ok: false, refusal: { code: 'amount_differs', expectedFen: 1700 } })
  expect(await db.reader.$count(transfers)).toBe(0)
})

test('one form sent twice at the same moment places one order', async () => {
  const db = await openMarket()
  const basket = await fillBasket(db, 'bas', [['hill', 1]])
  const [a, b] = await Promise.all([placeOrder(db, guestOrder(basket)), placeOrder(db, guestOrder(basket))])
  expect(a.ok && b.ok && a.value.orderId === b.value.orderId).toBe(true)
  expect(await db.reader.$count(orders)).toBe(1)
  expect(await lotOf(db, 'lot_hill_hill')).toMatchObject({ available: 19, held: 1 })
})

test('of two buyers of the last box one wins, and the other keeps the basket and is told', async () => {
  const db = await openMarket({ quantity: 1 })
  const [a, b] = await Promise.all(['x', 'y'].map(async (id) => placeOrder(db, guestOrder(await fillBasket(db, id, [['hill', 1]])))))
  expect([a!.ok, b!.ok].sort()).toEqual([false, true])
  expect([a, b].find((answer) => !answer!.ok)).toEqual({ ok: false, refusal: { code: 'not_enough', variantId: 'var_hill', available: 0 } })
  expect(await db.reader.$count(basketLines)).toBe(2)
  expect(await db.reader.$count(customers)).toBe(1)
})

test('64 buyers released at once on 10 boxes: 10 are sold', async () => {
  const db = await openMarket({ quantity: 10, capacityDrops: 100 })
  const baskets = await Promise.all(Array.from({ length: 64 }, (_, i) => fillBasket(db, `bas_${i}`, [['hill', 1]])))
  const answers = await Promise.all(baskets.map((basket) => placeOrder(db, guestOrder(basket))))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(10)
  expect(await lotOf(db, 'lot_hill_hill')).toMatchObject({ available: 0, held: 10 })
  expect((await db.reader.select().from(waves).where(eq(waves.id, 'tue')))[0]).toMatchObject({ bookedDrops: 10 })
})

test('an order that is not paid gives its stock and its place back, once; a payment after that goes back by itself', async () => {
  const db = await openMarket()
  const order = await placed(db, [['hill', 3]])
  expect(await expireOrder(db, { orderId: order.orderId, now: later(40) })).toBe(true)
  expect(await expireOrder(db, { orderId: order.orderId, now: later(41) })).toBe(false)
  expect(await lotOf(db, 'lot_hill_hill')).toMatchObject({ available: 20, held: 0, sold: 0 })
  expect((await db.reader.select().from(waves).where(eq(waves.id, 'tue')))[0]).toMatchObject({ bookedDrops: 0 })
  expect(await paid(db, order)).toMatchObject({ value: { outcome: 'late' } })
  expect(await lotOf(db, 'lot_hill_hill')).toMatchObject({ available: 20, sold: 0 })
  const escrow = `2010:${order.orderId}`
  expect(await db.reader.select().from(transfers)).toMatchObject([
    { debit: '1010', credit: escrow, amountFen: 3700 },
    { debit: escrow, credit: expect.stringMatching(/^2030:/), amountFen: 3700 },
  ])
})

test('an order that was paid does not expire', async () => {
  const db = await openMarket()
  const order = await placed(db, [['hill', 1]])
  await paid(db, order)
  expect(await expireOrder(db, { orderId: order.orderId, now: later(40) })).toBe(false)
  expect(await lotOf(db, 'lot_hill_hill')).toMatchObject({ available: 19, sold: 1 })
})

test('a farm that needs longer comes in the next wave, as a drop of its own', async () => {
  const db = await openMarket()
  const { orderId } = await placed(db, [
    ['hill', 1],
    ['far', 1],
  ])
  const lines = await db.reader.select().from(orderLines).where(eq(orderLines.orderId, orderId)).orderBy(orderLines.position)
  expect(new Map(lines.map((line) => [line.farmId, line.waveId]))).toEqual(
    new Map([
      ['hill', 'tue'],
      ['far', 'fri'],
    ]),
  )
  expect((await db.reader.select().from(orders))[0]).toMatchObject({ deliveryFen: 1400 })
})

test('the commission terms are frozen on the line: later changes do not touch it', async () => {
  const db = await openMarket()
  const { orderId } = await placed(db, [['hill', 1]])
  await db.transact((tx) => tx.update(commissionTerms).set({ distributionBp: 9000 }))
  const [line] = await db.reader.select().from(orderLines).where(eq(orderLines.orderId, orderId))
  expect(line!.terms).toMatchObject({ distributionBp: 500, home: { type: 'alliance', id: 'alliance' }, floor: null, leaderId: null })
})

test('a guest of a farm shop becomes that farm’s customer; someone registered keeps their home', async () => {
  const db = await openMarket()
  const basket = await fillBasket(db, 'bas', [['brook', 1]], 'hill')
  await placeOrder(db, guestOrder(basket))
  expect((await db.reader.select().from(customers))[0]).toMatchObject({ homeType: 'farm', homeId: 'hill' })
  const customerId = await registered(db, 'cus_lake', { type: 'farm', id: 'lake' })
  const second = await fillBasket(db, 'bas2', [['brook', 1]], 'hill')
  await placeOrder(db, guestOrder(second, { customer: { customerId, userId: null, name: 'x', phone: '1', email: null } }))
  const lines = await db.reader.select().from(orderLines)
  expect(lines.map((line) => line.terms.home.id).sort()).toEqual(['hill', 'lake'])
})

const changes: [string, (db: Database) => Promise<unknown>, object][] = [
  [
    'a price that changed',
    (db) =>
      db.transact((tx) =>
        tx
          .update(variants)
          .set({ priceFen: fen(1100) })
          .where(eq(variants.id, 'var_hill')),
      ),
    { code: 'price_changed', variantIds: ['var_hill'] },
  ],
  [
    'a product taken off',
    (db) => db.transact((tx) => tx.update(products).set({ status: 'off' }).where(eq(products.id, 'prd_hill'))),
    { code: 'delisted', variantId: 'var_hill' },
  ],
  [
    'a wave that closed',
    (db) => db.transact((tx) => tx.update(waves).set({ status: 'closed' }).where(eq(waves.id, 'tue'))),
    { code: 'wave_closed', waveId: 'tue' },
  ],
  [
    'a wave that is full',
    (db) => db.transact((tx) => tx.update(waves).set({ bookedDrops: 60 }).where(eq(waves.id, 'tue'))),
    { code: 'wave_full', waveId: 'tue' },
  ],
  ['an emptied basket', (db) => db.transact((tx) => tx.delete(basketLines)), { code: 'empty_basket' }],
]
test.each(changes)('%s is refused by name and holds nothing', async (_, change, refusal) => {
  const db = await openMarket()
  const basket = await fillBasket(db, 'bas', [['hill', 1]])
  await change(db)
  expect(await placeOrder(db, guestOrder(basket))).toEqual({ ok: false, refusal })
  expect(await lotOf(db, 'lot_hill_hill')).toMatchObject({ available: 20, held: 0 })
  expect(await db.reader.$count(orders)).toBe(0)
  expect(await db.reader.$count(customers)).toBe(0)
})

test('an order that would cost more than the page showed is asked about, not placed', async () => {
  const db = await openMarket()
  const basket = await fillBasket(db, 'bas', [['hill', 1]])
  const refused = await placeOrder(db, guestOrder(basket, { agreedTotalFen: fen(1699) }))
  expect(refused).toEqual({ ok: false, refusal: { code: 'total_risen', totalFen: 1700 } })
  expect((await placeOrder(db, guestOrder(basket, { agreedTotalFen: fen(1700) }))).ok).toBe(true)
})

test('after the cut-off a wave takes no more orders', async () => {
  const db = await openMarket()
  const basket = await fillBasket(db, 'bas', [['hill', 1]])
  expect(await placeOrder(db, guestOrder(basket, { now: new Date('2026-11-23T10:00:00Z') }))).toMatchObject({
    refusal: { code: 'wave_closed' },
  })
})

test('an address outside every zone is told the nearest pick-up point; an unknown place is not guessed', async () => {
  const db = await openMarket()
  const basket = await fillBasket(db, 'bas', [['hill', 1]])
  const to = (districtId: string) => placeOrder(db, guestOrder(basket, { delivery: { kind: 'door', districtId, street: 'x', note: '' } }))
  expect(await to('outer')).toEqual({ ok: false, refusal: { code: 'outside_zones', nearestPickupPointId: 'gate' } })
  expect(await to('nowhere')).toEqual({ ok: false, refusal: { code: 'unknown_place' } })
})

test('a farm below the standard fills nothing, not even an alliance product', async () => {
  const db = await openMarket()
  await db.transact((tx) => tx.update(farms).set({ licensed: false }).where(eq(farms.id, 'brook')))
  const { orderId } = await placed(db, [['eggs', 5]])
  const lines = await db.reader.select().from(orderLines).where(eq(orderLines.orderId, orderId))
  expect(lines.map((line) => line.farmId)).toEqual(['hill'])
  const basket = await fillBasket(db, 'bas_brook', [['brook', 1]])
  expect(await placeOrder(db, guestOrder(basket))).toMatchObject({ refusal: { code: 'not_enough', available: 0 } })
})

test('a known customer’s door is kept once, for the next time; a guest’s is not', async () => {
  const db = await openMarket()
  const customerId = await registered(db, 'cus_a', { type: 'alliance', id: 'alliance' })
  const customer = { customerId, userId: null, name: '白芷', phone: '13800002222', email: null }
  await placed(db, [['hill', 1]])
  for (const lines of [[['hill', 1]], [['brook', 1]]] as [string, number][][])
    await placed(db, lines, { customer, placementKey: `k${lines[0]![0]}` })
  expect(await db.reader.select().from(addresses)).toMatchObject([{ customerId: 'cus_a', districtId: 'inner', recipient: '白芷' }])
})

test('another customer’s basket is not there', async () => {
  const db = await openMarket()
  await registered(db, 'cus_a', { type: 'alliance', id: 'alliance' })
  const basket = await fillBasket(db, 'bas', [['hill', 1]])
  const { baskets } = await import('#db/schema/index.ts')
  await db.transact((tx) => tx.update(baskets).set({ customerId: 'cus_a' }))
  expect(await placeOrder(db, guestOrder(basket))).toEqual({ ok: false, refusal: { code: 'basket_gone' } })
})

test('buying on account is for leaders: anyone else is refused', async () => {
  const db = await openMarket()
  const basket = await fillBasket(db, 'bas', [['hill', 1]])
  expect(await placeOrder(db, guestOrder(basket, { payment: 'on_account' }))).toEqual({
    ok: false,
    refusal: { code: 'over_credit_limit', limitFen: 0 },
  })
})
