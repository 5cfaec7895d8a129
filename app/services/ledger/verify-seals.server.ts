import { addDays, businessDay } from '#app/domain/business-day.ts'
import type { EarlierSeal } from '#app/domain/ledger/seal-day.ts'
import type { Reader } from '#db/connection.ts'
import { findFirstPosted, findSealsAfter } from '#db/queries/ledger/seals.server.ts'
import { digestDay } from './digest-day.server.ts'

const sealsAtOnce = 200

/** The first day whose rows are not what was sealed. */
export type BrokenDay = { day: string; kept: string; reckoned: string }

/**
 * Reckons every seal anew, each chained to the one reckoned before it, so that a changed row breaks its day and all after.
 * @returns how many days are sealed, and the first that is broken; null when none is
 */
export async function verifySeals(db: Pick<Reader, 'select'>): Promise<{ days: number; broken: BrokenDay | null }> {
  const firstPosted = await findFirstPosted(db)
  let due = firstPosted && businessDay(firstPosted)
  let earlier: EarlierSeal = null
  for (let days = 0; ; ) {
    const seals: Awaited<ReturnType<typeof findSealsAfter>> = await findSealsAfter(db, { after: earlier?.day ?? '', limit: sealsAtOnce })
    for (const { day, hash, previousDay, postings, transfers, movedFen } of seals) {
      if (day !== due) return { days, broken: { day: due ?? day, kept: 'no seal', reckoned: `next is ${day}` } }
      const digest = await digestDay(db, day, earlier)
      const kept = told({ hash, postings, transfers, movedFen, previousDay })
      const reckoned = told({ ...digest, previousDay: earlier?.day ?? null })
      if (kept !== reckoned) return { days, broken: { day, kept, reckoned } }
      earlier = { day, hash: digest.hash }
      due = addDays(day, 1)
      days += 1
    }
    if (seals.length < sealsAtOnce) return { days, broken: null }
  }
}

const told = (seal: { hash: string; postings: number; transfers: number; movedFen: number; previousDay: string | null }) =>
  `${seal.hash} (${seal.postings} postings, ${seal.transfers} transfers, ${seal.movedFen} fen, after ${seal.previousDay ?? 'none'})`
