import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { addLot } from '#app/services/catalog/add-lot.server.ts'
import { editListings } from '#app/services/catalog/edit-listings.server.ts'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import { findFarmProduct } from '#db/queries/farm/listings.server.ts'
import { findConsignmentContents, findPicking } from '#db/queries/farm/work.server.ts'
import { auditEntries, consignments, lots, orderEvents, orderLines, orders, presales, refundLines, waves } from '#db/schema/index.ts'
import { orderFor, placeFor } from '#tests/support/open-fleet.ts'
import { fillBasket, guestOrder, type Market, marketDay, openMarket } from '#tests/support/open-market.ts'
import { bringInHarvest } from './bring-in-harvest.server.ts'
import { callOffHarvest, closePresale } from './call-off-harvest.server.ts'
import { type NewPresale, openPresale } from './open-presale.server.ts'
import { putOffHarvest } from './put-off-harvest.server.ts'

const lotId = 'lot_v-hill_2026-12-05'
const own = { farmId: 'hill', userId: 'user_hill' }
const presale: NewPresale = {
  ...{ variantId: 'var_hill', harvestFromOn: '2026-12-05', harvestToOn: '2026-12-12', keepsDays: 10 },
  ...{ forecast: 20, promised: 16, noteZh: '冬笋', noteEn: 'Winter shoots' },
}
const open = (db: Market, change: Partial<NewPresale> = {}) =>
  openPresale(db, { ...own, presale: { ...presale, ...change }, now: marketDay })

/** The small alliance with waves in December; hill's harvest is sold out, its next is sold ahead. */
async function openAhead(): Promise<Market> {
  const db = await openMarket()
  await db.transact(async (tx) => {
    await tx.update(lots).set({ available: 0 }).where(eq(lots.id, 'lot_hill_hill'))
    const plain = { hubId: 'hub', zoneId: 'east', dropFeeFen: fen(700), capacityDrops: 60, bookedDrops: 0, status: 'open' as const }
    for (const day of ['08', '11', '15']) {
      const deliversOn = `2026-12-${day}`
      await tx.insert(waves).values({ id: `dec${day}`, deliversOn, cutoffAt: new Date(`${deliversOn}T00:00:00Z`), ...plain })
    }
  })
  return db
}
const lotOf = async (db: Market) => (await db.reader.select().from(lots).where(eq(lots.id, lotId)))[0]!
const harvestDay = new Date('2026-12-07T02:00:00Z')
const harvest = { ...own, lotId, harvestedOn: '2026-12-06', bestBeforeOn: '2026-12-20', quantity: 16, now: harvestDay }
const soundBooks = async (db: Market) => expect((await verifyLedger(db.reader)).differences).toEqual([])

test('what is harvested is sold first; what is promised is no more than is forecast, and comes when somebody is delivered to', async () => {
  const db = await openMarket()
  expect(await open(db)).toMatchObject({ refusal: { code: 'still_in_stock', onHand: 20 } })
  expect(await open(db, { promised: 21 })).toMatchObject({ refusal: { code: 'more_than_forecast' } })
  expect(await open(db, { harvestFromOn: '2027-09-01', harvestToOn: '2027-09-02' })).toMatchObject({ refusal: { code: 'too_far_ahead' } })
  expect(await openPresale(db, { ...own, farmId: 'brook', presale, now: marketDay })).toMatchObject({ refusal: { code: 'not_found' } })
  await db.transact((tx) => tx.update(lots).set({ available: 0 }))
  expect(await open(db)).toMatchObject({ refusal: { code: 'no_wave' } })
})

test('sold ahead, it rides in the first wave after its harvest, beside what comes at once; nobody gets more than is promised', async () => {
  const db = await openAhead()
  expect(await open(db)).toEqual({ ok: true, value: { lotId } })
  expect(await open(db)).toEqual({ ok: true, value: { lotId } })
  const orderId = await orderFor(db, '1', [
    ['hill', 3],
    ['brook', 1],
  ])
  const lines = await db.reader.select().from(orderLines).where(eq(orderLines.orderId, orderId)).orderBy(orderLines.position)
  expect(lines.map(({ farmId, waveId }) => [farmId, waveId])).toEqual([
    ['brook', 'tue'],
    ['hill', 'dec08'],
  ])
  expect(await lotOf(db)).toMatchObject({ available: 13, sold: 3, forecast: true })
  const tooMany = await placeOrder(db, guestOrder(await fillBasket(db, 'many', [['hill', 14]])))
  expect(tooMany).toMatchObject({ refusal: { code: 'not_enough', variantId: 'var_hill', available: 13 } })
  expect(await db.reader.select().from(auditEntries)).toMatchObject([{ action: 'presale_opened', actsFor: 'hill' }])
})

test('when less is harvested than was sold, those who ordered last have theirs back; what is over can be bought', async () => {
  const db = await openAhead()
  await open(db)
  const early = await orderFor(db, '1', [['hill', 6]])
  const late = await orderFor(db, '2', [['hill', 5]], { now: new Date(marketDay.getTime() + 60_000) })
  expect(await bringInHarvest(db, { ...harvest, quantity: 8, farmId: 'brook' })).toMatchObject({ refusal: { code: 'not_found' } })
  expect(await bringInHarvest(db, { ...harvest, quantity: 8 })).toEqual({ ok: true, value: { short: 3, moved: 0 } })
  expect(await bringInHarvest(db, { ...harvest, quantity: 8 })).toEqual({ ok: true, value: { short: 0, moved: 0 } })
  const back = await db.reader.select().from(refundLines)
  const [lateLine] = await db.reader.select().from(orderLines).where(eq(orderLines.orderId, late))
  expect(back.map(({ lineId, quantity }) => [lineId, quantity])).toEqual([[lateLine!.id, 3]])
  expect(await lotOf(db)).toMatchObject({ available: 0, forecast: false, harvestedOn: '2026-12-06' })
  expect(await db.reader.select().from(presales)).toMatchObject([{ status: 'harvested' }])
  expect(await db.reader.select().from(orderEvents).where(eq(orderEvents.orderId, early))).not.toContainEqual(
    expect.objectContaining({ kind: 'refund_sent' }),
  )
  await soundBooks(db)
})

test('whoever is paying meanwhile is not overlooked: a short harvest waits for them, and closing lets no more come', async () => {
  const db = await openAhead()
  await open(db)
  await placeFor(db, '1', [['hill', 4]])
  expect(await bringInHarvest(db, { ...harvest, quantity: 3 })).toMatchObject({ refusal: { code: 'being_paid', held: 4 } })
  await closePresale(db, { ...own, lotId, now: marketDay })
  const closed = await placeOrder(db, guestOrder(await fillBasket(db, 'shut', [['hill', 1]])))
  expect(closed).toMatchObject({ refusal: { code: 'not_enough' } })
})

test('put off, what would have come too soon comes in the first wave after, its customers are told, and the rest stays', async () => {
  const db = await openAhead()
  await open(db)
  const orderId = await orderFor(db, '1', [['hill', 2]])
  const later = { ...own, lotId, harvestFromOn: '2026-12-10', now: marketDay }
  expect(await putOffHarvest(db, later)).toEqual({ ok: true, value: { moved: 1 } })
  expect(await putOffHarvest(db, later)).toEqual({ ok: true, value: { moved: 0 } })
  expect(await db.reader.select().from(consignments)).toMatchObject([{ waveId: 'dec11', status: 'to_pack' }])
  expect(await db.reader.select().from(presales)).toMatchObject([{ harvestFromOn: '2026-12-10', harvestToOn: '2026-12-17' }])
  const kinds = (await db.reader.select().from(orderEvents).where(eq(orderEvents.orderId, orderId))).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'rescheduled')).toHaveLength(1)
  expect(await db.reader.select().from(waves).where(eq(waves.id, 'dec08'))).toMatchObject([{ bookedDrops: 0 }])
})

test('called off, everybody has all of it back, once, and nothing is left to sell', async () => {
  const db = await openAhead()
  await open(db)
  const orderId = await orderFor(db, '1', [['hill', 2]])
  expect(await callOffHarvest(db, { ...own, lotId, now: marketDay })).toEqual({ ok: true, value: { orders: 1 } })
  expect(await callOffHarvest(db, { ...own, lotId, now: marketDay })).toEqual({ ok: true, value: { orders: 0 } })
  expect(await db.reader.select().from(orders).where(eq(orders.id, orderId))).toMatchObject([{ status: 'cancelled' }])
  expect(await lotOf(db)).toMatchObject({ available: 0, sold: 0 })
  expect(await db.reader.select().from(presales)).toMatchObject([{ status: 'called_off' }])
  await soundBooks(db)
})

test('while a size is sold ahead, its real harvest confirms the forecast: it is neither added beside it nor put back on the grid', async () => {
  const db = await openAhead()
  await open(db)
  const lot = { harvestedOn: '2026-12-06', bestBeforeOn: '2026-12-20', quantity: 16 }
  const add = (variantId: string) => addLot(db, { ...own, variantId, lot, now: harvestDay })
  expect(await add('var_hill')).toEqual({ ok: false, refusal: { code: 'promised_ahead', forecastId: lotId, by: 'presale' } })
  const back = { kind: 'stock', id: 'lot_hill_hill', from: 0, to: 5 } as const
  const edited = await editListings(db, { ...own, saveKey: 'save-1', changes: [back], now: harvestDay })
  expect(edited.refused).toEqual([{ change: back, refusal: { code: 'promised_ahead' } }])
  await closePresale(db, { ...own, lotId, now: harvestDay })
  expect((await add('var_hill')).ok).toBe(false)
  expect((await bringInHarvest(db, harvest)).ok).toBe(true)
  expect((await add('var_hill')).ok).toBe(true)
  expect((await db.reader.select().from(lots).where(eq(lots.variantId, 'var_hill'))).map(({ forecast }) => forecast)).not.toContain(true)
})

test("a farm's pick list, boxes and product page say what is still to be harvested, until the harvest is in", async () => {
  const db = await openAhead()
  await open(db)
  await orderFor(db, '1', [['hill', 2]])
  const read = async () => ({
    picked: await findPicking(db.reader, { farmId: 'hill', waveIds: ['dec08'] }),
    boxed: await findConsignmentContents(db.reader, { farmId: 'hill', waveId: 'dec08' }),
    product: await findFarmProduct(db.reader, { farmId: 'hill', productId: 'prd_hill', today: '2026-12-07' }),
  })
  const before = await read()
  expect(before.picked).toMatchObject([{ forecast: true, harvestedOn: '2026-12-05', quantity: 2 }])
  expect(before.boxed).toMatchObject([{ expectedOn: '2026-12-05' }])
  expect(before.product?.sizes[0]?.forecasts).toMatchObject([{ lotId, isPresold: true, sold: 2 }])
  expect(before.product?.sizes[0]?.lots.map(({ id }) => id)).not.toContain(lotId)
  await bringInHarvest(db, harvest)
  const after = await read()
  expect(after.picked).toMatchObject([{ forecast: false, harvestedOn: '2026-12-06' }])
  expect(after.boxed).toMatchObject([{ expectedOn: null }])
  expect(after.product?.sizes[0]?.forecasts).toEqual([])
})
