import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { post } from '#app/services/ledger/post.server.ts'
import { expireOrder } from '#app/services/ordering/expire-order.server.ts'
import { openPayment } from '#app/services/ordering/open-payment.server.ts'
import type { Database } from '#db/client.server.ts'
import { findSubscriptionsOf } from '#db/queries/wanting/subscriptions.server.ts'
import {
  baskets,
  bundleParts,
  bundles,
  farms,
  lots,
  orderLines,
  orders,
  outbox,
  presales,
  products,
  subscriptionWeeks,
  variants,
} from '#db/schema/index.ts'
import { type Market, marketDay, openMarket, registered } from '#tests/support/open-market.ts'
import { openPayingShop } from '#tests/support/open-paying-shop.ts'
import { endSubscription, pauseSubscription, resumeSubscription } from './change-subscription.server.ts'
import { expectBoxes } from './expect-boxes.server.ts'
import { orderDueWeeks } from './order-due-weeks.server.ts'
import { planWeek } from './plan-week.server.ts'
import { readWeeks } from './read-weeks.server.ts'
import { type StartSubscription, startSubscription } from './start-subscription.server.ts'
import { tellOfWeek } from './tell-of-week.server.ts'

/** Friday's wave is cut off on Thursday at 18:00; its week is ordered from Wednesday 06:00 on. */
const before = new Date('2026-11-24T21:59:00Z')
const ordering = new Date('2026-11-24T22:00:00Z')
const weekOn = '2026-11-23'
const later = (ms: number) => new Date(ordering.getTime() + ms)

const wish: Omit<StartSubscription, 'customerId'> = {
  ...{ variantId: 'var_hill', quantity: 2, everyWeeks: 1, weekday: 5, startsOn: '2026-11-22' },
  ...{ recipient: '白芷', phone: '13800002222', substitution: 'refund', locale: 'zh-CN', now: marketDay },
  destination: { kind: 'door', districtId: 'inner', street: '桐梓林路 8 号', note: '' },
}

/** Two boxes of hill's greens on Fridays, for someone with so much credit. */
async function subscribed(db: Database, change: Partial<StartSubscription> = {}, creditFen = 0) {
  const customerId = await registered(db, 'cus_1', { type: 'alliance', id: 'alliance' })
  const transfer = { debit: '1030', credit: '2020:cus_1', amountFen: fen(creditFen) } as const
  const event = { key: 'credit', event: 'refund_failed', orderId: null, effectiveAt: marketDay } as const
  if (creditFen > 0) await db.transact((tx) => post(tx, { ...event, transfers: [transfer] }, marketDay))
  const started = await startSubscription(db, { ...wish, customerId, ...change })
  if (!started.ok) throw new Error(started.refusal.code)
  return { subscriptionId: started.value.subscriptionId, customerId }
}
const weeksOf = (db: Database) => db.reader.select().from(subscriptionWeeks)
const news = async (db: Database) => {
  const tasks = await db.reader.select().from(outbox).where(eq(outbox.topic, 'subscription_notice'))
  return tasks.map(({ subjectId }) => subjectId.split(':')[1])
}

test('a due week is ordered once, however often the job runs and in however many processes; the rest after credit is asked for', async () => {
  const db = await openMarket()
  await subscribed(db, {}, 500)
  expect(await orderDueWeeks(db, before)).toBe(0)
  const placed = await Promise.all([orderDueWeeks(db, ordering), orderDueWeeks(db, ordering), orderDueWeeks(db, ordering)])
  expect(placed.reduce((sum, count) => sum + count, 0)).toBe(1)
  expect(await orderDueWeeks(db, later(300_000))).toBe(0)
  expect(await db.reader.select().from(orders)).toMatchObject([
    { status: 'awaiting_payment', customerId: 'cus_1', totalFen: 2700, creditFen: 500, expiresAt: later(20 * 3_600_000) },
  ])
  expect(await weeksOf(db)).toMatchObject([{ status: 'ordered', weekOn, waveId: 'fri' }])
  expect(await news(db)).toEqual(['to_pay'])
  expect(await db.reader.select().from(baskets)).toEqual([])
})

test('what credit pays whole is confirmed at once', async () => {
  const db = await openMarket()
  await subscribed(db, {}, 9000)
  await orderDueWeeks(db, ordering)
  expect(await db.reader.select().from(orders)).toMatchObject([{ status: 'confirmed', creditFen: 2700 }])
  expect(await news(db)).toEqual(['paid'])
})

test('unpaid, the week is refused, the goods go back, and the customer is told once why and what comes next', async () => {
  const db = await openMarket()
  const { subscriptionId } = await subscribed(db, {}, 500)
  await orderDueWeeks(db, ordering)
  const [order] = await db.reader.select().from(orders)
  expect(await expireOrder(db, { orderId: order!.id, now: later(20 * 3_600_000) })).toBe(true)
  expect(await weeksOf(db)).toMatchObject([{ status: 'refused', refusal: 'unpaid' }])
  expect(await orderDueWeeks(db, later(21 * 3_600_000))).toBe(0)
  expect((await db.reader.select().from(lots).where(eq(lots.variantId, 'var_hill')))[0]).toMatchObject({ available: 20, held: 0 })
  expect(await expireOrder(db, { orderId: order!.id, now: later(22 * 3_600_000) })).toBe(false)
  expect(await news(db)).toEqual(['to_pay', 'refused'])
  const sent: string[] = []
  const messages = { sendSms: async ({ text }: { text: string }) => void sent.push(text), sendMail: async () => {} }
  const [week] = await weeksOf(db)
  const telling = { subjectId: `${week!.id}:refused`, publicUrl: 'http://shop.test', now: later(26 * 3_600_000) }
  expect(await tellOfWeek(db, messages, telling)).toBe('sent')
  expect(await tellOfWeek(db, messages, telling)).toBe('already')
  expect(sent).toEqual([expect.stringMatching(/没有付款.*余额已退回.*照常安排.*account\/subscriptions/)])
  expect(sent[0]).toContain(subscriptionId)
  const [stands] = await findSubscriptionsOf(db.reader, 'cus_1')
  const read = await readWeeks(db.reader, stands!, later(26 * 3_600_000))
  expect(read.missed).toEqual({ weekOn, refusal: 'unpaid', creditBackFen: 500 })
  expect(read.next).toMatchObject({ weekOn: '2026-11-30' })
})

test('what waits for its harvest is not brought week by week, by itself or in a box; a pre-sale that opens later stops its weeks', async () => {
  const db = await openMarket()
  await openBox(db)
  await subscribed(db)
  const presale = { variantId: 'var_hill', lotId: 'lot_hill_hill', harvestFromOn: '2026-12-05', harvestToOn: '2026-12-12', forecast: 20 }
  const row = { ...presale, promised: 16, noteZh: '', noteEn: '', status: 'open' as const, openedAt: marketDay, settledAt: null }
  await db.transact((tx) => tx.insert(presales).values(row))
  const start = (variantId: string) => startSubscription(db, { ...wish, variantId, customerId: 'cus_1' })
  expect(await start('var_hill')).toEqual({ ok: false, refusal: { code: 'sold_ahead' } })
  expect(await start('var_box')).toEqual({ ok: false, refusal: { code: 'sold_ahead' } })
  expect((await start('var_brook')).ok).toBe(true)
  expect(await orderDueWeeks(db, ordering)).toBe(1)
  const refused = (await weeksOf(db)).filter(({ status }) => status === 'refused')
  expect(refused).toMatchObject([{ refusal: 'sold_ahead', orderId: null }])
  await db.transact((tx) => tx.update(presales).set({ status: 'harvested' }))
  expect((await start('var_box')).ok).toBe(true)
})

test('sold out, or too late for its wave, the week is refused with the reason, and its customer is told', async () => {
  const short = await openMarket({ quantity: 1 })
  await subscribed(short)
  expect(await orderDueWeeks(short, ordering)).toBe(0)
  expect(await weeksOf(short)).toMatchObject([{ status: 'refused', refusal: 'sold_out', orderId: null }])
  expect(await news(short)).toEqual(['refused'])
  const late = await openMarket()
  await subscribed(late)
  await orderDueWeeks(late, later(34 * 3_600_000))
  expect(await weeksOf(late)).toMatchObject([{ status: 'refused', refusal: 'too_late' }])
})

test('a week that was taken by a process that died is ordered by another, once', async () => {
  const db = await openMarket()
  const { subscriptionId } = await subscribed(db)
  const dying = { id: 'swk_1', subscriptionId, weekOn, waveId: 'fri', status: 'ordered' as const, swaps: [], orderId: null, refusal: null }
  await db.transact((tx) => tx.insert(subscriptionWeeks).values({ ...dying, changedAt: ordering }))
  expect(await orderDueWeeks(db, later(60_000))).toBe(0)
  expect(await orderDueWeeks(db, later(121_000))).toBe(1)
  expect(await orderDueWeeks(db, later(600_000))).toBe(0)
})

test('a price that has risen is what is ordered at, and told', async () => {
  const db = await openMarket()
  await subscribed(db)
  await db.transact((tx) =>
    tx
      .update(variants)
      .set({ priceFen: fen(1200) })
      .where(eq(variants.id, 'var_hill')),
  )
  await orderDueWeeks(db, ordering)
  expect(await db.reader.select().from(orders)).toMatchObject([{ goodsFen: 2400 }])
  expect(await news(db)).toEqual(['to_pay_risen'])
})

test('a subscription that begins too late to be changed begins a week later', async () => {
  const db = await openMarket()
  await subscribed(db, { now: later(1), startsOn: '2026-11-25' })
  expect(await orderDueWeeks(db, later(2))).toBe(0)
})

test('another size of its category comes in a part’s place, at the difference, until the week is ordered; no other does', async () => {
  const db = await openMarket()
  await openBox(db)
  const { subscriptionId, customerId } = await subscribed(db, { variantId: 'var_box', quantity: 1 })
  const week = { subscriptionId, customerId, weekOn, now: before }
  const swap = (into: string) => planWeek(db, { ...week, wish: { out: 'var_brook', into } })
  expect(await swap('var_hill')).toMatchObject({ refusal: { code: 'not_exchangeable' } })
  expect((await swap('var_lake')).ok).toBe(true)
  expect(await orderDueWeeks(db, ordering)).toBe(1)
  const lines = await db.reader.select().from(orderLines)
  expect(lines.map(({ variantId }) => variantId).sort()).toEqual(['var_hill', 'var_lake'])
  expect(await planWeek(db, { ...week, wish: 'skip' })).toMatchObject({ refusal: { code: 'too_late' } })
  expect(await planWeek(db, { ...week, customerId: 'cus_2', wish: 'skip' })).toMatchObject({ refusal: { code: 'unknown_subscription' } })
})

test('of what is expected of an alliance product each farm sees its own share, by what it has brought of it; the office sees all', async () => {
  const db = await openMarket()
  await subscribed(db, { variantId: 'var_eggs', quantity: 4 })
  await db.transact(async (tx) => {
    await tx.update(lots).set({ available: 0, sold: 30 }).where(eq(lots.id, 'lot_eggs_hill'))
    await tx.update(lots).set({ available: 4, held: 6 }).where(eq(lots.id, 'lot_eggs_brook'))
  })
  const seen = async (farmId: string | null) => {
    const waves = await expectBoxes(db.reader, { farmId, now: before })
    return waves.filter(({ waveId }) => waveId === 'fri').flatMap(({ rows }) => rows.map(({ units, ofAll }) => [units, ofAll]))
  }
  expect(await seen(null)).toEqual([[4, null]])
  expect([await seen('hill'), await seen('brook'), await seen('lake')]).toEqual([[[3, 4]], [[1, 4]], []])
  await db.transact((tx) => tx.update(farms).set({ licensed: false }).where(eq(farms.id, 'hill')))
  expect([await seen('hill'), await seen('brook')]).toEqual([[], [[4, 4]]])
})

/** A box of hill's and brook's greens, a tenth off. */
const openBox = (db: Market) =>
  db.transact(async (tx) => {
    const [product] = await tx.select().from(products).where(eq(products.id, 'prd_hill'))
    const [size] = await tx.select().from(variants).where(eq(variants.id, 'var_hill'))
    await tx
      .insert(products)
      .values({ ...product!, id: 'prd_box', slug: 'box', code: 'BOX', farmId: null, kind: 'bundle', category: 'boxes' })
    await tx.insert(variants).values({ ...size!, id: 'var_box', productId: 'prd_box', code: 'V-BOX', priceFen: fen(1800) })
    await tx.insert(bundles).values({ variantId: 'var_box', offBp: 1000 })
    const part = { variantId: 'var_box', units: 1, notBeforeOn: null }
    await tx.insert(bundleParts).values(['hill', 'brook'].map((id, position) => ({ ...part, position, partVariantId: `var_${id}` })))
  })

test('who goes to pay at the last minute has the time a payment page needs, and not one minute past it', async () => {
  const shop = await openPayingShop()
  await subscribed(shop.db)
  shop.pass(ordering.getTime() - marketDay.getTime())
  await orderDueWeeks(shop.db, shop.now())
  shop.pass(20 * 3_600_000 - 60_000)
  const [order] = await shop.db.reader.select().from(orders)
  const urls = { success: 'http://shop.test/', cancel: 'http://shop.test/' }
  expect((await openPayment(shop.db, shop.processor, { orderId: order!.id, urls, now: shop.now() })).ok).toBe(true)
  const [held] = await shop.db.reader.select().from(orders)
  expect(held!.expiresAt).toEqual(new Date(shop.now().getTime() + 34 * 60_000))
})

test('whatever is wished and whenever the job runs: never two orders for a week, none for one that is skipped, paused or ended', async () => {
  const steps = fc.array(fc.constantFrom('skip', 'unskip', 'pause', 'resume', 'order', 'order', 'end'), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const db = await openMarket()
      const theirs = { ...(await subscribed(db)), now: before }
      let comes = true
      let isPaused = false
      let isEnded = false
      let ordered = 0
      for (const step of taken) {
        if (step === 'order') {
          const placed = await orderDueWeeks(db, ordering)
          expect(placed).toBe(ordered === 0 && comes && !isPaused && !isEnded ? 1 : 0)
          ordered += placed
        } else if (step === 'pause' || step === 'resume' || step === 'end') {
          const turn = { pause: () => pauseSubscription(db, { ...theirs, untilOn: null }), resume: () => resumeSubscription(db, theirs) }
          const done = step === 'end' ? await endSubscription(db, theirs) : await turn[step]()
          expect(done.ok).toBe(!isEnded)
          if (done.ok) isPaused = step === 'pause'
          if (step === 'end') isEnded = true
        } else {
          const wished = await planWeek(db, { ...theirs, weekOn, wish: step })
          expect(wished.ok).toBe(!isEnded && ordered === 0)
          if (wished.ok) comes = step === 'unskip'
        }
      }
      expect(await db.reader.$count(orders)).toBe(ordered)
    }),
    { numRuns: 8 },
  )
})
