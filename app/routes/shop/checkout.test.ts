import type { ActionFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { Database } from '#db/client.server.ts'
import { basketLines, lots, orders, promotions, variants, waves } from '#db/schema/index.ts'
import { fillBasket, marketDay, openMarket } from '#tests/support/open-market.ts'
import { action as checkout } from './checkout.tsx'
import { action as actOnOrder, loader as readOrder } from './order.tsx'

const runtime = vi.hoisted(() => ({ db: undefined as unknown, at: new Date(0), isBusy: false }))
vi.mock('#app/http/runtime.server.ts', () => ({ db: () => runtime.db, now: () => runtime.at, publicUrl: () => 'http://shop.test' }))
vi.mock('#app/http/payments.server.ts', () => ({
  processor: () => ({
    async openSession({ paymentId }: { paymentId: string }) {
      if (runtime.isBusy) throw new IntegrationError('stripe', true)
      return { sessionId: `cs_${paymentId}`, url: `http://pay.test/${paymentId}` }
    },
  }),
}))

// The next file in this worker is not to meet modules that were loaded beside these stand-ins.
afterAll(() => vi.resetModules())

let db: Database
beforeEach(async () => {
  db = await openMarket()
  Object.assign(runtime, { db, at: marketDay, isBusy: false })
  await fillBasket(db, 'bas_1', [['hill', 2]])
})

const key = '0b9f6f2e-9b0e-4b57-8a6e-0d5f7a2f1c11'
const typed = {
  intent: 'place',
  placementKey: key,
  shownTotalFen: '2700',
  recipient: '甘棠',
  phone: '138 0000 1111',
  delivery: 'door',
  districtId: 'inner',
  street: '桐梓林路 8 号',
  waveId: 'tue',
  substitution: 'refund',
}

const asking = (url: string, fields?: Record<string, string>, cookie = 'basket=bas_1') =>
  new Request(`http://shop.test${url}`, { headers: { cookie }, ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}) })
const args = (request: Request, params = {}) => ({ request, params, context: {} }) as unknown as ActionFunctionArgs

async function send(change: Record<string, string> = {}) {
  const answer = await checkout(args(asking('/checkout', { ...typed, ...change })))
  if ('headers' in answer)
    return { status: answer.status, location: answer.headers.get('Location'), cookie: answer.headers.get('Set-Cookie') ?? '' }
  const { page } = 'data' in answer ? answer.data : answer
  return { status: 'data' in answer ? answer.init?.status : 200, page }
}

const placedOrders = () => db.reader.select().from(orders)

test('a guest orders, is led to the payment page, and the browser keeps the key to the order', async () => {
  const { location, cookie } = await send()
  const [order, ...more] = await placedOrders()
  expect(more).toEqual([])
  expect(order).toMatchObject({ status: 'awaiting_payment', totalFen: 2700, placementKey: key })
  expect(location).toMatch(/^http:\/\/pay\.test\/pay_/)
  expect(cookie).toContain(order!.id)
})

test('the same form sent twice is one order, even when its stock is gone or its delivery dearer by then', async () => {
  const first = await send()
  await db.transact((tx) => tx.update(waves).set({ dropFeeFen: fen(900) }))
  expect((await send()).location).toBe(first.location)
  await db.transact((tx) => tx.update(lots).set({ available: 0 }))
  expect((await send()).location).toBe(first.location)
  expect(await placedOrders()).toHaveLength(1)
})

test('when the payment page cannot be opened the order stands and its page says how to pay', async () => {
  runtime.isBusy = true
  const { location } = await send()
  const [order] = await placedOrders()
  expect(location).toBe(`/orders/${order!.id}?payment=busy`)
})

test('what is missing is said at its field, and what was typed is kept', async () => {
  const { status, page } = await send({ phone: '12', street: '' })
  expect(status).toBe(400)
  expect(page).toMatchObject({ problems: { phone: 'phone_invalid', street: 'street_missing' }, values: { recipient: '甘棠', phone: '12' } })
  expect(page?.quote?.bill?.totalFen).toBe(2700)
})

test('showing the delivery days places nothing and keeps everything typed', async () => {
  const { status, page } = await send({ intent: 'quote', phone: '', waveId: '' })
  expect(status).toBe(200)
  expect(page?.quote?.waves.map((wave) => [wave.waveId, wave.drops?.length])).toEqual([
    ['tue', 1],
    ['fri', 1],
  ])
  expect(page?.values.street).toBe('桐梓林路 8 号')
  expect(await placedOrders()).toEqual([])
})

test('a code that brings nothing is refused at its field with everything typed kept, and one that holds lowers the bill', async () => {
  expect(await send({ couponCode: 'nope' })).toMatchObject({
    status: 409,
    page: { codeRefusal: { code: 'coupon_unknown' }, refusal: null, values: { couponCode: 'nope', recipient: '甘棠' } },
  })
  expect(await placedOrders()).toEqual([])
  await db.transact((tx) =>
    tx.insert(promotions).values({
      id: 'coupon',
      code: 'AUTUMN',
      nameZh: '秋收券',
      nameEn: 'Autumn',
      fundedBy: 'alliance',
      amountFen: fen(500),
      fromGoodsFen: fen(0),
      startsAt: marketDay,
      createdBy: 'user_office',
      createdAt: marketDay,
    }),
  )
  const { page } = await send({ intent: 'quote', couponCode: ' autumn' })
  expect(page?.quote?.bill).toMatchObject({ totalFen: 2200, reductions: [{ id: 'coupon', offFen: 500 }] })
  await send({ couponCode: ' autumn', shownTotalFen: '2200' })
  expect(await placedOrders()).toMatchObject([{ totalFen: 2200, couponId: 'coupon' }])
})

test('outside every zone the nearest pick-up point is one press away', async () => {
  const refused = await send({ districtId: 'outer' })
  expect(refused).toMatchObject({ status: 409, page: { refusal: { code: 'outside_zones', pickupPointId: 'gate' } } })
  const turned = await send({ intent: '', districtId: 'outer', collectAt: 'gate' })
  expect(turned.page).toMatchObject({ values: { delivery: 'pickup', pickupPointId: 'gate', recipient: '甘棠' }, refusal: null })
  expect(turned.page?.quote?.bill?.deliveryFen).toBe(350)
})

test('nobody pays more than the page showed: a risen total is shown first', async () => {
  expect(await send({ shownTotalFen: '2350' })).toMatchObject({ status: 409, page: { hasRisen: true } })
  expect(await placedOrders()).toEqual([])
})

test('a changed price is refused by name, and a shortage says how many are left; the basket stays', async () => {
  await db.transact((tx) =>
    tx
      .update(variants)
      .set({ priceFen: fen(900) })
      .where(eq(variants.id, 'var_hill')),
  )
  expect((await send()).page?.refusal).toMatchObject({ code: 'price_changed', names: [{ zh: 'hill菜', en: 'hill greens' }] })
  await db.transact(async (tx) => {
    await tx.update(variants).set({ priceFen: fen(1000) })
    await tx.update(lots).set({ available: 1 })
  })
  expect((await send()).page?.refusal).toMatchObject({ code: 'not_enough', count: 1 })
  expect(await db.reader.select().from(basketLines)).toHaveLength(1)
})

test('a day that does not reach the place is refused, and the days that do are offered', async () => {
  const { status, page } = await send({ waveId: 'mon' })
  expect(status).toBe(409)
  expect(page).toMatchObject({ refusal: { code: 'wave_closed' }, quote: { chosenWaveId: 'tue' } })
})

async function orderOf(guest: string) {
  const [order] = await placedOrders()
  const request = asking(`/orders/${order!.id}`, undefined, guest)
  return { id: order!.id, request }
}
const guestCookie = ({ cookie = '' }) => cookie.split(';', 1)[0]!
const statusOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 200,
    (thrown: Response) => thrown.status,
  )

test('the order page opens for the browser that placed it and for nobody else', async () => {
  const { id, request } = await orderOf(guestCookie(await send()))
  expect(await statusOf(readOrder(args(request, { orderId: id })))).toBe(200)
  expect(await statusOf(readOrder(args(asking(`/orders/${id}`), { orderId: id })))).toBe(404)
  expect(await statusOf(actOnOrder(args(asking(`/orders/${id}`, { intent: 'pay' }), { orderId: id })))).toBe(404)
})

test('back from the payment page the order waits for the processor’s word: it looks again by itself for a minute, then stops', async () => {
  const cookie = guestCookie(await send())
  const { id } = await orderOf(cookie)
  const read = (query: string) => readOrder(args(asking(`/orders/${id}${query}`, undefined, cookie), { orderId: id }))
  expect(await statusOf(read('?paid=1'))).toBe(302)
  const since = marketDay.getTime()
  const looking = await read(`?paid=1&since=${since}`)
  expect(looking.data).toMatchObject({ order: { status: 'awaiting_payment' }, back: { isLooking: true } })
  expect(new Headers(looking.init?.headers).get('Refresh')).toBe('2')
  const slow = await read(`?paid=1&since=${since - 60_000}`)
  expect(slow.data.back.isLooking).toBe(false)
  expect(new Headers(slow.init?.headers).has('Refresh')).toBe(false)
})

test('what has not been delivered cannot be confirmed as received', async () => {
  const cookie = guestCookie(await send())
  const { id } = await orderOf(cookie)
  const answer = await actOnOrder(args(asking(`/orders/${id}`, { intent: 'received' }, cookie), { orderId: id }))
  expect(answer).toMatchObject({ data: { refused: 'not_confirmed' }, init: { status: 409 } })
})
