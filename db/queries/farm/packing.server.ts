import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { consignments, orderEvents } from '#db/schema/index.ts'

type Theirs = { farmId: string; consignmentIds: readonly string[] }

const theirs = ({ farmId, consignmentIds }: Theirs) =>
  and(eq(consignments.farmId, farmId), inArray(consignments.id, consignmentIds.length === 0 ? ['—'] : [...consignmentIds]))

/** How those of the consignments stand that are this farm's. */
export const findPackStates = (db: Pick<Reader, 'select'>, asked: Theirs) =>
  db
    .select({ alias: consignments.alias, status: consignments.status })
    .from(consignments)
    .where(theirs(asked))
    .orderBy(asc(consignments.id))

/** Marks what is still to pack as packed. @returns those that were */
export const markPacked = (tx: Tx, { packedAt, ...asked }: Theirs & { packedAt: Date }) =>
  tx
    .update(consignments)
    .set({ status: 'packed', packedAt })
    .where(and(theirs(asked), eq(consignments.status, 'to_pack')))
    .returning({ id: consignments.id, orderId: consignments.orderId, waveId: consignments.waveId, alias: consignments.alias })

/** The orders of those of the consignments that are packed; one of which nothing could be packed is cancelled. */
export const findPackedOrders = async (db: Pick<Reader, 'selectDistinct'>, ids: readonly string[]) =>
  (
    await db
      .selectDistinct({ orderId: consignments.orderId })
      .from(consignments)
      .where(and(inArray(consignments.id, ids.length === 0 ? ['—'] : [...ids]), eq(consignments.status, 'packed')))
      .orderBy(asc(consignments.orderId))
  ).map(({ orderId }) => orderId)

/** The customers read that this farm has packed: once an order, its first consignment says so. */
export async function insertPackedEvents(tx: Tx, { farmId, orderIds, at }: { farmId: string; orderIds: readonly string[]; at: Date }) {
  if (orderIds.length === 0) return
  await tx
    .insert(orderEvents)
    .values(orderIds.map((orderId) => ({ id: `evt_packed_${orderId}_${farmId}`, orderId, kind: 'packed' as const, farmId, at })))
    .onConflictDoNothing({ target: orderEvents.id })
}
