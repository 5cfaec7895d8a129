import { findObstacles, type PeriodObstacle } from '#app/domain/ledger/close-period.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { markClosed } from '#db/queries/ledger/periods.server.ts'
import { readPeriodFacts } from './read-periods.server.ts'
import { sealDueDays } from './seal-due-days.server.ts'

/**
 * Closes a month (YYYY-MM, Asia/Shanghai): its days are sealed first, and from then on the database refuses any posting into
 * it; a fact learnt later goes into the month it is learnt in, with its own `effectiveAt`. Refused by the first thing that
 * stands in the way, as the books stand now.
 */
export async function closePeriod(
  database: Database,
  { period, userId, now }: { period: string; userId: string; now: Date },
): Promise<Result<{ period: string }, PeriodObstacle>> {
  await sealDueDays(database, now)
  return await database.transact(async (tx) => {
    const [obstacle] = findObstacles(await readPeriodFacts(tx, period), now)
    if (obstacle) return refuse(obstacle)
    if (!(await markClosed(tx, { period, at: now, by: userId }))) return refuse({ code: 'already_closed', closedAt: now })
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'period_closed', subject: period, detail: {}, at: now })
    return accept({ period })
  })
}
