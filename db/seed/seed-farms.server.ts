import { eq, inArray } from 'drizzle-orm'
import { addDays, shanghaiInstant } from '#app/domain/business-day.ts'
import { productId } from '#app/domain/catalog/catalog-ids.ts'
import { fen } from '#app/domain/money/fen.ts'
import type { Tx } from '#db/connection.ts'
import * as schema from '#db/schema/index.ts'
import { distributions } from './data/distributions.ts'
import { farms } from './data/farms.ts'
import { geographicalIndications } from './data/geographical-indications.ts'
import { insertMissing } from './insert-missing.server.ts'

/** The member farms, the place names their products may bear, and who is registered to use them. */
export async function seedFarms(tx: Tx, { today }: { today: string }): Promise<void> {
  await insertMissing(
    tx,
    schema.geographicalIndications,
    geographicalIndications.map(({ crops: _, farmIds: __, originZh: ___, ...indication }) => indication),
  )
  await insertMissing(
    tx,
    schema.farms,
    farms.map(({ floorTerms: _, ...farm }, position) => ({
      ...farm,
      practices: [...farm.practices],
      logisticsBeforeLowFen: fen(farm.logisticsBeforeLowFen),
      logisticsBeforeHighFen: fen(farm.logisticsBeforeHighFen),
      logisticsNowLowFen: fen(farm.logisticsNowLowFen),
      logisticsNowHighFen: fen(farm.logisticsNowHighFen),
      licensed: true,
      licensedUntilOn: licenceEndsIn[farm.id] === undefined ? null : addDays(today, licenceEndsIn[farm.id]!),
      position,
    })),
  )
  await insertMissing(
    tx,
    schema.indicationRegistrations,
    geographicalIndications.flatMap(({ code, originZh, crops, farmIds }) =>
      farmIds.flatMap((farmId) =>
        crops.map((crop) => ({
          id: `reg_${code}_${farmId}_${crop}`,
          giCode: code,
          farmId,
          crop,
          originZh,
          number: `DEMO-${code}-${crop}`.toUpperCase(),
          fromOn: '2024-01-01',
          untilOn: null,
        })),
      ),
    ),
  )
}

/** Days from today: members' licences have no end, outside partners' run a year and are renewed. One ends within the month. */
const licenceEndsIn: Readonly<Record<string, number>> = { farm_hcun: 23, farm_luxi: 204 }

/** What stands beside the sheets: who distributes whose products, which are bought at a floor (S1), and since when they are listed. */
export async function seedShelf(tx: Tx, { today }: { today: string }): Promise<void> {
  await insertMissing(
    tx,
    schema.distributions,
    Object.entries(distributions).flatMap(([farmId, codes]) => codes.map((code) => ({ farmId, productId: productId(code) }))),
  )
  for (const { floorTerms } of farms) {
    if (floorTerms === null) continue
    await tx
      .update(schema.products)
      .set({ floorFenPerKg: fen(floorTerms.floorFenPerKg), premiumShareBp: floorTerms.premiumShareBp })
      .where(inArray(schema.products.code, [...floorTerms.productCodes]))
  }
  await spreadListings(tx, today)
}

/** Farms listed their products one after another, not all this morning: "newest" then shows several farms. */
async function spreadListings(tx: Tx, today: string): Promise<void> {
  const { id, farmId, code } = schema.products
  const listed = await tx.select({ id, farmId }).from(schema.products).orderBy(farmId, code)
  const listedBefore = new Map<string, number>()
  for (const product of listed) {
    const farm = farms.findIndex((known) => known.id === product.farmId)
    const rank = listedBefore.get(product.farmId ?? 'alliance') ?? 0
    listedBefore.set(product.farmId ?? 'alliance', rank + 1)
    const listedAt = shanghaiInstant(addDays(today, -1 - rank), `${String(9 + farm).padStart(2, '0')}:00`)
    await tx.update(schema.products).set({ listedAt }).where(eq(schema.products.id, product.id))
  }
}
