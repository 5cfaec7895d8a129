import { and, eq, exists, inArray, isNull, max, ne, sql } from 'drizzle-orm'
import { chunksOf } from '#db/chunks-of.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { consignments, dropOrders, drops, orderContacts, orderEvents, orderLines, runs, waves } from '#db/schema/index.ts'
import { promiseNotices } from '../notices.server.ts'
import { lockWave } from './lock-wave.server.ts'

type Db = Pick<Reader, 'select'>

/** `driverId` null is the office, to whom every run belongs. */
export type RunOwner = { driverId: string | null }

/** @returns the run, if it is theirs */
export const findRunOf = async (db: Db, { runId, driverId }: RunOwner & { runId: string }) =>
  (
    await db
      .select({ id: runs.id, waveId: runs.waveId, status: runs.status })
      .from(runs)
      .where(and(eq(runs.id, runId), driverId === null ? undefined : eq(runs.driverId, driverId)))
  )[0]

/** @returns false when it has left before */
export async function sendRun(tx: Tx, { runId, at }: { runId: string; at: Date }): Promise<boolean> {
  const sent = await tx
    .update(runs)
    .set({ status: 'on_road', leftAt: at })
    .where(and(eq(runs.id, runId), eq(runs.status, 'planned')))
    .returning({ id: runs.id })
  return sent.length === 1
}

export const markWaveOnRoad = (tx: Tx, waveId: string) =>
  tx
    .update(waves)
    .set({ status: 'on_road' })
    .where(and(eq(waves.id, waveId), eq(waves.status, 'closed')))

/** What the farm forgot to tick off but the driver found at the hub. Only consignments of this run count. */
export async function markPackedAfterAll(tx: Tx, { runId, aboard, at }: { runId: string; aboard: string[] | 'all'; at: Date }) {
  if (aboard.length === 0) return
  await tx
    .update(consignments)
    .set({ status: 'packed', packedAt: at })
    .where(and(aboard === 'all' ? undefined : inArray(consignments.id, aboard), eq(consignments.status, 'to_pack'), rideIn(tx, runId)))
}

/** What was packed and is not missing rides; what was not stays behind as it is. @returns the orders that are on the way */
export async function loadConsignments(tx: Tx, runId: string): Promise<string[]> {
  const loaded = await tx
    .update(consignments)
    .set({ status: 'on_the_way' })
    .where(and(inArray(consignments.status, ['packed', 'handed_over', 'at_hub']), isNull(consignments.missingAt), rideIn(tx, runId)))
    .returning({ orderId: consignments.orderId })
  return [...new Set(loaded.map(({ orderId }) => orderId))]
}

const rideIn = (tx: Tx, runId: string) =>
  inArray(consignments.dropId, tx.select({ id: drops.id }).from(drops).where(eq(drops.runId, runId)))

/** A drop of a run of theirs; the office sees those no run takes too. */
export const findDropOf = async (db: Db, { dropId, driverId }: RunOwner & { dropId: string }) =>
  (
    await db
      .select({ id: drops.id, waveId: drops.waveId, runId: drops.runId, status: drops.status, runStatus: runs.status })
      .from(drops)
      .leftJoin(runs, eq(runs.id, drops.runId))
      .where(and(eq(drops.id, dropId), driverId === null ? undefined : eq(runs.driverId, driverId)))
  )[0]

/** The same, as it stands once its wave is locked for this transaction. */
export async function lockDropOf(tx: Tx, asked: RunOwner & { dropId: string }) {
  const named = await findDropOf(tx, asked)
  if (!named) return undefined
  await lockWave(tx, named.waveId)
  return await findDropOf(tx, asked)
}

export const findPickupCodes = async (db: Db, dropId: string) =>
  (
    await db
      .select({ code: orderContacts.pickupCode })
      .from(dropOrders)
      .innerJoin(orderContacts, eq(orderContacts.orderId, dropOrders.orderId))
      .where(eq(dropOrders.dropId, dropId))
  ).map(({ code }) => code)

export const findOrdersOfDrop = async (db: Db, dropId: string) =>
  (await db.select({ orderId: dropOrders.orderId }).from(dropOrders).where(eq(dropOrders.dropId, dropId))).map(({ orderId }) => orderId)

type Standing = (typeof drops.$inferSelect)['status']
type Settled = { dropId: string; from: Standing; status: Standing; statusReason: string | null; at: Date | null }

/** @returns false when somebody else settled it between our reading and now (PostgreSQL) */
export async function settleDropRow(tx: Tx, { dropId, from, status, statusReason, at }: Settled): Promise<boolean> {
  const settled = await tx
    .update(drops)
    .set({ status, statusReason, statusAt: at })
    .where(and(eq(drops.id, dropId), eq(drops.status, from)))
    .returning({ id: drops.id })
  return settled.length === 1
}

/** Tried in vain, to be tried again: behind every other stop of its run. */
export async function putLast(tx: Tx, { dropId, runId }: { dropId: string; runId: string }) {
  const [last] = await tx
    .select({ position: max(drops.position) })
    .from(drops)
    .where(eq(drops.runId, runId))
  await tx
    .update(drops)
    .set({ position: (last?.position ?? 0) + 1 })
    .where(eq(drops.id, dropId))
}

/**
 * Hands a drop's consignments over with their lines; one that never left its farm, or is missing, is not in the customer's hands.
 * @returns the orders that got something
 */
export async function deliverConsignments(tx: Tx, { dropId, at }: { dropId: string; at: Date }): Promise<string[]> {
  const handedOver = await tx
    .update(consignments)
    .set({ status: 'delivered' })
    .where(
      and(
        eq(consignments.dropId, dropId),
        inArray(consignments.status, ['packed', 'handed_over', 'at_hub', 'on_the_way']),
        isNull(consignments.missingAt),
      ),
    )
    .returning({ id: consignments.id, orderId: consignments.orderId })
  const ids = handedOver.map(({ id }) => id)
  if (ids.length > 0) {
    await tx
      .update(orderLines)
      .set({ status: 'delivered', deliveredAt: at })
      .where(and(eq(orderLines.status, 'placed'), exists(theirLines(tx, ids))))
  }
  return [...new Set(handedOver.map(({ orderId }) => orderId))]
}

const theirLines = (tx: Tx, consignmentIds: string[]) =>
  tx
    .select({ one: sql`1` })
    .from(consignments)
    .where(
      and(
        inArray(consignments.id, consignmentIds),
        eq(consignments.orderId, orderLines.orderId),
        eq(consignments.farmId, orderLines.farmId),
        eq(consignments.waveId, orderLines.waveId),
      ),
    )

/** A run with nothing left to do is done, and so is a wave. Whoever asks has locked the wave: of two last drops settled at once, one is the last. */
export async function finishWhatIsDone(tx: Tx, { runId, waveId }: { runId: string | null; waveId: string }) {
  const waiting = and(eq(drops.waveId, waveId), eq(drops.status, 'planned'))
  const open = await tx.select({ runId: drops.runId }).from(drops).where(waiting)
  if (runId !== null && !open.some((drop) => drop.runId === runId)) await tx.update(runs).set({ status: 'done' }).where(eq(runs.id, runId))
  if (open.length === 0) {
    await tx
      .update(waves)
      .set({ status: 'done' })
      .where(and(eq(waves.id, waveId), ne(waves.status, 'open')))
  }
}

/** Tells each order's customer on its page, and promises to tell them elsewhere too what they would want to know at once. */
export async function tellOrders(tx: Tx, events: (typeof orderEvents.$inferInsert)[]) {
  for (const chunk of chunksOf(events, 100)) await tx.insert(orderEvents).values(chunk)
  await promiseNotices(tx, events)
}
