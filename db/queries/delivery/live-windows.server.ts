import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { consignments, drops, orderEvents, runs } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** A run's stops in their order, with what their customers were told. */
export async function findRunProgress(db: Db, runId: string) {
  const [run] = await db
    .select({ departsAt: runs.departsAt, leftAt: runs.leftAt, status: runs.status })
    .from(runs)
    .where(eq(runs.id, runId))
  if (!run) return null
  const stops = await db
    .select({
      dropId: drops.id,
      plannedAt: drops.arrivesAt,
      status: drops.status,
      statusAt: drops.statusAt,
      promisedFrom: drops.promisedFrom,
      promisedUntil: drops.promisedUntil,
    })
    .from(drops)
    .where(and(eq(drops.runId, runId), isNotNull(drops.arrivesAt)))
    .orderBy(asc(drops.position))
  return { run, stops }
}

/** What the customers of a drop that is still to come are told now. */
export const promiseWindow = (tx: Tx, { dropId, from, until }: { dropId: string; from: Date; until: Date }) =>
  tx
    .update(drops)
    .set({ promisedFrom: from, promisedUntil: until })
    .where(and(eq(drops.id, dropId), eq(drops.status, 'planned')))

/** The orders of which something rides to some doors; whoever collects at a pick-up point waits for its hours. */
export const findOrdersAboard = (db: Pick<Reader, 'selectDistinct'>, dropIds: readonly string[]) =>
  db
    .selectDistinct({ dropId: drops.id, orderId: consignments.orderId })
    .from(consignments)
    .innerJoin(drops, eq(drops.id, consignments.dropId))
    .where(and(inArray(drops.id, [...dropIds]), eq(drops.kind, 'door'), eq(consignments.status, 'on_the_way')))
    .orderBy(asc(consignments.orderId))

/** Which of these events are there already. */
export const findKnownEvents = async (db: Db, ids: readonly string[]) =>
  new Set(
    (
      await db
        .select({ id: orderEvents.id })
        .from(orderEvents)
        .where(inArray(orderEvents.id, [...ids]))
    ).map(({ id }) => id),
  )
