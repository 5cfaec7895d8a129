import type { AccountId } from '#app/domain/ledger/accounts.ts'
import { type Posting, postingEvents, type Transfer } from '#app/domain/ledger/posting.ts'
import { fen } from '#app/domain/money/fen.ts'
import type { Reader } from '#db/connection.ts'
import * as checks from '#db/queries/ledger-checks.server.ts'
import { hashOf } from './post.server.ts'

type Db = Pick<Reader, 'select'>

/** What was checked, and where two accounts of one thing differ; at most 20 differences of a kind. */
export type LedgerReport = {
  counts: Awaited<ReturnType<typeof checks.countBooks>>
  differences: { check: LedgerCheck; subject: string; kept: number | string; reckoned: number | string }[]
}
export type LedgerCheck = keyof typeof comparisons | 'posting_body' | 'debits_and_credits'

const comparisons = {
  balance: checks.findWrongBalances,
  received: checks.findWrongReceipts,
  shares: checks.findWrongShares,
  delivery: checks.findWrongDeliveries,
  refunds: checks.findWrongRefunds,
  escrow_left: checks.findLeftEscrow,
  lot_held: checks.findWrongHolds,
  lot_sold: checks.findWrongSales,
  wave_booked: checks.findWrongBookings,
}

/**
 * Reckons the books anew from the transfers and holds what is kept against it: balances, every posting's body, the escrow of
 * every order, and the stock and places that orders hold. May run while the shop is open.
 */
export async function verifyLedger(db: Db): Promise<LedgerReport> {
  const differences: LedgerReport['differences'] = []
  for (const [check, compare] of Object.entries(comparisons) as [keyof typeof comparisons, (db: Db) => Promise<checks.Difference[]>][]) {
    differences.push(...(await compare(db)).map((difference) => ({ check, ...difference })))
  }
  const { sumFen } = await checks.sumAllBalances(db)
  if (sumFen !== 0) differences.push({ check: 'debits_and_credits', subject: 'all accounts', kept: sumFen, reckoned: 0 })
  for await (const { key, bodyHash, reckoned } of postingHashes(db)) {
    if (bodyHash !== reckoned) differences.push({ check: 'posting_body', subject: key, kept: bodyHash, reckoned })
  }
  return { counts: await checks.countBooks(db), differences }
}

const pageSize = 500

/** Every posting with its kept hash and the hash of its transfers as they stand, a page in memory at a time. */
async function* postingHashes(db: Db) {
  for (let after = ''; ; ) {
    const rows = await checks.findPostingPage(db, { after, limit: pageSize })
    const found = new Map<string, { bodyHash: string; posting: Posting }>()
    for (const row of rows) {
      const { key, bodyHash, orderId, reverses } = row
      const event = postingEvents.find((known) => known === row.event)
      if (!event) {
        yield { key, bodyHash, reckoned: `unknown event ${row.event}` }
        continue
      }
      const posting = { key, event, orderId, transfers: [], effectiveAt: new Date(0), ...(reverses === null ? {} : { reverses }) }
      const entry = found.get(key) ?? found.set(key, { bodyHash, posting }).get(key)!
      const transfer = transferOf(row)
      if (transfer) entry.posting.transfers.push(transfer)
    }
    for (const [key, { bodyHash, posting }] of found) yield { key, bodyHash, reckoned: hashOf(posting) }
    const last = rows.at(-1)
    if (!last) return
    after = last.key
  }
}

type Row = Awaited<ReturnType<typeof checks.findPostingPage>>[number]

function transferOf({ debit, credit, amountFen, lineId }: Row): Transfer | null {
  if (debit === null || credit === null || amountFen === null) return null
  return {
    debit: debit as AccountId,
    credit: credit as AccountId,
    amountFen: fen(Number(amountFen)),
    ...(lineId === null ? {} : { lineId }),
  }
}
