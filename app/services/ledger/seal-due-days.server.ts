import { addDays, businessDay } from '#app/domain/business-day.ts'
import { type EarlierSeal, lastDayToSeal } from '#app/domain/ledger/seal-day.ts'
import { fen } from '#app/domain/money/fen.ts'
import type { Database } from '#db/connection.ts'
import { countPosted, findFirstPosted, findLastSeal, insertSeal } from '#db/queries/ledger/seals.server.ts'
import { daySpan, digestDay } from './digest-day.server.ts'

/**
 * Seals every business day that is over and not yet sealed, from the first day of the books on, each chained to the day
 * before. Safe beside itself in other processes: whoever seals a day second finds it sealed, and goes on from there.
 * @returns how many days were sealed now
 */
export async function sealDueDays(database: Database, now: Date): Promise<{ sealed: number }> {
  const last = lastDayToSeal(now)
  let sealed = 0
  for (;;) {
    const earlier = await findLastSeal(database.reader)
    const day = earlier ? addDays(earlier.day, 1) : await firstDay(database)
    if (day === null || day > last) return { sealed }
    const outcome = await sealDay(database, day, earlier, now)
    if (outcome === 'moved') return { sealed }
    if (outcome === 'sealed') sealed += 1
  }
}

async function firstDay({ reader }: Database): Promise<string | null> {
  const at = await findFirstPosted(reader)
  return at && businessDay(at)
}

/** The day is read outside the transaction, so that nobody waits for it; inside, its rows must still be as many. */
async function sealDay({ reader, transact }: Database, day: string, earlier: EarlierSeal, now: Date) {
  const digest = await digestDay(reader, day, earlier)
  return await transact(async (tx) => {
    const { postings, transfers } = await countPosted(tx, daySpan(day))
    if (postings !== digest.postings || transfers !== digest.transfers) return 'moved'
    const seal = { ...digest, day, previousDay: earlier?.day ?? null, movedFen: fen(digest.movedFen), sealedAt: now }
    return (await insertSeal(tx, seal)) ? 'sealed' : 'by_another'
  })
}
