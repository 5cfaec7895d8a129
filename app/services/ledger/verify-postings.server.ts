import { businessDay } from '#app/domain/business-day.ts'
import type { AccountId } from '#app/domain/ledger/accounts.ts'
import { type Posting, postingEvents, type Transfer } from '#app/domain/ledger/posting.ts'
import { turnedRound } from '#app/domain/ledger/reverse-posting.ts'
import { fen } from '#app/domain/money/fen.ts'
import type { Reader } from '#db/connection.ts'
import { findPostingPage } from '#db/queries/ledger/checks.server.ts'
import { findPostingToReverse } from '#db/queries/ledger/reversals.server.ts'
import { hashOf } from './post.server.ts'

type Db = Pick<Reader, 'select'>
type Row = Awaited<ReturnType<typeof findPostingPage>>[number]

export type PostingCheck = 'posting_body' | 'posting_month' | 'reversal'
type PostingDifference = { check: PostingCheck; subject: string; kept: string; reckoned: string }

const pageSize = 500

/** Walks every posting, a page in memory at a time, and yields what is not as it was entered. */
export async function* verifyPostings(db: Db): AsyncGenerator<PostingDifference> {
  for (let after = ''; ; ) {
    const rows = await findPostingPage(db, { after, limit: pageSize })
    for (const { head, transfers } of byPosting(rows)) {
      const { key: subject, bodyHash, period, postedAt } = head
      const reckoned = bodyOf(head, transfers)
      if (bodyHash !== reckoned) yield { check: 'posting_body', subject, kept: bodyHash, reckoned }
      const month = businessDay(postedAt).slice(0, 7)
      if (period !== month) yield { check: 'posting_month', subject, kept: period, reckoned: month }
      if (head.reverses !== null) {
        const original = await findPostingToReverse(db, head.reverses)
        const mirrored = original ? said(turnedRound(original.transfers)) : `no posting ${head.reverses}`
        if (said(transfers) !== mirrored) yield { check: 'reversal', subject, kept: said(transfers), reckoned: mirrored }
      }
    }
    const last = rows.at(-1)
    if (!last) return
    after = last.key
  }
}

function byPosting(rows: readonly Row[]) {
  const found = new Map<string, { head: Row; transfers: Transfer[] }>()
  for (const row of rows) {
    const entry = found.get(row.key) ?? found.set(row.key, { head: row, transfers: [] }).get(row.key)!
    const transfer = transferOf(row)
    if (transfer) entry.transfers.push(transfer)
  }
  return found.values()
}

function bodyOf({ key, event: name, orderId, reverses }: Row, transfers: Transfer[]): string {
  const event = postingEvents.find((known) => known === name)
  if (!event) return `unknown event ${name}`
  const posting: Posting = { key, event, orderId, transfers, effectiveAt: new Date(0), ...(reverses === null ? {} : { reverses }) }
  return hashOf(posting)
}

function transferOf({ debit, credit, amountFen, lineId }: Row): Transfer | null {
  if (debit === null || credit === null || amountFen === null) return null
  return {
    debit: debit as AccountId,
    credit: credit as AccountId,
    amountFen: fen(Number(amountFen)),
    ...(lineId === null ? {} : { lineId }),
  }
}

const said = (transfers: readonly Transfer[]) =>
  transfers.map(({ debit, credit, amountFen, lineId }) => `${debit} → ${credit} ${amountFen}${lineId ? ` ${lineId}` : ''}`).join(', ')
