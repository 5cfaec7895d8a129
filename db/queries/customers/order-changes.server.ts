import { and, asc, eq, inArray, min, ne } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { consignments, farms, lineLots, lots, orderContacts, orderLines, orders, waves } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** Where an order goes as it stands, with the words its form is filled with. */
export async function findDelivery(db: Db, orderId: string) {
  const [found] = await db
    .select({
      delivery: orders.delivery,
      zoneId: orders.zoneId,
      pickupPointId: orders.pickupPointId,
      leaderId: orders.leaderId,
      placeKey: orderContacts.placeKey,
      addressZh: orderContacts.addressZh,
      recipient: orderContacts.recipient,
      phone: orderContacts.phone,
      note: orderContacts.note,
    })
    .from(orders)
    .innerJoin(orderContacts, eq(orderContacts.orderId, orders.id))
    .where(eq(orders.id, orderId))
  return found ?? null
}

/** What is still wanted of an order: each line with its wave, how far its farm is, and until when its goods are fresh. */
export const findLinesToMove = (db: Db, orderId: string) =>
  db
    .select({
      id: orderLines.id,
      farmId: orderLines.farmId,
      waveId: orderLines.waveId,
      grossWeightG: orderLines.grossWeightG,
      unitPriceFen: orderLines.amountFen,
      storage: orderLines.storage,
      lat: farms.lat,
      lon: farms.lon,
      waveStatus: waves.status,
      cutoffAt: waves.cutoffAt,
      packing: consignments.status,
      freshUntilOn: min(lots.bestBeforeOn),
    })
    .from(orderLines)
    .innerJoin(farms, eq(farms.id, orderLines.farmId))
    .innerJoin(waves, eq(waves.id, orderLines.waveId))
    .innerJoin(
      consignments,
      and(
        eq(consignments.orderId, orderLines.orderId),
        eq(consignments.farmId, orderLines.farmId),
        eq(consignments.waveId, orderLines.waveId),
      ),
    )
    .leftJoin(lineLots, eq(lineLots.lineId, orderLines.id))
    .leftJoin(lots, eq(lots.id, lineLots.lotId))
    .where(and(eq(orderLines.orderId, orderId), ne(orderLines.status, 'cancelled')))
    .groupBy(orderLines.id, farms.id, waves.id, consignments.id)
    .orderBy(asc(orderLines.position))
export type LineToMove = Awaited<ReturnType<typeof findLinesToMove>>[number]

/** An order's wanted lines and their consignments ride in another wave; those called off stay where they were. */
export async function moveToWave(tx: Tx, { orderId, waveId }: { orderId: string; waveId: string }) {
  await tx
    .update(orderLines)
    .set({ waveId })
    .where(and(eq(orderLines.orderId, orderId), ne(orderLines.status, 'cancelled')))
  await tx
    .update(consignments)
    .set({ waveId, dropId: null })
    .where(and(eq(consignments.orderId, orderId), ne(consignments.status, 'cancelled')))
}

type Place = Pick<typeof orderContacts.$inferInsert, 'recipient' | 'phone' | 'note'> &
  Partial<Pick<typeof orderContacts.$inferInsert, 'addressZh' | 'addressEn' | 'placeKey' | 'placedBy' | 'lat' | 'lon'>>

export const changeContact = (tx: Tx, { orderId, ...place }: Place & { orderId: string }) =>
  tx.update(orderContacts).set(place).where(eq(orderContacts.orderId, orderId))

type Going = Pick<typeof orders.$inferInsert, 'delivery' | 'zoneId' | 'pickupPointId' | 'deliveryFees'>

export const changeDestination = (tx: Tx, { orderId, ...going }: Going & { orderId: string }) =>
  tx.update(orders).set(going).where(eq(orders.id, orderId))

/** One wave of a zone, if it still takes orders. */
export async function findOpenWave(db: Db, { waveId, zoneId }: { waveId: string; zoneId: string }) {
  const [wave] = await db
    .select({ id: waves.id, deliversOn: waves.deliversOn, dropFeeFen: waves.dropFeeFen })
    .from(waves)
    .where(and(eq(waves.id, waveId), eq(waves.zoneId, zoneId), eq(waves.status, 'open')))
  return wave ?? null
}

/** The least fee of a drop in each of some waves. */
export const findDropFees = async (db: Db, waveIds: readonly string[]) =>
  new Map(
    (
      await db
        .select({ id: waves.id, dropFeeFen: waves.dropFeeFen })
        .from(waves)
        .where(inArray(waves.id, [...waveIds]))
    ).map(({ id, dropFeeFen }) => [id, dropFeeFen] as const),
  )
