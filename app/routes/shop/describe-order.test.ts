import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen, sumFen } from '#app/domain/money/fen.ts'
import { createBundle } from '#app/services/bundles/save-bundle.server.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import { reckonWave } from '#app/services/wave-costs/reckon-wave.server.ts'
import { findOrderPage, type OrderPage } from '#db/queries/customers/order-page.server.ts'
import {
  basketLines,
  dropOrders,
  farms,
  geographicalIndications,
  indicationRegistrations,
  orders,
  products,
  promotions,
  runs,
} from '#db/schema/index.ts'
import { deliverAll, openFleet, orderFor } from '#tests/support/open-fleet.ts'
import { fillBasket, guestOrder, marketDay, openMarket } from '#tests/support/open-market.ts'
import { describeOrder, drivenCostOf } from './describe-order.ts'

const noon = new Date('2026-11-24T04:00:00Z')

test('an order says what bringing it really cost once its wave is reckoned, not before', async () => {
  const db = await openFleet()
  const orderId = await orderFor(db, '8', [['hill', 2]])
  const pageOf = async () => {
    const [order] = await db.reader.select().from(orders)
    return (await findOrderPage(db.reader, { orderId, owner: { customerId: null, placementKey: order!.placementKey } }))!
  }
  await deliverAll(db, noon)
  expect(describeOrder(await pageOf(), '2026-11-24').saving.drivenFen).toBeNull()
  await db.transact((tx) => tx.update(runs).set({ drivenCostFen: fen(20_003) }))
  await reckonWave(db, { waveId: 'tue', userId: null, now: noon })
  const [part] = await db.reader.select().from(dropOrders)
  expect(describeOrder(await pageOf(), '2026-11-24').saving.drivenFen).toBe(part!.costFen)
  expect(part!.costFen).toBe(20_003)
})

test('a try that failed costs too; with a wave still to be reckoned nothing is said', () => {
  const line = (waveId: string, status = 'delivered') => ({ waveId, status }) as OrderPage['lines'][number]
  const arrival = (waveId: string, costFen: number, reckonedAt: Date | null = noon) =>
    ({ waveId, costFen: fen(costFen), reckonedAt }) as OrderPage['arrivals'][number]
  expect(drivenCostOf({ lines: [line('fri')], arrivals: [arrival('tue', 300), arrival('fri', 500)] })).toBe(800)
  expect(drivenCostOf({ lines: [line('fri')], arrivals: [arrival('tue', 300), arrival('fri', 500, null)] })).toBeNull()
  expect(drivenCostOf({ lines: [line('tue'), line('fri')], arrivals: [arrival('tue', 300)] })).toBeNull()
  expect(drivenCostOf({ lines: [line('tue'), line('fri', 'cancelled')], arrivals: [arrival('tue', 300)] })).toBe(300)
})

test('what came as a box is said, and the bill adds up beside a promotion', async () => {
  const db = await openMarket()
  const parts = ['var_hill', 'var_brook'].map((variantId) => ({ variantId, units: 2 }))
  const texts = { nameZh: '蔬菜包', nameEn: 'A week of greens', textZh: '菜', textEn: 'greens', sizeZh: '一箱', sizeEn: '1 box' }
  const bundle = { ...texts, picture: 'vegetable-box' as const, offBp: 1000, parts }
  await createBundle(db, { key: 'week', bundle, userId: 'user_office', now: marketDay })
  await fillBasket(db, 'bas', [['box-week', 2]])
  await db.transact(async (tx) => {
    await tx.update(products).set({ status: 'listed' })
    await tx.update(basketLines).set({ seenPriceFen: fen(3600) })
    await tx.insert(promotions).values({
      ...{
        id: 'autumn',
        code: null,
        nameZh: '秋',
        nameEn: 'Autumn',
        fundedBy: 'producers',
        amountFen: null,
        rateBp: 1000,
        fromGoodsFen: fen(0),
      },
      ...{ startsAt: new Date(0), endsAt: null, usesLeft: null, createdBy: 'user_office', createdAt: marketDay, stoppedAt: null },
    })
  })
  const placed = await placeOrder(db, guestOrder('bas'))
  const orderId = placed.ok ? placed.value.orderId : ''
  const page = (await findOrderPage(db.reader, { orderId, owner: { customerId: null, placementKey: 'key_bas' } }))!
  const { bill, bundles } = describeOrder(page, '2026-11-24')
  expect(bundles).toMatchObject([{ nameEn: 'A week of greens', quantity: 2, unitPriceFen: 3600, savedFen: 800 }])
  expect(bill.reductions).toMatchObject([{ id: 'autumn', offFen: 720 }])
  expect(sumFen(bill.goods.map(({ amountFen }) => fen(amountFen))) - 800 - 720 + bill.deliveryFen).toBe(page.order.totalFen)
})

test('an order shows the seal and a geographical indication while licence and registration hold, as card and basket do', async () => {
  const db = await openMarket()
  await db.transact(async (tx) => {
    await tx
      .insert(geographicalIndications)
      .values({ code: 'GI', nameZh: '温江蒜薹', nameEn: 'Wenjiang shoots', areaZh: '温江', areaEn: 'Wenjiang' })
    const registered = { giCode: 'GI', crop: 'garlic', originZh: '温江', fromOn: '2026-01-01' }
    await tx.insert(indicationRegistrations).values({ ...registered, id: 'reg_1', number: '1', farmId: 'hill', untilOn: '2026-11-25' })
    await tx.update(products).set({ giCode: 'GI', crop: 'garlic' })
    await tx.update(farms).set({ licensedUntilOn: '2026-11-24' }).where(eq(farms.id, 'hill'))
  })
  const orderId = await orderFor(db, '1', [
    ['hill', 1],
    ['brook', 1],
  ])
  const [order] = await db.reader.select().from(orders)
  const page = (await findOrderPage(db.reader, { orderId, owner: { customerId: null, placementKey: order!.placementKey } }))!
  const shown = (today: string) => {
    const marks = describeOrder(page, today).waves.flatMap(({ farms: ofWave }) =>
      ofWave.map(({ farmId, licensed, lines }) => [farmId, licensed, lines[0]!.indication?.nameEn ?? null] as const),
    )
    return marks.toSorted(([a], [b]) => b.localeCompare(a))
  }
  expect(shown('2026-11-24')).toEqual([
    ['hill', true, 'Wenjiang shoots'],
    ['brook', true, null],
  ])
  expect(shown('2026-11-25')).toEqual([
    ['hill', false, 'Wenjiang shoots'],
    ['brook', true, null],
  ])
  expect(shown('2026-11-26')[0]).toEqual(['hill', false, null])
})
