import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { PromiseWindow } from '#app/domain/delivery/promise-window.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { dropOrders, drops, planEdits, users, waves } from '#db/schema/index.ts'

export type { Assignment } from '#db/schema/delivery.ts'

type Db = Pick<Reader, 'select'>

/**
 * The plan's next version, for whoever edits the one they have seen.
 * @returns null when it is another by now
 */
export async function claimPlanVersion(tx: Tx, { waveId, seen }: { waveId: string; seen: number }): Promise<number | null> {
  const claimed = await tx
    .update(waves)
    .set({ planVersion: seen + 1 })
    .where(and(eq(waves.id, waveId), eq(waves.planVersion, seen)))
    .returning({ version: waves.planVersion })
  return claimed[0]?.version ?? null
}

export type PlanEditRow = typeof planEdits.$inferInsert
export const insertPlanEdit = (tx: Tx, edit: PlanEditRow) => tx.insert(planEdits).values(edit)

/** A wave's plan as it was at each version, oldest first. */
export const findPlanHistory = (db: Db, waveId: string) =>
  db
    .select({ version: planEdits.version, action: planEdits.action, detail: planEdits.detail, assignment: planEdits.assignment })
    .from(planEdits)
    .where(eq(planEdits.waveId, waveId))
    .orderBy(asc(planEdits.version))

/** The last changes with who made them, newest first; the planner has no name. */
export const findLastEdits = (db: Db, { waveId, limit }: { waveId: string; limit: number }) =>
  db
    .select({
      version: planEdits.version,
      action: planEdits.action,
      at: planEdits.at,
      actor: users.name,
      detail: planEdits.detail,
      costFen: planEdits.costFen,
    })
    .from(planEdits)
    .leftJoin(users, eq(users.id, planEdits.actorId))
    .where(eq(planEdits.waveId, waveId))
    .orderBy(desc(planEdits.version))
    .limit(limit)

export const holdWave = (tx: Tx, { waveId, held }: { waveId: string; held: boolean }) =>
  tx.update(waves).set({ held }).where(eq(waves.id, waveId))

export const markPublished = (tx: Tx, { waveId, at }: { waveId: string; at: Date }) =>
  tx
    .update(waves)
    .set({ publishedAt: at })
    .where(and(eq(waves.id, waveId), isNull(waves.publishedAt)))

/** Drops still to be brought, with what their customers were told. */
export const findPromises = (tx: Tx, waveId: string) =>
  tx
    .select({ id: drops.id, arrivesAt: drops.arrivesAt, promisedFrom: drops.promisedFrom, promisedUntil: drops.promisedUntil })
    .from(drops)
    .where(and(eq(drops.waveId, waveId), eq(drops.status, 'planned'), isNotNull(drops.arrivesAt)))

export const setPromise = (tx: Tx, { id, from, until }: PromiseWindow & { id: string }) =>
  tx.update(drops).set({ promisedFrom: from, promisedUntil: until }).where(eq(drops.id, id))

/** What no run brings is promised no more. */
export const dropPromises = (tx: Tx, waveId: string) =>
  tx
    .update(drops)
    .set({ promisedFrom: null, promisedUntil: null })
    .where(and(eq(drops.waveId, waveId), isNull(drops.runId), isNotNull(drops.promisedFrom)))

export const findOrdersOfDrops = async (tx: Tx, dropIds: string[]) =>
  (await tx.selectDistinct({ orderId: dropOrders.orderId }).from(dropOrders).where(inArray(dropOrders.dropId, dropIds))).map(
    ({ orderId }) => orderId,
  )

/** Stops in the order they are now expected. */
export const moveStop = (tx: Tx, { id, position, arrivesAt }: { id: string; position: number; arrivesAt: Date }) =>
  tx
    .update(drops)
    .set({ position, arrivesAt })
    .where(and(eq(drops.id, id), eq(drops.status, 'planned')))

/** A run's stops in order. */
export const findStopsOfRun = async (db: Db, runId: string) =>
  (await db.select({ id: drops.id }).from(drops).where(eq(drops.runId, runId)).orderBy(asc(drops.position))).map(({ id }) => id)
