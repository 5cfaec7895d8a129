import { and, eq, exists, inArray, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { consignments, driverEvents, dropProofs, drops, orderLines, runs } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** A run as it concerns a phone that speaks of it, whoever's it is now. */
export const findSpokenRun = async (db: Db, runId: string) =>
  (await db.select({ driverId: runs.driverId, status: runs.status, endedAt: runs.endedAt }).from(runs).where(eq(runs.id, runId)))[0]

/** Which run has a drop now. */
export const findDropPlace = async (db: Db, dropId: string) =>
  (await db.select({ runId: drops.runId, status: drops.status, waveId: drops.waveId }).from(drops).where(eq(drops.id, dropId)))[0]

export const findDriverEvent = async (db: Db, id: string) =>
  (
    await db
      .select({ driverId: driverEvents.driverId, outcome: driverEvents.outcome, refusal: driverEvents.refusal })
      .from(driverEvents)
      .where(eq(driverEvents.id, id))
  )[0]

export const insertDriverEvent = (tx: Tx, row: typeof driverEvents.$inferInsert) => tx.insert(driverEvents).values(row)

export const noteCratesBack = (tx: Tx, { dropId, count }: { dropId: string; count: number }) =>
  tx.update(drops).set({ cratesBack: count }).where(eq(drops.id, dropId))

export const hasProof = async (db: Db, id: string) =>
  (await db.select({ id: dropProofs.id }).from(dropProofs).where(eq(dropProofs.id, id))).length === 1

/** @returns false when a proof of that id is there already */
export async function insertProof(tx: Tx, proof: typeof dropProofs.$inferInsert): Promise<boolean> {
  const inserted = await tx.insert(dropProofs).values(proof).onConflictDoNothing().returning({ id: dropProofs.id })
  return inserted.length === 1
}

/** Takes a hand-over back: its consignments ride on, their lines are still to come. @returns their orders; null when a line is accepted */
export async function takeBackConsignments(tx: Tx, dropId: string): Promise<string[] | null> {
  const handedOver = and(eq(consignments.dropId, dropId), eq(consignments.status, 'delivered'))
  const ofThem = exists(
    tx
      .select({ one: sql`1` })
      .from(consignments)
      .where(
        and(
          handedOver,
          eq(consignments.orderId, orderLines.orderId),
          eq(consignments.farmId, orderLines.farmId),
          eq(consignments.waveId, orderLines.waveId),
        ),
      ),
  )
  const [accepted] = await tx
    .select({ id: orderLines.id })
    .from(orderLines)
    .where(and(eq(orderLines.status, 'accepted'), ofThem))
    .limit(1)
  if (accepted) return null
  await tx
    .update(orderLines)
    .set({ status: 'placed', deliveredAt: null })
    .where(and(eq(orderLines.status, 'delivered'), ofThem))
  const taken = await tx.update(consignments).set({ status: 'on_the_way' }).where(handedOver).returning({ orderId: consignments.orderId })
  return [...new Set(taken.map(({ orderId }) => orderId))]
}

export const countOpenStops = (tx: Tx, runId: string) => tx.$count(drops, and(eq(drops.runId, runId), eq(drops.status, 'planned')))

/** What is still on the van of drops that were not handed over. */
export const findUndelivered = async (tx: Tx, runId: string) =>
  await tx
    .select({ id: consignments.id, dropId: drops.id })
    .from(consignments)
    .innerJoin(drops, eq(drops.id, consignments.dropId))
    .where(and(eq(drops.runId, runId), eq(drops.status, 'failed'), eq(consignments.status, 'on_the_way')))

export async function bringBack(tx: Tx, { runId, at }: { runId: string; at: Date }) {
  await tx
    .update(drops)
    .set({ returnedAt: at })
    .where(and(eq(drops.runId, runId), inArray(drops.status, ['failed'])))
}

export const endRunRow = (tx: Tx, { runId, drivenM, at }: { runId: string; drivenM: number; at: Date }) =>
  tx.update(runs).set({ status: 'done', endedAt: at, drivenM }).where(eq(runs.id, runId))
