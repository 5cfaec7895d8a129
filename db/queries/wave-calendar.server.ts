import { and, asc, gte, lt } from 'drizzle-orm'
import { chunksOf } from '#db/chunks-of.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { insertRows } from '#db/prepared.ts'
import { waves, zones } from '#db/schema/index.ts'

type NewWave = Omit<typeof waves.$inferInsert, 'bookedDrops' | 'closedAt'>

export const findZoneSchedules = (db: Pick<Reader, 'select'>) =>
  db
    .select({ zoneId: zones.id, hubId: zones.hubId, weekdays: zones.weekdays, cutoffHour: zones.cutoffHour, dropFeeFen: zones.dropFeeFen })
    .from(zones)
    .orderBy(asc(zones.position))

/** The ids of waves that deliver from `fromOn` up to, not on, `beforeOn`. */
export async function findWaveIds(db: Pick<Reader, 'select'>, { fromOn, beforeOn }: { fromOn: string; beforeOn: string }) {
  const rows = await db
    .select({ id: waves.id })
    .from(waves)
    .where(and(gte(waves.deliversOn, fromOn), lt(waves.deliversOn, beforeOn)))
  return new Set(rows.map(({ id }) => id))
}

export async function insertWaves(tx: Tx, rows: readonly NewWave[]) {
  for (const chunk of chunksOf(rows, 50))
    await insertRows(
      tx,
      waves,
      chunk.map((row) => ({ ...row, bookedDrops: 0 })),
    )
}
