import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import { chunksOf } from '#db/chunks-of.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { consignments, dropOrders, drops, runs, waveFigures } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** A wave's plan as it is kept, with what the dispatcher and the drivers have made of it. */
export async function findStoredPlan(db: Db, waveId: string) {
  const [storedRuns, storedDrops] = await Promise.all([
    db
      .select({
        id: runs.id,
        vehicleId: runs.vehicleId,
        driverId: runs.driverId,
        position: runs.position,
        status: runs.status,
        departsAt: runs.departsAt,
        leftAt: runs.leftAt,
      })
      .from(runs)
      .where(eq(runs.waveId, waveId))
      .orderBy(asc(runs.position)),
    db
      .select({
        id: drops.id,
        code: drops.code,
        kind: drops.kind,
        placeKey: drops.placeKey,
        runId: drops.runId,
        position: drops.position,
        arrivesAt: drops.arrivesAt,
        lockedVehicleId: drops.lockedVehicleId,
        lockedPosition: drops.lockedPosition,
        excluded: drops.excluded,
        status: drops.status,
        statusAt: drops.statusAt,
      })
      .from(drops)
      .where(eq(drops.waveId, waveId))
      .orderBy(asc(drops.position), asc(drops.code)),
  ])
  return { runs: storedRuns, drops: storedDrops }
}
export type StoredPlan = Awaited<ReturnType<typeof findStoredPlan>>
export type StoredDrop = StoredPlan['drops'][number]

export type PlanRows = {
  drops: (typeof drops.$inferInsert)[]
  runs: (typeof runs.$inferInsert)[]
  dropOrders: (typeof dropOrders.$inferInsert)[]
  figures: typeof waveFigures.$inferInsert
  /** which consignments ride in which drop */
  riders: { dropId: string; consignmentIds: readonly string[] }[]
}

const given = (...columns: { name: string }[]) =>
  Object.fromEntries(columns.map(({ name }) => [camel(name), sql.raw(`excluded.${name}`)] as const))
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/**
 * Puts a plan in the place of what was planned before. Runs and drops that stay keep what has happened to them: who has left, what
 * was handed over, what was promised. What nobody plans any more is gone, unless it is settled.
 */
export async function replacePlan(tx: Tx, waveId: string, rows: PlanRows) {
  const keptRuns = rows.runs.map(({ id }) => id)
  const keptDrops = rows.drops.map(({ id }) => id)
  const gone = tx
    .select({ id: drops.id })
    .from(drops)
    .where(and(eq(drops.waveId, waveId), eq(drops.status, 'planned'), notInArray(drops.id, keptDrops)))
  await tx.delete(dropOrders).where(inArray(dropOrders.dropId, gone))
  await tx.delete(drops).where(and(eq(drops.waveId, waveId), eq(drops.status, 'planned'), notInArray(drops.id, keptDrops)))
  for (const chunk of chunksOf(rows.runs, 100)) {
    const { vehicleId, driverId, carrierId, position, departsAt, distanceM, durationS, costFen } = runs
    const planned = given(vehicleId, driverId, carrierId, position, departsAt, distanceM, durationS, costFen)
    await tx.insert(runs).values(chunk).onConflictDoUpdate({ target: runs.id, set: planned })
  }
  for (const chunk of chunksOf(rows.drops, 50)) {
    const { code, recipient, phone, addressZh, addressEn, note, lat, lon, weightG, cratesAmbient, cratesChilled, cratesFrozen } = drops
    const { runId, position, arrivesAt, unservedReason, lockedVehicleId, lockedPosition, excluded, costFen } = drops
    const contents = given(
      code,
      recipient,
      phone,
      addressZh,
      addressEn,
      note,
      lat,
      lon,
      weightG,
      cratesAmbient,
      cratesChilled,
      cratesFrozen,
    )
    const planned = given(runId, position, arrivesAt, unservedReason, lockedVehicleId, lockedPosition, excluded, costFen)
    await tx
      .insert(drops)
      .values(chunk)
      .onConflictDoUpdate({ target: drops.id, set: { ...contents, ...planned } })
  }
  await tx.delete(runs).where(and(eq(runs.waveId, waveId), eq(runs.status, 'planned'), notInArray(runs.id, keptRuns)))
  await replaceRiders(tx, rows)
  await tx.insert(waveFigures).values(rows.figures).onConflictDoUpdate({ target: waveFigures.waveId, set: rows.figures })
}

async function replaceRiders(tx: Tx, { dropOrders: wanted, riders }: PlanRows) {
  for (const chunk of chunksOf(riders, 100)) {
    const ids = chunk.map(({ dropId }) => dropId)
    const orders = wanted.filter(({ dropId }) => ids.includes(dropId)).map(({ orderId }) => orderId)
    await tx.delete(dropOrders).where(and(inArray(dropOrders.dropId, ids), notInArray(dropOrders.orderId, orders)))
  }
  for (const chunk of chunksOf(wanted, 100)) {
    await tx
      .insert(dropOrders)
      .values(chunk)
      .onConflictDoUpdate({ target: [dropOrders.dropId, dropOrders.orderId], set: given(dropOrders.costFen) })
  }
  for (const { dropId, consignmentIds } of riders) {
    await tx
      .update(consignments)
      .set({ dropId })
      .where(inArray(consignments.id, [...consignmentIds]))
  }
}
