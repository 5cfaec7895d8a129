import { asc } from 'drizzle-orm'
import { chunksOf } from '#db/chunks-of.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { waves, zones } from '#db/schema/index.ts'

export const findZoneSchedules = (db: Pick<Reader, 'select'>) =>
  db
    .select({ zoneId: zones.id, hubId: zones.hubId, weekdays: zones.weekdays, cutoffHour: zones.cutoffHour, dropFeeFen: zones.dropFeeFen })
    .from(zones)
    .orderBy(asc(zones.position))

/** @returns how many were not there yet; one that was stays as it is */
export async function insertMissingWaves(tx: Tx, rows: readonly (typeof waves.$inferInsert)[]): Promise<number> {
  let inserted = 0
  for (const chunk of chunksOf(rows, 100)) {
    inserted += (await tx.insert(waves).values(chunk).onConflictDoNothing().returning({ id: waves.id })).length
  }
  return inserted
}
