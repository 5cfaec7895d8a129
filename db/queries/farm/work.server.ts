import { and, asc, desc, eq, inArray, max, ne } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import {
  consignments,
  drops,
  farms,
  geographicalIndications,
  hubs,
  indicationRegistrations,
  lineLots,
  lots,
  orderLines,
  products,
  variants,
  waves,
  zones,
} from '#db/schema/index.ts'
import { markColumns, ofProduct } from '../brands/marks.server.ts'
import { linesOfConsignment } from '../ordering/consignment-lines.server.ts'

type Db = Pick<Reader, 'select'>

const count = (status: 'to_pack' | 'not_to_pack') =>
  sql<number>`sum(case when ${consignments.status} ${status === 'to_pack' ? sql`=` : sql`<>`} 'to_pack' then 1 else 0 end)`.mapWith(Number)

const waveColumns = {
  id: waves.id,
  deliversOn: waves.deliversOn,
  cutoffAt: waves.cutoffAt,
  status: waves.status,
  zoneZh: zones.nameZh,
  zoneEn: zones.nameEn,
  toPack: count('to_pack'),
  packed: count('not_to_pack'),
}

/** Waves a farm has something to pack for or has packed, and that have not left yet, the next to be delivered first. */
export const findWavesAtWork = (db: Db, { farmId }: { farmId: string }) =>
  db
    .select({ ...waveColumns, arriveBy: hubs.arriveBy })
    .from(waves)
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .innerJoin(hubs, eq(hubs.id, waves.hubId))
    .innerJoin(consignments, and(eq(consignments.waveId, waves.id), eq(consignments.farmId, farmId), ne(consignments.status, 'cancelled')))
    .where(inArray(waves.status, ['open', 'closed']))
    .groupBy(waves.id, zones.id, hubs.id)
    .orderBy(asc(waves.deliversOn), asc(waves.id))

/** The waves a farm has packed for, the latest delivery first. */
export const findWavesOfFarm = (db: Db, { farmId, limit }: { farmId: string; limit: number }) =>
  db
    .select(waveColumns)
    .from(consignments)
    .innerJoin(waves, eq(waves.id, consignments.waveId))
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .where(and(eq(consignments.farmId, farmId), ne(consignments.status, 'cancelled')))
    .groupBy(waves.id, zones.id)
    .orderBy(desc(waves.deliversOn), asc(waves.id))
    .limit(limit)

/** A wave the farm packs for; null for any other. */
export async function findWaveOfFarm(db: Db, { farmId, waveId }: { farmId: string; waveId: string }) {
  const [wave] = await db
    .select({ ...waveColumns, hubZh: hubs.nameZh, hubEn: hubs.nameEn })
    .from(waves)
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .innerJoin(hubs, eq(hubs.id, waves.hubId))
    .innerJoin(consignments, and(eq(consignments.waveId, waves.id), eq(consignments.farmId, farmId), ne(consignments.status, 'cancelled')))
    .where(eq(waves.id, waveId))
    .groupBy(waves.id, zones.id, hubs.id)
  return wave ?? null
}

const goods = {
  variantId: variants.id,
  productZh: products.nameZh,
  productEn: products.nameEn,
  sizeZh: variants.nameZh,
  sizeEn: variants.nameEn,
  storage: variants.storage,
}

/** What is left to pick for these waves: each size with the lots it was sold from, the first to spoil first. */
export const findPicking = (db: Db, { farmId, waveIds }: { farmId: string; waveIds: readonly string[] }) =>
  db
    .select({
      waveId: consignments.waveId,
      ...goods,
      lotId: lots.id,
      harvestedOn: lots.harvestedOn,
      bestBeforeOn: lots.bestBeforeOn,
      /** only promised: to be harvested first */
      forecast: lots.forecast,
      quantity: sql<number>`sum(${lineLots.quantity})`.mapWith(Number),
    })
    .from(consignments)
    .innerJoin(orderLines, linesOfConsignment)
    .innerJoin(lineLots, eq(lineLots.lineId, orderLines.id))
    .innerJoin(lots, eq(lots.id, lineLots.lotId))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(
      and(
        eq(consignments.farmId, farmId),
        inArray(consignments.waveId, waveIds.length === 0 ? ['—'] : [...waveIds]),
        eq(consignments.status, 'to_pack'),
        ne(orderLines.status, 'cancelled'),
      ),
    )
    .groupBy(consignments.waveId, variants.id, products.id, lots.id)
    .orderBy(asc(products.code), asc(variants.position), asc(lots.bestBeforeOn), asc(lots.id))

/** The farm's consignments of a wave, what is still to pack first. Of the drop the farm learns its code and nothing else. */
export const findConsignments = (db: Db, { farmId, waveId }: { farmId: string; waveId: string }) =>
  db
    .select({
      id: consignments.id,
      alias: consignments.alias,
      status: consignments.status,
      packedAt: consignments.packedAt,
      dropCode: drops.code,
    })
    .from(consignments)
    .leftJoin(drops, eq(drops.id, consignments.dropId))
    .where(and(eq(consignments.farmId, farmId), eq(consignments.waveId, waveId)))
    .orderBy(desc(sql`case when ${consignments.status} = 'to_pack' then 1 else 0 end`), asc(consignments.alias), asc(consignments.id))

/** The latest day on which a line's forecast harvests are expected. */
const expectedOn = (db: Db) =>
  sql<string | null>`(${db
    .select({ on: max(lots.harvestedOn) })
    .from(lineLots)
    .innerJoin(lots, and(eq(lots.id, lineLots.lotId), eq(lots.forecast, true)))
    .where(eq(lineLots.lineId, orderLines.id))})`

/** What is in each consignment of the wave. */
export const findConsignmentContents = (db: Db, { farmId, waveId }: { farmId: string; waveId: string }) =>
  db
    .select({
      consignmentId: consignments.id,
      lineId: orderLines.id,
      ...goods,
      quantity: orderLines.quantity,
      netWeightG: orderLines.netWeightG,
      grossWeightG: orderLines.grossWeightG,
      pricedByWeight: orderLines.pricedByWeight,
      marks: markColumns,
      indicationZh: geographicalIndications.nameZh,
      indicationEn: geographicalIndications.nameEn,
      isCancelled: sql<boolean>`${orderLines.status} = 'cancelled'`.mapWith(Boolean),
      /** the day its harvest is expected, where it is still to come; null once it is in */
      expectedOn: expectedOn(db),
    })
    .from(consignments)
    .innerJoin(orderLines, linesOfConsignment)
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(farms, eq(farms.id, products.farmId))
    .leftJoin(geographicalIndications, eq(geographicalIndications.code, products.giCode))
    .leftJoin(indicationRegistrations, ofProduct)
    .where(and(eq(consignments.farmId, farmId), eq(consignments.waveId, waveId)))
    .orderBy(asc(products.code), asc(variants.position), asc(orderLines.position))
export type ConsignmentContent = Awaited<ReturnType<typeof findConsignmentContents>>[number]
