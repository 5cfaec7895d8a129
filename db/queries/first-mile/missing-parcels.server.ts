import { and, asc, eq, gt, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { consignments, drops, farms, orderLines, orders, products, runs, scans, variants, waves, zones } from '#db/schema/index.ts'
import { linesOfConsignment } from '../ordering/consignment-lines.server.ts'

type Db = Pick<Reader, 'select'>

const lastSaid = sql<
  string | null
>`(select ${scans.reason} from ${scans} where ${scans.consignmentId} = ${consignments.id} and ${scans.step} = 'missing' order by ${scans.at} desc limit 1)`

/** What was looked for in vain and waits for the office's word, the longest first. */
export const findMissingParcels = (db: Db) =>
  db
    .select({
      id: consignments.id,
      alias: consignments.alias,
      status: consignments.status,
      missingAt: consignments.missingAt,
      reason: lastSaid,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      waveId: waves.id,
      zoneId: waves.zoneId,
      deliversOn: waves.deliversOn,
      waveStatus: waves.status,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
      orderNumber: orders.number,
      dropCode: drops.code,
      runStatus: runs.status,
    })
    .from(consignments)
    .innerJoin(farms, eq(farms.id, consignments.farmId))
    .innerJoin(waves, eq(waves.id, consignments.waveId))
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .leftJoin(drops, eq(drops.id, consignments.dropId))
    .leftJoin(runs, eq(runs.id, drops.runId))
    .where(
      and(isNotNull(consignments.missingAt), inArray(consignments.status, ['to_pack', 'packed', 'handed_over', 'at_hub', 'on_the_way'])),
    )
    .orderBy(asc(consignments.missingAt), asc(consignments.id))

/** What is in consignments, as it is still wanted. */
export const findParcelContents = (db: Db, consignmentIds: readonly string[]) =>
  db
    .select({
      consignmentId: consignments.id,
      productZh: products.nameZh,
      productEn: products.nameEn,
      sizeZh: variants.nameZh,
      sizeEn: variants.nameEn,
      quantity: orderLines.quantity,
    })
    .from(consignments)
    .innerJoin(orderLines, and(linesOfConsignment, ne(orderLines.status, 'cancelled')))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(inArray(consignments.id, consignmentIds.length === 0 ? ['—'] : [...consignmentIds]))
    .orderBy(asc(orderLines.position))

/** Waves of zones into which something may be carried over: later than the day given, of which nothing has left. */
export const findLaterWaves = (db: Db, { zoneIds, afterOn }: { zoneIds: readonly string[]; afterOn: string }) =>
  db
    .select({ id: waves.id, zoneId: waves.zoneId, deliversOn: waves.deliversOn })
    .from(waves)
    .where(
      and(
        inArray(waves.zoneId, zoneIds.length === 0 ? ['—'] : [...zoneIds]),
        gt(waves.deliversOn, afterOn),
        inArray(waves.status, ['open', 'closed']),
        eq(waves.part, 1),
        sql`not exists (select 1 from ${runs} where ${runs.waveId} = ${waves.id} and ${runs.status} <> 'planned')`,
      ),
    )
    .orderBy(asc(waves.deliversOn))

/** A wave into which something may be carried over, locked until the transaction ends. */
export async function lockWave(tx: Tx, waveId: string) {
  const [wave] = await tx
    .update(waves)
    .set({ status: sql`${waves.status}` })
    .where(eq(waves.id, waveId))
    .returning({ id: waves.id, zoneId: waves.zoneId, deliversOn: waves.deliversOn, status: waves.status })
  return wave
}

/** @returns the one day and zone the waves are of; nothing where they differ */
export const findWavesOf = (db: Db, waveIds: readonly string[]) =>
  db
    .select({ id: waves.id, zoneId: waves.zoneId, deliversOn: waves.deliversOn })
    .from(waves)
    .where(inArray(waves.id, waveIds.length === 0 ? ['—'] : [...waveIds]))

const wantedIn = (orderId: string, waveId: string) =>
  and(eq(orderLines.orderId, orderId), eq(orderLines.waveId, waveId), ne(orderLines.status, 'cancelled'))

/** Whether the order holds a place in the wave: something of it is wanted there. */
export const holdsPlace = async (db: Db, { orderId, waveId }: { orderId: string; waveId: string }) =>
  (await db.select({ id: orderLines.id }).from(orderLines).where(wantedIn(orderId, waveId)).limit(1)).length > 0

/** @returns false when the wave is full; a wave that is closed for orders has its empty places still */
export async function takePlace(tx: Tx, waveId: string): Promise<boolean> {
  const taken = await tx
    .update(waves)
    .set({ bookedDrops: sql`${waves.bookedDrops} + 1` })
    .where(and(eq(waves.id, waveId), sql`${waves.bookedDrops} < ${waves.capacityDrops}`))
    .returning({ id: waves.id })
  return taken.length === 1
}

export const givePlaceBack = (tx: Tx, waveId: string) =>
  tx
    .update(waves)
    .set({ bookedDrops: sql`${waves.bookedDrops} - 1` })
    .where(eq(waves.id, waveId))

/** Whether the wave has a consignment of that farm for that order already. */
export const hasParcel = async (db: Db, { orderId, farmId, waveId }: { orderId: string; farmId: string; waveId: string }) =>
  (
    await db
      .select({ id: consignments.id })
      .from(consignments)
      .where(and(eq(consignments.orderId, orderId), eq(consignments.farmId, farmId), eq(consignments.waveId, waveId)))
  ).length > 0

type Moved = { id: string; orderId: string; farmId: string; fromWaveId: string; toWaveId: string; isHere: boolean }

/** The consignment with its lines rides in another wave; what is not at the hub is packed anew. */
export async function moveToWave(tx: Tx, { id, orderId, farmId, fromWaveId, toWaveId, isHere }: Moved) {
  const anew = isHere ? { status: 'at_hub' as const } : { status: 'to_pack' as const, packedAt: null, handedOverAt: null, atHubAt: null }
  await tx
    .update(consignments)
    .set({ waveId: toWaveId, dropId: null, missingAt: null, ...anew })
    .where(eq(consignments.id, id))
  await tx
    .update(orderLines)
    .set({ waveId: toWaveId })
    .where(and(eq(orderLines.orderId, orderId), eq(orderLines.farmId, farmId), eq(orderLines.waveId, fromWaveId)))
}

/** Drops in which nothing rides any more are shown, but nobody drives there. @returns their waves and runs */
export async function markEmptyDrops(tx: Tx, { dropIds, at }: { dropIds: readonly string[]; at: Date }) {
  if (dropIds.length === 0) return []
  return tx
    .update(drops)
    .set({ status: 'failed', statusReason: 'cancelled', statusAt: at })
    .where(
      and(
        inArray(drops.id, [...dropIds]),
        eq(drops.status, 'planned'),
        sql`not exists (select 1 from ${consignments} where ${consignments.dropId} = ${drops.id} and ${consignments.status} <> 'cancelled')`,
      ),
    )
    .returning({ waveId: drops.waveId, runId: drops.runId })
}

/** What is given back is not waited for any more. */
export const giveUpParcel = (tx: Tx, consignmentId: string) =>
  tx.update(consignments).set({ status: 'cancelled', missingAt: null }).where(eq(consignments.id, consignmentId))

export const findDropStatuses = (db: Db, dropIds: readonly string[]) =>
  db
    .select({ id: drops.id, status: drops.status })
    .from(drops)
    .where(inArray(drops.id, dropIds.length === 0 ? ['—'] : [...dropIds]))
