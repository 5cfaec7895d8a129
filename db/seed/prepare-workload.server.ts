import { and, eq, gt, isNotNull } from 'drizzle-orm'
import type { Database } from '#db/connection.ts'
import { farms, lots, products, variants, waves } from '#db/schema/index.ts'

/** For benches: every size in stock cannot sell out, every lot keeps, and no wave fills up. */
export const prepareWorkload = (db: Database) =>
  db.transact(async (tx) => {
    await tx.update(lots).set({ available: 50_000_000, bestBeforeOn: '2099-12-31' }).where(gt(lots.available, 0))
    await tx.update(waves).set({ capacityDrops: 50_000_000 }).where(eq(waves.status, 'open'))
  })

/** One size in stock of each farm whose goods are at the hub the next day. */
export async function findSizesByFarm(db: Database): Promise<{ farmId: string; variantIds: string[] }[]> {
  const rows = await db.reader
    .select({ farmId: lots.farmId, variantId: variants.id })
    .from(lots)
    .innerJoin(variants, eq(variants.id, lots.variantId))
    .innerJoin(products, and(eq(products.id, variants.productId), isNotNull(products.farmId)))
    .innerJoin(farms, and(eq(farms.id, lots.farmId), eq(farms.leadDays, 0)))
    .where(and(gt(lots.available, 0), eq(products.status, 'listed'), eq(variants.status, 'listed')))
  const byFarm = new Map<string, string[]>()
  for (const { farmId, variantId } of rows) byFarm.set(farmId, [...(byFarm.get(farmId) ?? []), variantId])
  return [...byFarm].map(([farmId, variantIds]) => ({ farmId, variantIds }))
}

export const findFirstWave = async (db: Database, zoneId: string, now: Date) =>
  (
    await db.reader
      .select({ id: waves.id })
      .from(waves)
      .where(and(eq(waves.zoneId, zoneId), eq(waves.status, 'open'), gt(waves.cutoffAt, now)))
      .orderBy(waves.deliversOn)
      .limit(1)
  )[0]!.id
