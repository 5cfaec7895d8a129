import { createHash } from 'node:crypto'
import { addDays, shanghaiInstant } from '#app/domain/business-day.ts'
import { type EarlierSeal, sealedLines, sealHead } from '#app/domain/ledger/seal-day.ts'
import type { Reader } from '#db/connection.ts'
import { findSealedPage } from '#db/queries/ledger/seals.server.ts'

const pageSize = 500

/** The instants of a business day, `from` included and `until` not. */
export const daySpan = (day: string) => ({ from: shanghaiInstant(day), until: shanghaiInstant(addDays(day, 1)) })

export type DayDigest = { hash: string; postings: number; transfers: number; movedFen: number }

/** Hashes what was posted on a day as `sealHead` describes; a page of it is in memory at a time. */
export async function digestDay(db: Pick<Reader, 'select'>, day: string, earlier: EarlierSeal): Promise<DayDigest> {
  const hash = createHash('sha256').update(sealHead(day, earlier))
  const counted = { postings: 0, transfers: 0, movedFen: 0 }
  let after: { postedAt: Date; key: string } | null = null
  for (;;) {
    const page: Awaited<ReturnType<typeof findSealedPage>> = await findSealedPage(db, { ...daySpan(day), after, limit: pageSize })
    for (const posting of page) {
      hash.update(sealedLines(posting))
      counted.postings += 1
      counted.transfers += posting.transfers.length
      counted.movedFen += posting.transfers.reduce((sum, { amountFen }) => sum + amountFen, 0)
    }
    after = page.at(-1) ?? null
    if (page.length < pageSize) return { hash: hash.digest('base64url'), ...counted }
  }
}
