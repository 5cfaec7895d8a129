import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen, sumFen } from '#app/domain/money/fen.ts'
import { cancelLines } from '#app/services/after-sales/cancel-lines.server.ts'
import { recordShortPicks } from '#app/services/after-sales/record-short-picks.server.ts'
import { editListings } from '#app/services/catalog/edit-listings.server.ts'
import { acceptOrder } from '#app/services/ledger/accept-order.server.ts'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import { changeBasket } from '#app/services/ordering/change-basket.server.ts'
import { expireOrder } from '#app/services/ordering/expire-order.server.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import { quoteOrder } from '#app/services/ordering/quote-order.server.ts'
import { receivePayment } from '#app/services/ordering/receive-payment.server.ts'
import type { Database } from '#db/client.server.ts'
import { findPartHarvests, findPresoldFrom } from '#db/queries/bundles/part-harvests.server.ts'
import { findProductCards } from '#db/queries/catalog/product-cards.server.ts'
import { findBasketLines, findOffer } from '#db/queries/ordering/basket.server.ts'
import {
  auditEntries,
  basketLines,
  consignments,
  farms,
  lots,
  orderBundles,
  orderLines,
  orders,
  payments,
  presales,
  products,
  promotions,
  transfers,
  variants,
} from '#db/schema/index.ts'
import { fillBasket, guestOrder, marketDay, openMarket } from '#tests/support/open-market.ts'
import { moveBundle } from './move-bundle.server.ts'
import { type BundleFields, changeBundle, createBundle } from './save-bundle.server.ts'

const userId = 'user_office'
const today = '2026-11-22'
const box = { productId: 'prd_box-week', variantId: 'var_box-week' }
const week: BundleFields = {
  nameZh: '一周蔬菜包',
  nameEn: 'A week of greens',
  textZh: '三家的菜',
  textEn: 'From three farms',
  sizeZh: '一箱',
  sizeEn: '1 box',
  picture: 'vegetable-box',
  offBp: 1000,
  parts: [
    { variantId: 'var_hill', units: 2 },
    { variantId: 'var_brook', units: 1 },
    { variantId: 'var_eggs', units: 1 },
  ],
}

/** Two units of hill, one of brook and one of the eggs of hill and brook: 40 yuan of goods for 36. */
async function openBoxes(change: Partial<BundleFields> = {}, market = {}) {
  const db = await openMarket(market)
  await createBundle(db, { key: 'week', bundle: { ...week, ...change }, userId, now: marketDay })
  await moveBundle(db, { productId: box.productId, to: 'listed', userId, now: marketDay })
  return db
}

async function fillWithBoxes(db: Database, id: string, quantity: number, singles: readonly (readonly [string, number])[] = []) {
  await fillBasket(db, id, [['box-week', quantity], ...singles])
  const priceFen = (await findOffer(db.reader, { variantId: box.variantId, today }))?.priceFen ?? fen(1)
  await db.transact((tx) => tx.update(basketLines).set({ seenPriceFen: priceFen }).where(eq(basketLines.variantId, box.variantId)))
  return id
}

async function placed(db: Database, basketId: string, change = {}) {
  const order = await placeOrder(db, guestOrder(basketId, change))
  if (!order.ok) throw new Error(JSON.stringify(order.refusal))
  return order.value
}
const linesOf = (db: Database, orderId: string) =>
  db.reader.select().from(orderLines).where(eq(orderLines.orderId, orderId)).orderBy(orderLines.position)

async function pay(db: Database, orderId: string) {
  const [payment] = await db.reader.select().from(payments).where(eq(payments.orderId, orderId))
  const { id: paymentId, amountFen } = payment!
  return receivePayment(db, { event: null, paymentId, paymentIntentId: 'pi_1', amountFen, now: marketDay })
}

const autumn: typeof promotions.$inferInsert = {
  id: 'autumn',
  code: null,
  nameZh: '秋',
  nameEn: 'Autumn',
  fundedBy: 'producers',
  amountFen: null,
  rateBp: 1000,
  fromGoodsFen: fen(0),
  startsAt: new Date(0),
  endsAt: null,
  usesLeft: null,
  createdBy: userId,
  createdAt: marketDay,
  stoppedAt: null,
}

test('a box is sold as lines of its farms at shelf price, its saving on them, and remembered', async () => {
  const db = await openBoxes()
  await fillWithBoxes(db, 'bas', 3, [['hill', 1]])
  const { orderId } = await placed(db, 'bas')
  expect(
    (await linesOf(db, orderId)).map((line) => [line.farmId, line.variantId, line.quantity, line.amountFen, line.discountFen]),
  ).toEqual([
    ['hill', 'var_hill', 7, 7000, 600],
    ['brook', 'var_brook', 3, 3000, 300],
    ['brook', 'var_eggs', 3, 3000, 300],
  ])
  expect((await db.reader.select().from(orders))[0]).toMatchObject({ goodsFen: 3 * 3600 + 1000 })
  expect(await db.reader.select().from(orderBundles)).toEqual([
    { orderId, variantId: box.variantId, quantity: 3, unitPriceFen: 3600, savedFen: 1200 },
  ])
})

test('what an alliance part takes from two farms carries its saving line by line; a promotion takes off what the box leaves', async () => {
  const db = await openBoxes({ parts: [{ variantId: 'var_eggs', units: 3 }] })
  await db.transact((tx) => tx.insert(promotions).values(autumn))
  await fillWithBoxes(db, 'bas', 10)
  const { orderId } = await placed(db, 'bas')
  const lines = await linesOf(db, orderId)
  expect(lines.map(({ quantity }) => quantity)).toEqual([20, 10])
  expect(lines.map(({ discountFen }) => discountFen)).toEqual([2000 + 1800, 1000 + 900])
  expect((await db.reader.select().from(orders))[0]).toMatchObject({ goodsFen: 24_300 })
})

test('there are as many boxes as the scarcest part allows: on the card, in the basket, at checkout', async () => {
  const db = await openBoxes({}, { quantity: 9 })
  const [card] = await findProductCards(db.reader, [box.productId], { language: 'zh', today })
  expect(card).toMatchObject({ left: 4, priceFen: 3600, farm: null, netWeightG: 4000 })
  const change = { basketId: null, storefrontId: 'alliance', customerId: null, variantId: box.variantId, now: marketDay }
  expect(await changeBasket(db, { ...change, quantity: 5 })).toMatchObject({ refusal: { code: 'not_enough', available: 4 } })
  await fillWithBoxes(db, 'bas', 4, [['hill', 2]])
  expect((await findBasketLines(db.reader, 'bas', today))[0]).toMatchObject({ available: 4, priceFen: 3600 })
  const refusal = { code: 'part_short', variantId: box.variantId, partVariantId: 'var_hill', available: 9 }
  expect(await placeOrder(db, guestOrder('bas'))).toEqual({ ok: false, refusal })
  await db.transact((tx) => tx.update(products).set({ status: 'off' }).where(eq(products.id, 'prd_brook')))
  expect((await findOffer(db.reader, { variantId: box.variantId, today }))?.available).toBe(0)
  expect(await placeOrder(db, guestOrder('bas'))).toEqual({
    ok: false,
    refusal: { code: 'part_delisted', variantId: box.variantId, partVariantId: 'var_brook' },
  })
})

test('a part’s new price is the box’s new price at once, and who saw the old one is asked', async () => {
  const db = await openBoxes()
  await fillWithBoxes(db, 'bas', 1)
  const changes = [{ kind: 'price' as const, id: 'var_brook', from: fen(1000), to: fen(1500) }]
  await editListings(db, { farmId: 'brook', userId: 'u', saveKey: 'save', changes, now: marketDay })
  expect((await db.reader.select().from(variants).where(eq(variants.id, box.variantId)))[0]).toMatchObject({ priceFen: 4050 })
  expect(await placeOrder(db, guestOrder('bas'))).toEqual({ ok: false, refusal: { code: 'price_changed', variantIds: [box.variantId] } })
})

test('another size comes in a part’s place for one order: it is priced, held and quoted like any other', async () => {
  const db = await openBoxes()
  await db.transact((tx) =>
    tx
      .update(variants)
      .set({ priceFen: fen(2000) })
      .where(eq(variants.id, 'var_lake')),
  )
  await fillWithBoxes(db, 'bas', 1)
  const swaps = [{ out: 'var_brook', in: 'var_lake' }]
  const delivery = guestOrder('bas').delivery
  const quote = await quoteOrder(db.reader, { basketId: 'bas', delivery, waveId: 'tue', leaderId: null, swaps, now: marketDay })
  expect(quote.ok && quote.value.bundles[0]).toMatchObject({ unitPriceFen: 4500, savedFen: 500 })
  const { orderId } = await placed(db, 'bas', { swaps })
  expect((await linesOf(db, orderId)).map(({ variantId }) => variantId)).toEqual(['var_hill', 'var_lake', 'var_eggs'])
  const gone = { swaps: [{ out: 'var_hill', in: 'var_gone' }], placementKey: 'other' }
  expect(await placeOrder(db, guestOrder('bas', gone))).toMatchObject({ refusal: { code: 'part_delisted', partVariantId: 'var_gone' } })
})

test('a paid box is cancelled part by part to the last fen; what is delivered pays each farm for its part', async () => {
  const db = await openBoxes()
  await fillWithBoxes(db, 'bas', 3)
  const { orderId } = await placed(db, 'bas')
  await pay(db, orderId)
  const [hill, brook, eggs] = await linesOf(db, orderId)
  const cancelled = await cancelLines(db, { orderId, lineIds: [hill!.id], requestKey: 'key', userId, now: marketDay })
  expect(cancelled.ok).toBe(true)
  const back = await db.reader
    .select()
    .from(transfers)
    .where(and(eq(transfers.debit, `2010:${orderId}`), eq(transfers.lineId, hill!.id)))
  expect(sumFen(back.map(({ amountFen }) => fen(Number(amountFen))))).toBe(hill!.amountFen - hill!.discountFen)
  await db.transact((tx) =>
    tx
      .update(orderLines)
      .set({ status: 'delivered', deliveredAt: marketDay })
      .where(and(eq(orderLines.orderId, orderId), eq(orderLines.status, 'placed'))),
  )
  await acceptOrder(db, { orderId, now: new Date(marketDay.getTime() + 4 * 86_400_000) })
  const moved = await db.reader
    .select()
    .from(transfers)
    .where(eq(transfers.debit, `2010:${orderId}`))
  const ofLine = (id: string) => sumFen(moved.filter(({ lineId }) => lineId === id).map(({ amountFen }) => fen(Number(amountFen))))
  expect([ofLine(brook!.id), ofLine(eggs!.id)]).toEqual([2700, 2700])
  expect((await verifyLedger(db.reader)).differences).toEqual([])
})

test('a part that was packed short gives back its exact share of what it sold for in the box, and then the rest', async () => {
  const db = await openBoxes({ offBp: 777 })
  await fillWithBoxes(db, 'bas', 3)
  const { orderId } = await placed(db, 'bas')
  await pay(db, orderId)
  const [hill] = await linesOf(db, orderId)
  const [box] = await db.reader.select().from(consignments).where(eq(consignments.farmId, 'hill'))
  const packed = [{ lineId: hill!.id, quantity: 5 }]
  await db.transact((tx) => recordShortPicks(tx, { farmId: 'hill', consignmentIds: [box!.id], packed, userId, now: marketDay }))
  const soldFen = hill!.amountFen - hill!.discountFen
  const backFen = async () =>
    sumFen(
      (await db.reader.select().from(transfers).where(eq(transfers.lineId, hill!.id)))
        .filter(({ debit }) => debit === `2010:${orderId}`)
        .map(({ amountFen }) => fen(Number(amountFen))),
    )
  expect(Math.abs((await backFen()) - soldFen / 6)).toBeLessThan(1)
  await cancelLines(db, { orderId, lineIds: [hill!.id], requestKey: 'rest', userId, now: marketDay })
  expect(await backFen()).toBe(soldFen)
  expect((await verifyLedger(db.reader)).differences).toEqual([])
})

test('a box that is not paid for gives every part back', async () => {
  const db = await openBoxes()
  await fillWithBoxes(db, 'bas', 3)
  const { orderId } = await placed(db, 'bas')
  await expireOrder(db, { orderId, now: new Date(marketDay.getTime() + 86_400_000) })
  expect((await db.reader.select().from(lots)).every(({ available, held }) => available === 20 && held === 0)).toBe(true)
})

test('composing is on record, once for one form; what is off the shelf or a box itself comes into none', async () => {
  const db = await openBoxes()
  await createBundle(db, { key: 'week', bundle: week, userId, now: marketDay })
  const nested = { ...week, parts: [{ variantId: box.variantId, units: 1 }] }
  expect(await createBundle(db, { key: 'two', bundle: nested, userId, now: marketDay })).toMatchObject({ refusal: { code: 'part_gone' } })
  const smaller = { ...week, offBp: 0, parts: [{ variantId: 'var_lake', units: 1 }] }
  expect((await changeBundle(db, { ...box, bundle: smaller, userId, now: marketDay })).ok).toBe(true)
  expect((await findOffer(db.reader, { variantId: box.variantId, today }))?.priceFen).toBe(1000)
  expect(await moveBundle(db, { productId: box.productId, to: 'listed', userId, now: marketDay })).toMatchObject({ ok: false })
  expect((await db.reader.select().from(auditEntries)).map(({ action }) => action)).toEqual([
    'bundle_created',
    'bundle_listed',
    'bundle_changed',
  ])
})

test('the office reads which harvests a part can be had from, whose farm is vouched for, and what is only sold ahead', async () => {
  const db = await openBoxes()
  const forecast = { id: 'lot_ahead', farmId: 'hill', variantId: 'var_hill', harvestedOn: '2026-12-05', bestBeforeOn: '2026-12-20' }
  const presale = { variantId: 'var_hill', lotId: 'lot_ahead', harvestFromOn: '2026-12-05', harvestToOn: '2026-12-12', forecast: 9 }
  await db.transact(async (tx) => {
    await tx.update(lots).set({ available: 0, bestBeforeOn: '2026-11-21' }).where(eq(lots.id, 'lot_hill_hill'))
    await tx.insert(lots).values({ ...forecast, available: 9, held: 0, sold: 0, forecast: true })
    await tx.insert(presales).values({ ...presale, promised: 9, noteZh: '', noteEn: '', status: 'open', openedAt: marketDay })
    await tx.update(farms).set({ licensedUntilOn: '2026-11-21' }).where(eq(farms.id, 'brook'))
  })
  const variantIds = ['var_hill', 'var_eggs']
  const harvests = await findPartHarvests(db.reader, { variantIds, today })
  expect(harvests.map(({ lotId, forecast: isAhead, isVouched }) => [lotId, isAhead, isVouched])).toEqual([
    ['lot_eggs_brook', false, false],
    ['lot_eggs_hill', false, true],
    ['lot_ahead', true, true],
  ])
  expect(await findPresoldFrom(db.reader, variantIds)).toEqual(new Map([['var_hill', '2026-12-05']]))
})
