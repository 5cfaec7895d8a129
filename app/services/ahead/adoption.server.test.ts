import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { cancelLines } from '#app/services/after-sales/cancel-lines.server.ts'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import { findOffersOnShelf } from '#db/queries/ahead/adoptions.server.ts'
import { findFarmOffer } from '#db/queries/ahead/farm-adoptions.server.ts'
import { findBundlesLeft } from '#db/queries/bundles/bundle-parts.server.ts'
import { adoptionNews, adoptions, basketLines, lots, orderLines, waves } from '#db/schema/index.ts'
import { pay } from '#tests/support/open-fleet.ts'
import { fillBasket, guestOrder, type Market, marketDay, openMarket } from '#tests/support/open-market.ts'
import { type NewAdoption, openAdoption } from './open-adoption.server.ts'
import { nameAdoption, postNews } from './tell-adopters.server.ts'

const hen: NewAdoption = {
  ...{ kind: 'hen', nameZh: '认养母鸡', nameEn: 'Adopt a hen', textZh: '一只', textEn: 'one', sizeZh: '一季', sizeEn: 'a season' },
  ...{ whereZh: '林下', whereEn: 'in the wood', places: 3, partVariantId: 'var_hill', units: 2, offBp: 1000 },
  datesOn: ['2026-12-05', '2026-12-19'],
}
const own = { farmId: 'hill', userId: 'user_hill' }
const offerId = 'adopt-hen'

async function openHens(): Promise<Market> {
  const db = await openMarket()
  await db.transact(async (tx) => {
    const plain = { hubId: 'hub', zoneId: 'east', dropFeeFen: fen(700), capacityDrops: 60, bookedDrops: 0, status: 'open' as const }
    for (const deliversOn of ['2026-12-08', '2026-12-22']) {
      await tx.insert(waves).values({ id: `wave_${deliversOn}`, deliversOn, cutoffAt: new Date(`${deliversOn}T00:00:00Z`), ...plain })
    }
  })
  const opened = await openAdoption(db, { ...own, key: 'hen', adoption: hen, now: marketDay })
  expect(opened).toEqual({ ok: true, value: { offerId } })
  return db
}

async function adopt(db: Market, name: string, quantity = 1) {
  const basketId = await fillBasket(db, name, [[offerId, quantity]])
  await db.transact((tx) => tx.update(basketLines).set({ seenPriceFen: fen(3600) }))
  const delivery = { kind: 'door' as const, districtId: 'inner', street: `${name} 路 8 号`, note: '' }
  return placeOrder(db, guestOrder(basketId, { delivery }))
}

async function adopted(db: Market, name: string, quantity = 1) {
  const placed = await adopt(db, name, quantity)
  if (!placed.ok) throw new Error(placed.refusal.code)
  await pay(db, placed.value, marketDay)
  return placed.value.orderId
}
const numbersOf = async (db: Market) => (await findFarmOffer(db.reader, { farmId: 'hill', offerId }))?.taken

test('one payment adopts a hen: what she lays comes on each of her dates, from its own harvest', async () => {
  const db = await openHens()
  expect(await openAdoption(db, { ...own, key: 'hen', adoption: hen, now: marketDay })).toMatchObject({ ok: true })
  const orderId = await adopted(db, 'one')
  const lines = await db.reader.select().from(orderLines).where(eq(orderLines.orderId, orderId))
  expect(lines.map(({ waveId, quantity }) => [waveId, quantity]).sort()).toEqual([
    ['wave_2026-12-08', 2],
    ['wave_2026-12-22', 2],
  ])
  expect(
    await db.reader
      .select()
      .from(lots)
      .where(eq(lots.id, `lot_${offerId}_1`)),
  ).toMatchObject([{ available: 4, sold: 2 }])
  expect(await db.reader.select().from(adoptions)).toMatchObject([{ number: 1, orderId, nickname: '' }])
  expect((await verifyLedger(db.reader)).differences).toEqual([])
})

test('nobody adopts more hens than there are; each has a number of its own', async () => {
  const db = await openHens()
  await adopted(db, 'one', 2)
  await adopted(db, 'two')
  expect(await numbersOf(db)).toEqual([1, 2, 3])
  expect((await adopt(db, 'three')).ok).toBe(false)
  expect((await findBundlesLeft(db.reader, [`var_${offerId}`], '2026-11-22')).get(`var_${offerId}`)).toBe(0)
  expect(await findOffersOnShelf(db.reader)).toMatchObject([{ taken: 3, places: 3, priceFen: 3600 }])
})

test('cancelled while part of it comes still, the number stays; cancelled whole, it is free for the next', async () => {
  const db = await openHens()
  const orderId = await adopted(db, 'one')
  await adopted(db, 'two')
  const lines = await db.reader.select().from(orderLines).where(eq(orderLines.orderId, orderId))
  const cancel = (lineId: string) =>
    cancelLines(db, { orderId, lineIds: [lineId], requestKey: `cancel-${lineId}`, userId: 'user_office', now: marketDay })
  await cancel(lines[0]!.id)
  expect(await numbersOf(db)).toEqual([1, 2])
  await cancel(lines[1]!.id)
  expect(await numbersOf(db)).toEqual([2])
  await adopted(db, 'three')
  expect(await numbersOf(db)).toEqual([1, 2])
})

test('only who adopted it names it, and a farm tells news of its own numbers alone', async () => {
  const db = await openHens()
  await adopted(db, 'one')
  const [hers] = await db.reader.select().from(adoptions)
  const named = { adoptionId: hers!.id, customerId: hers!.customerId, nickname: '芦花' }
  expect(await nameAdoption(db, { ...named, customerId: 'cus_other' })).toMatchObject({ refusal: { code: 'not_found' } })
  expect(await nameAdoption(db, named)).toMatchObject({ ok: true })
  const news = { ...own, offerId, key: 'n1', number: null, textZh: '下蛋了', textEn: 'Laying', pictureId: null, now: marketDay }
  expect(await postNews(db, { ...news, farmId: 'brook' })).toMatchObject({ refusal: { code: 'not_found' } })
  expect(await postNews(db, { ...news, number: 2 })).toMatchObject({ refusal: { code: 'number_free' } })
  await postNews(db, news)
  await postNews(db, news)
  expect(await db.reader.$count(adoptionNews)).toBe(1)
  expect(JSON.stringify(await findFarmOffer(db.reader, { farmId: 'hill', offerId }))).not.toMatch(/芦花|cus_/)
})
