import { and, asc, eq, gte, inArray, lte, sql } from 'drizzle-orm'
import { chunksOf } from '#db/chunks-of.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { calendarDays, orderLines, waveRules, waves, zones } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** The rules of the zones that are delivered to, with the hub they are delivered from. */
export const findRules = (db: Db) =>
  db
    .select({
      id: waveRules.id,
      zoneId: waveRules.zoneId,
      hubId: zones.hubId,
      weekdays: waveRules.weekdays,
      cutoffDaysBefore: waveRules.cutoffDaysBefore,
      cutoffTime: waveRules.cutoffTime,
      capacityDrops: waveRules.capacityDrops,
      dropFeeFen: waveRules.dropFeeFen,
      fromOn: waveRules.fromOn,
      untilOn: waveRules.untilOn,
    })
    .from(waveRules)
    .innerJoin(zones, and(eq(zones.id, waveRules.zoneId), eq(zones.status, 'open')))
    .orderBy(asc(zones.position), asc(waveRules.id))

/** The calendar's words from a day on, both days included. */
export const findCalendar = (db: Db, { fromOn, untilOn }: { fromOn: string; untilOn: string }) =>
  db
    .select()
    .from(calendarDays)
    .where(and(gte(calendarDays.on, fromOn), lte(calendarDays.on, untilOn)))
    .orderBy(asc(calendarDays.on), asc(calendarDays.id))

/** @returns how many were not there yet; one that was stays as it is */
export async function insertMissingWaves(tx: Tx, rows: readonly (typeof waves.$inferInsert)[]): Promise<number> {
  let inserted = 0
  for (const chunk of chunksOf(rows, 100)) {
    inserted += (await tx.insert(waves).values(chunk).onConflictDoNothing().returning({ id: waves.id })).length
  }
  return inserted
}

const nobodyOrdered = sql`not exists (select 1 from ${orderLines} where ${orderLines.waveId} = ${waves.id})`

type Unused = { zoneId: string | null; fromOn: string; untilOn?: string; ruledOnly?: true }

/**
 * Takes back the open waves of a zone (all: null) from a day on, or of that day alone, that nobody has ordered for; `ruledOnly`
 * leaves those that got terms of their own.
 */
export const deleteUnusedWaves = (tx: Tx, { zoneId, fromOn, untilOn, ruledOnly }: Unused) =>
  tx
    .delete(waves)
    .where(
      and(
        eq(waves.status, 'open'),
        gte(waves.deliversOn, fromOn),
        ...(zoneId === null ? [] : [eq(waves.zoneId, zoneId)]),
        ...(untilOn === undefined ? [] : [lte(waves.deliversOn, untilOn)]),
        ...(ruledOnly ? [eq(waves.version, 0)] : []),
        nobodyOrdered,
      ),
    )

/** Open waves of a day, of one zone or all, for which somebody holds a place. */
export const findBookedWaves = (db: Db, { zoneId, on }: { zoneId: string | null; on: string }) =>
  db
    .select({ id: waves.id, zoneId: waves.zoneId, bookedDrops: waves.bookedDrops })
    .from(waves)
    .where(
      and(
        eq(waves.deliversOn, on),
        inArray(waves.status, ['open', 'closed']),
        sql`${waves.bookedDrops} > 0`,
        ...(zoneId === null ? [] : [eq(waves.zoneId, zoneId)]),
      ),
    )
