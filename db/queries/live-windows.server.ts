import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { dropOrders, drops, orderEvents, runs } from '#db/schema/index.ts'

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

/** The orders of some drops, with the drops' ids. */
export const findOrdersOfDrops = (db: Db, dropIds: readonly string[]) =>
  db
    .select({ dropId: dropOrders.dropId, orderId: dropOrders.orderId })
    .from(dropOrders)
    .where(inArray(dropOrders.dropId, [...dropIds]))
    .orderBy(asc(dropOrders.orderId))

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
