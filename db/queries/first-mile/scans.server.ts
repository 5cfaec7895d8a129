import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { ConsignmentStatus } from '#app/domain/delivery/read-scan.ts'
import { chunksOf } from '#db/chunks-of.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { consignments, drops, runs, scans } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** The consignments as they stand; nobody else moves them until the transaction ends. */
export async function lockConsignments(tx: Tx, ids: readonly string[]) {
  const locked = []
  for (const chunk of chunksOf([...ids].sort(), 200)) {
    const rows = await tx
      .update(consignments)
      .set({ status: sql`${consignments.status}` })
      .where(inArray(consignments.id, chunk))
      .returning({
        id: consignments.id,
        orderId: consignments.orderId,
        farmId: consignments.farmId,
        waveId: consignments.waveId,
        dropId: consignments.dropId,
        alias: consignments.alias,
        status: consignments.status,
        missingAt: consignments.missingAt,
      })
    locked.push(...rows)
  }
  return locked
}
export type LockedConsignment = Awaited<ReturnType<typeof lockConsignments>>[number]

/** Of these scans, those that were noted before. */
export const findKnownScans = async (db: Db, ids: readonly string[]) =>
  (
    await db
      .select({ id: scans.id })
      .from(scans)
      .where(inArray(scans.id, ids.length === 0 ? ['—'] : [...ids]))
  ).map(({ id }) => id)

export type ScanRow = typeof scans.$inferInsert

export async function insertScans(tx: Tx, rows: readonly ScanRow[]) {
  for (const chunk of chunksOf([...rows], 100)) await tx.insert(scans).values(chunk)
}

/** Moves consignments; each step that was passed over counts as passed now. */
export async function moveConsignments(
  tx: Tx,
  { ids, status, isMissing, at }: { ids: readonly string[]; status: ConsignmentStatus; isMissing: boolean; at: Date },
) {
  const passed = (column: typeof consignments.packedAt): SQL<Date> => sql`coalesce(${column}, ${sql.param(at, column)})`
  const reached = ['to_pack', 'packed', 'handed_over', 'at_hub', 'on_the_way'].indexOf(status)
  for (const chunk of chunksOf([...ids], 200)) {
    await tx
      .update(consignments)
      .set({
        status,
        missingAt: isMissing ? passed(consignments.missingAt) : null,
        ...(reached >= 1 ? { packedAt: passed(consignments.packedAt) } : {}),
        ...(status === 'handed_over' ? { handedOverAt: passed(consignments.handedOverAt) } : {}),
        ...(reached >= 3 ? { atHubAt: passed(consignments.atHubAt) } : {}),
      })
      .where(inArray(consignments.id, chunk))
  }
}

/** Which of the consignments ride in a run. */
export const findRiders = async (db: Db, { runId, ids }: { runId: string; ids: readonly string[] }) =>
  (
    await db
      .select({ id: consignments.id })
      .from(consignments)
      .innerJoin(drops, eq(drops.id, consignments.dropId))
      .where(and(eq(drops.runId, runId), inArray(consignments.id, ids.length === 0 ? ['—'] : [...ids])))
  ).map(({ id }) => id)

/** A run with whether it has left; `driverId` null is the office, to whom every run belongs. */
export const findCheckedRun = async (db: Db, { runId, driverId }: { runId: string; driverId: string | null }) =>
  (
    await db
      .select({ id: runs.id, waveId: runs.waveId, status: runs.status })
      .from(runs)
      .where(and(eq(runs.id, runId), driverId === null ? undefined : eq(runs.driverId, driverId)))
  )[0]

/** Consignments of waves under way that carry this alias: one, unless two share it. */
export const findByAlias = (db: Db, { alias, waveIds }: { alias: string; waveIds: readonly string[] }) =>
  db
    .select({ id: consignments.id, waveId: consignments.waveId, alias: consignments.alias })
    .from(consignments)
    .where(and(inArray(consignments.waveId, waveIds.length === 0 ? ['—'] : [...waveIds]), eq(consignments.alias, alias)))
