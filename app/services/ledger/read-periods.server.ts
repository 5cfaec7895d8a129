import { businessDay } from '#app/domain/business-day.ts'
import { findObstacles, monthsFrom, type PeriodFacts, type PeriodObstacle } from '#app/domain/ledger/close-period.ts'
import type { Reader } from '#db/connection.ts'
import { findClosedPeriods, findPending, findSuspense, findUnexplained } from '#db/queries/ledger/periods.server.ts'
import { findFirstPosted } from '#db/queries/ledger/seals.server.ts'

type Db = Pick<Reader, 'select'>

/** Named one by one as far as somebody will look into them. */
const unexplainedAtMost = 20

const firstMonth = async (db: Db): Promise<string | null> => {
  const at = await findFirstPosted(db)
  return at && businessDay(at).slice(0, 7)
}

/** What closing `period` turns on, as the books stand now. */
export async function readPeriodFacts(db: Db, period: string): Promise<PeriodFacts> {
  const booksBeginIn = await firstMonth(db)
  const closed = new Map((await findClosedPeriods(db)).map(({ id, closedAt }) => [id, closedAt]))
  const before = booksBeginIn === null ? [] : monthsFrom(booksBeginIn, period).slice(0, -1)
  return {
    period,
    booksBeginIn,
    closedAt: closed.get(period) ?? null,
    earlierOpen: before.find((month) => !closed.has(month)) ?? null,
    suspenseFen: await findSuspense(db),
    unexplained: await findUnexplained(db, { limit: unexplainedAtMost }),
    pending: await findPending(db),
  }
}

export type ListedPeriod = { period: string; closedAt: Date | null; closedBy: string }

/** Every month of the books up to now, newest first, and what stands in the way of closing the first that is open. */
export async function readPeriods(
  db: Db,
  now: Date,
): Promise<{ periods: ListedPeriod[]; next: { period: string; obstacles: PeriodObstacle[] } | null }> {
  const first = await firstMonth(db)
  if (first === null) return { periods: [], next: null }
  const closed = new Map((await findClosedPeriods(db)).map((period) => [period.id, period]))
  const periods = monthsFrom(first, businessDay(now).slice(0, 7)).map((period) => ({
    period,
    closedAt: closed.get(period)?.closedAt ?? null,
    closedBy: closed.get(period)?.closedBy ?? '',
  }))
  const open = periods.find(({ closedAt }) => closedAt === null)
  const next = open ? { period: open.period, obstacles: findObstacles(await readPeriodFacts(db, open.period), now) } : null
  return { periods: periods.reverse(), next }
}
