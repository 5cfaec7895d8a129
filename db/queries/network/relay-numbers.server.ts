import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { drivers, drops, relayNumbers, runs } from '#db/schema/index.ts'

/** Stops on the road whose people cannot call one another yet: those still to come of runs that have left. */
export const findUnconnected = (db: Pick<Reader, 'select'>, limit: number) =>
  db
    .select({
      dropId: drops.id,
      runId: runs.id,
      driver: drivers.phone,
      customer: drops.phone,
      departsAt: runs.departsAt,
      durationS: runs.durationS,
    })
    .from(drops)
    .innerJoin(runs, and(eq(runs.id, drops.runId), eq(runs.status, 'on_road')))
    .innerJoin(drivers, eq(drivers.id, runs.driverId))
    .leftJoin(relayNumbers, and(eq(relayNumbers.dropId, drops.id), eq(relayNumbers.runId, runs.id)))
    .where(and(eq(drops.status, 'planned'), isNull(relayNumbers.dropId), ne(drops.phone, ''), ne(drivers.phone, '')))
    .orderBy(asc(runs.departsAt), asc(drops.position))
    .limit(limit)

export const putRelayNumber = (tx: Tx, row: typeof relayNumbers.$inferInsert) =>
  tx
    .insert(relayNumbers)
    .values(row)
    .onConflictDoUpdate({ target: relayNumbers.dropId, set: { runId: row.runId, number: row.number, expiresAt: row.expiresAt } })

/** The number of a drop, while its run is on the road and it is still to come: to be joined beside `drops` and `runs`. */
export const relayOfDrop = and(
  eq(relayNumbers.dropId, drops.id),
  eq(relayNumbers.runId, runs.id),
  eq(runs.status, 'on_road'),
  eq(drops.status, 'planned'),
)
