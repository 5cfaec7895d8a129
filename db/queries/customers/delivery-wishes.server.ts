import { and, asc, eq, gt, isNull, ne, notInArray, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { consignments, deliveryWishes, dropOrders, drops, orders, waves, zones } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** A drop of an order, with whether something of the order still hangs on it. */
export async function findDropOfOrder(db: Db, { orderId, dropId }: { orderId: string; dropId: string }) {
  const [drop] = await db
    .select({ status: drops.status, zoneId: waves.zoneId })
    .from(dropOrders)
    .innerJoin(drops, eq(drops.id, dropOrders.dropId))
    .innerJoin(waves, eq(waves.id, drops.waveId))
    .where(and(eq(dropOrders.orderId, orderId), eq(dropOrders.dropId, dropId)))
  return drop ? { ...drop, consignmentIds: await findStranded(db, { orderId, dropId }) } : null
}

/** What of an order was not handed over with a drop, and has not been moved on or given up since. */
export const findStranded = async (db: Db, { orderId, dropId }: { orderId: string; dropId: string }) =>
  (
    await db
      .select({ id: consignments.id })
      .from(consignments)
      .where(and(eq(consignments.orderId, orderId), eq(consignments.dropId, dropId), notInArray(consignments.status, gone)))
      .orderBy(asc(consignments.id))
  ).map(({ id }) => id)
const gone: ('delivered' | 'cancelled')[] = ['delivered', 'cancelled']

type Wish = Pick<typeof deliveryWishes.$inferInsert, 'dropId' | 'orderId' | 'wish' | 'waveId' | 'note' | 'saidAt'>

/** The last word counts, until the office has seen to it. @returns false when it has */
export async function keepWish(tx: Tx, { dropId, orderId, ...said }: Wish): Promise<boolean> {
  const kept = await tx
    .insert(deliveryWishes)
    .values({ dropId, orderId, ...said })
    .onConflictDoUpdate({
      target: [deliveryWishes.dropId, deliveryWishes.orderId],
      set: said,
      setWhere: isNull(deliveryWishes.settledAt),
    })
    .returning({ dropId: deliveryWishes.dropId })
  return kept.length === 1
}

type Settled = { dropId: string; orderId: string; by: string; at: Date }

/** The office has seen to it, whether or not the customer had said something. */
export const settleWish = (tx: Tx, { dropId, orderId, by, at }: Settled) =>
  tx
    .insert(deliveryWishes)
    .values({ dropId, orderId, wish: 'call', waveId: null, note: '', saidAt: at, settledAt: at, settledBy: by })
    .onConflictDoUpdate({ target: [deliveryWishes.dropId, deliveryWishes.orderId], set: { settledAt: at, settledBy: by } })

/** Orders whose delivery failed and of which something still hangs on the drop, with what their customers want; oldest first. */
export const findFailedDeliveries = (db: Db) =>
  db
    .select({
      orderId: orders.id,
      number: orders.number,
      dropId: drops.id,
      code: drops.code,
      reason: drops.statusReason,
      failedAt: drops.statusAt,
      returnedAt: drops.returnedAt,
      zoneId: waves.zoneId,
      waveId: waves.id,
      deliversOn: waves.deliversOn,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
      wish: deliveryWishes.wish,
      wishedWaveId: deliveryWishes.waveId,
      note: deliveryWishes.note,
    })
    .from(drops)
    .innerJoin(dropOrders, eq(dropOrders.dropId, drops.id))
    .innerJoin(orders, eq(orders.id, dropOrders.orderId))
    .innerJoin(waves, eq(waves.id, drops.waveId))
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .leftJoin(deliveryWishes, and(eq(deliveryWishes.dropId, drops.id), eq(deliveryWishes.orderId, orders.id)))
    .where(and(eq(drops.status, 'failed'), eq(orders.status, 'confirmed'), isNull(deliveryWishes.settledAt), hangsOn))
    .orderBy(asc(drops.statusAt), asc(orders.number))

const hangsOn = sql`exists (select 1 from ${consignments} where ${consignments.dropId} = ${drops.id} and ${consignments.orderId} = ${orders.id} and ${consignments.status} not in ('delivered', 'cancelled'))`

/** Waves of a zone that will still take something, earliest first. */
export const findWavesToCome = (db: Db, { zoneId, now, limit = 4 }: { zoneId: string; now: Date; limit?: number }) =>
  db
    .select({ waveId: waves.id, deliversOn: waves.deliversOn, cutoffAt: waves.cutoffAt })
    .from(waves)
    .where(and(eq(waves.zoneId, zoneId), eq(waves.status, 'open'), ne(waves.capacityDrops, waves.bookedDrops), gt(waves.cutoffAt, now)))
    .orderBy(asc(waves.deliversOn))
    .limit(limit)
