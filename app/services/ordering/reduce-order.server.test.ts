import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { acceptOrder } from '#app/services/ledger/accept-order.server.ts'
import { post } from '#app/services/ledger/post.server.ts'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import type { Database } from '#db/client.server.ts'
import { findAllPromotions } from '#db/queries/catalog/promotions.server.ts'
import {
  accounts,
  basketLines,
  commissionTerms,
  farms,
  leaders,
  orderLines,
  orders,
  payments,
  promotions,
  transfers,
  variants,
} from '#db/schema/index.ts'
import { fillBasket, guestOrder, marketDay, openMarket, registered } from '#tests/support/open-market.ts'
import { expireOrder } from './expire-order.server.ts'
import { type PlaceOrder, placeOrder } from './place-order.server.ts'
import { receivePayment } from './receive-payment.server.ts'

const day = 86_400_000
type NewPromotion = typeof promotions.$inferInsert
const promotion = (id: string, change: Partial<NewPromotion> = {}): NewPromotion => ({
  id,
  code: null,
  nameZh: '秋收',
  nameEn: 'Harvest',
  fundedBy: 'producers',
  amountFen: fen(1001),
  rateBp: null,
  fromGoodsFen: fen(0),
  startsAt: new Date(marketDay.getTime() - day),
  endsAt: null,
  usesLeft: null,
  createdBy: 'user_office',
  createdAt: marketDay,
  stoppedAt: null,
  ...change,
})
const coupon = (change: Partial<NewPromotion> = {}) =>
  promotion('coupon', { code: 'AUTUMN', fundedBy: 'alliance', amountFen: fen(500), ...change })
const offer = (db: Database, ...rows: NewPromotion[]) => db.transact((tx) => tx.insert(promotions).values(rows))

const linesOf = (db: Database, orderId: string) =>
  db.reader.select().from(orderLines).where(eq(orderLines.orderId, orderId)).orderBy(orderLines.position)
const usesLeft = async (db: Database, id = 'coupon') =>
  (await db.reader.select().from(promotions).where(eq(promotions.id, id)))[0]?.usesLeft
const movesInto = async (db: Database, orderId: string) =>
  (
    await db.reader
      .select()
      .from(transfers)
      .where(eq(transfers.credit, `2010:${orderId}`))
      .orderBy(transfers.id)
  ).map(({ debit, amountFen }) => [debit, Number(amountFen)])

async function placed(db: Database, basketId: string, change: Partial<PlaceOrder> = {}) {
  const order = await placeOrder(db, guestOrder(basketId, change))
  if (!order.ok) throw new Error(JSON.stringify(order.refusal))
  return order.value
}
async function pay(db: Database, paymentId: string | null) {
  const [payment] = await db.reader
    .select()
    .from(payments)
    .where(eq(payments.id, paymentId ?? ''))
  if (!payment) throw new Error('nothing to pay')
  const { amountFen } = payment
  return receivePayment(db, { event: null, paymentId: payment.id, paymentIntentId: null, amountFen, now: marketDay })
}

test('the worked example: discount and coupon are spread over the lines once, and the alliance pays its coupon with the payment', async () => {
  const db = await openMarket()
  await fillBasket(db, 'bas_1', [
    ['brook', 12],
    ['hill', 10],
    ['lake', 4],
  ])
  await db.transact(async (tx) => {
    for (const [id, price] of [
      ['hill', 1170],
      ['lake', 999],
    ] as const) {
      await tx
        .update(variants)
        .set({ priceFen: fen(price) })
        .where(eq(variants.id, `var_${id}`))
      await tx
        .update(basketLines)
        .set({ seenPriceFen: fen(price) })
        .where(eq(basketLines.variantId, `var_${id}`))
    }
  })
  await offer(db, promotion('harvest'), coupon())
  const { orderId, paymentId, totalFen } = await placed(db, 'bas_1', { couponCode: ' autumn ' })
  const lines = await linesOf(db, orderId)
  expect(lines.map(({ amountFen, discountFen, couponFen }) => [amountFen, discountFen, couponFen])).toEqual([
    [12_000, 434, 217],
    [11_700, 423, 211],
    [3996, 144, 72],
  ])
  const [order] = await db.reader.select().from(orders)
  expect(order).toMatchObject({ goodsFen: 26_195, promotionId: 'harvest', couponId: 'coupon', totalFen })
  await pay(db, paymentId)
  expect(await movesInto(db, orderId)).toEqual([
    ['1010', totalFen],
    ['5020', 500],
  ])
})

test('a coupon’s last use goes to one order; one that expires unpaid gives it back, once', async () => {
  const db = await openMarket()
  await offer(db, coupon({ usesLeft: 1 }))
  for (const id of ['bas_1', 'bas_2']) await fillBasket(db, id, [['hill', 2]])
  const { orderId } = await placed(db, 'bas_1', { couponCode: 'AUTUMN' })
  expect(await usesLeft(db)).toBe(0)
  expect(await placeOrder(db, guestOrder('bas_2', { couponCode: 'AUTUMN' }))).toMatchObject({ refusal: { code: 'coupon_used_up' } })
  expect(await db.reader.select().from(orders)).toHaveLength(1)
  await expireOrder(db, { orderId, now: marketDay })
  await expireOrder(db, { orderId, now: marketDay })
  expect(await usesLeft(db)).toBe(1)
  await placed(db, 'bas_2', { couponCode: 'AUTUMN' })
  expect((await findAllPromotions(db.reader)).map(({ promotion, uses }) => [promotion.id, uses])).toEqual([['coupon', 1]])
})

test('accepted, a reduced order pays everyone their part of what it sold for, leaves no escrow, and the books verify', async () => {
  const db = await openMarket()
  await offer(db, promotion('harvest'), coupon())
  const buyer = await withCredit(db, 700)
  await fillBasket(db, 'bas_1', [
    ['hill', 3],
    ['brook', 2],
  ])
  const { orderId, paymentId } = await placed(db, 'bas_1', { ...buyer, couponCode: 'AUTUMN' })
  await pay(db, paymentId)
  await db.transact((tx) =>
    tx.update(orderLines).set({ status: 'delivered', deliveredAt: marketDay }).where(eq(orderLines.orderId, orderId)),
  )
  const later = new Date(marketDay.getTime() + 2 * day)
  expect(await acceptOrder(db, { orderId, now: later })).toMatchObject({ value: { accepted: true } })
  const sold = await db.reader
    .select()
    .from(transfers)
    .where(eq(transfers.debit, `2010:${orderId}`))
  const ofLines = sold.filter(({ lineId }) => lineId !== null).reduce((sum, { amountFen }) => sum + Number(amountFen), 0)
  expect(ofLines).toBe(5000 - 1001)
  expect((await verifyLedger(db.reader)).differences).toEqual([])
})

test('ten buyers ask for the last three uses at once: three get them', async () => {
  const db = await openMarket({ quantity: 40 })
  await offer(db, coupon({ usesLeft: 3 }))
  const baskets = Array.from({ length: 10 }, (_, index) => `bas_${index}`)
  for (const id of baskets) await fillBasket(db, id, [['hill', 1]])
  const answers = await Promise.all(baskets.map((id) => placeOrder(db, guestOrder(id, { couponCode: 'AUTUMN' }))))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
  expect(await usesLeft(db)).toBe(0)
})

test('a leader’s bulk order goes by its step prices, without promotions', async () => {
  const db = await openMarket()
  await offer(db, promotion('harvest'))
  const customerId = await registered(db, 'cus_lead', { type: 'alliance', id: 'alliance' })
  await db.transact(async (tx) => {
    const point = { communityZh: '东门', communityEn: 'East Gate', pickupPointId: 'gate', creditLimitFen: fen(0) }
    await tx.insert(leaders).values({ id: 'leader', userId: null, customerId, ...point })
  })
  await fillBasket(db, 'bas_1', [['hill', 2]])
  const customer = { customerId, userId: null, name: '白芷', phone: '13800002222', email: null }
  const { orderId } = await placed(db, 'bas_1', { customer, leaderId: 'leader' })
  expect((await linesOf(db, orderId))[0]?.discountFen).toBe(0)
})

/** A registered customer with so much credit, and what they order by. */
async function withCredit(db: Database, amountFen: number) {
  const customerId = await registered(db, 'cus_1', { type: 'alliance', id: 'alliance' })
  const transfer = { debit: '1030', credit: `2020:${customerId}`, amountFen: fen(amountFen) } as const
  const event = { key: 'credit', event: 'refund_failed', orderId: null, effectiveAt: marketDay, transfers: [transfer] } as const
  await db.transact((tx) => post(tx, { ...event, transfers: [transfer] }, marketDay))
  return { customer: { customerId, userId: null, name: '白芷', phone: '13800002222', email: null }, useCredit: true }
}
const creditOf = async (db: Database) =>
  0 - Number((await db.reader.select().from(accounts).where(eq(accounts.id, '2020:cus_1')))[0]?.balanceFen ?? 0)

test('credit pays first, the rest is paid online; an order that expires gives the credit back', async () => {
  const db = await openMarket()
  const buyer = await withCredit(db, 1000)
  await fillBasket(db, 'bas_1', [['hill', 2]])
  const { orderId, paymentId } = await placed(db, 'bas_1', { ...buyer, agreedTotalFen: fen(1700) })
  const [payment] = await db.reader.select().from(payments).where(eq(payments.id, paymentId!))
  expect(payment?.amountFen).toBe(1700)
  expect(await creditOf(db)).toBe(0)
  expect(await movesInto(db, orderId)).toEqual([['2020:cus_1', 1000]])
  await expireOrder(db, { orderId, now: marketDay })
  await expireOrder(db, { orderId, now: marketDay })
  expect(await creditOf(db)).toBe(1000)
})

test('an order that credit pays whole is confirmed at once, coupon and all', async () => {
  const db = await openMarket()
  await offer(db, coupon())
  const buyer = await withCredit(db, 9000)
  await fillBasket(db, 'bas_1', [['hill', 2]])
  const { orderId, paymentId } = await placed(db, 'bas_1', { ...buyer, couponCode: 'AUTUMN' })
  expect(paymentId).toBeNull()
  const [order] = await db.reader.select().from(orders)
  expect(order).toMatchObject({ status: 'confirmed', totalFen: 2200, creditFen: 2200, paidAt: marketDay })
  expect(await movesInto(db, orderId)).toEqual([
    ['2020:cus_1', 2200],
    ['5020', 500],
  ])
  expect(await creditOf(db)).toBe(6800)
})

test('the same credit is spent once, however many orders ask for it together', async () => {
  const db = await openMarket()
  const buyer = await withCredit(db, 1500)
  const baskets = ['bas_1', 'bas_2', 'bas_3']
  for (const id of baskets) await fillBasket(db, id, [['hill', 1]])
  await Promise.all(baskets.map((id) => placeOrder(db, guestOrder(id, buyer))))
  expect(await creditOf(db)).toBe(0)
  const spent = await db.reader.select().from(orders)
  expect(spent.reduce((sum, { creditFen }) => sum + creditFen, 0)).toBe(1500)
})

test('a line goes by the narrowest agreement, and one made later never touches it', async () => {
  const db = await openMarket()
  const [base] = await db.reader.select().from(commissionTerms).where(eq(commissionTerms.homeType, 'alliance'))
  const special = { ...base!, id: 'terms_hill', producerId: 'hill', serviceBp: 250, effectiveFrom: new Date(marketDay.getTime() - day) }
  await db.transact((tx) => tx.insert(commissionTerms).values(special))
  await fillBasket(db, 'bas_1', [
    ['hill', 1],
    ['brook', 1],
  ])
  const { orderId } = await placed(db, 'bas_1')
  const frozen = (await linesOf(db, orderId)).map(({ terms }) => [terms.termsId, terms.serviceBp])
  expect(frozen).toEqual([
    ['terms_alliance', 400],
    ['terms_hill', 250],
  ])
  await db.transact((tx) =>
    tx.insert(commissionTerms).values({ ...special, id: 'terms_later', serviceBp: 9000, effectiveFrom: new Date(marketDay.getTime() - 1) }),
  )
  expect((await linesOf(db, orderId)).map(({ terms }) => [terms.termsId, terms.serviceBp])).toEqual(frozen)
})

test('what is proposed or withdrawn binds nobody', async () => {
  const db = await openMarket()
  const [base] = await db.reader.select().from(commissionTerms).where(eq(commissionTerms.homeType, 'alliance'))
  const narrow = { ...base!, producerId: 'hill', serviceBp: 100 }
  await db.transact((tx) =>
    tx.insert(commissionTerms).values([
      { ...narrow, id: 'terms_proposed', status: 'proposed' },
      { ...narrow, id: 'terms_withdrawn', status: 'withdrawn' },
    ]),
  )
  await fillBasket(db, 'bas_1', [['hill', 1]])
  const { orderId } = await placed(db, 'bas_1')
  expect((await linesOf(db, orderId))[0]?.terms.termsId).toBe('terms_alliance')
})

test('after three green years a farm’s line carries half the reserve; a size priced by weight says so on its line', async () => {
  const db = await openMarket()
  await db.transact(async (tx) => {
    await tx.update(farms).set({ greenYears: 3 }).where(eq(farms.id, 'hill'))
    await tx.update(variants).set({ pricedByWeight: true }).where(eq(variants.id, 'var_brook'))
  })
  await fillBasket(db, 'bas_1', [
    ['hill', 1],
    ['brook', 1],
  ])
  const { orderId } = await placed(db, 'bas_1')
  expect((await linesOf(db, orderId)).map(({ farmId, terms, pricedByWeight }) => [farmId, terms.reserveFenPerKg, pricedByWeight])).toEqual([
    ['brook', 20, true],
    ['hill', 10, false],
  ])
})
