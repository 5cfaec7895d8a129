import type { Reader } from '#db/connection.ts'
import * as checks from '#db/queries/ledger/checks.server.ts'
import { findWrongRemains, findWrongTransit } from '#db/queries/ledger/transit-checks.server.ts'
import { findWrongCarriers, findWrongFreights, findWrongPool, findWrongWaveShares } from '#db/queries/wave-costs/wave-cost-checks.server.ts'
import { type PostingCheck, verifyPostings } from './verify-postings.server.ts'
import { verifySeals } from './verify-seals.server.ts'

type Db = Pick<Reader, 'select'>

/** What was checked, and where two accounts of one thing differ; at most 20 differences of a kind. */
export type LedgerReport = {
  counts: Awaited<ReturnType<typeof checks.countBooks>> & { sealedDays: number }
  differences: { check: LedgerCheck; subject: string; kept: number | string; reckoned: number | string }[]
}
export type LedgerCheck = keyof typeof comparisons | PostingCheck | 'debits_and_credits' | 'seal'

const comparisons = {
  balance: checks.findWrongBalances,
  received: checks.findWrongReceipts,
  shares: checks.findWrongShares,
  delivery: checks.findWrongDeliveries,
  refunds: checks.findWrongRefunds,
  in_transit: findWrongTransit,
  shares_left: findWrongRemains,
  escrow_left: checks.findLeftEscrow,
  lot_held: checks.findWrongHolds,
  lot_sold: checks.findWrongSales,
  wave_booked: checks.findWrongBookings,
  wave_shares: findWrongWaveShares,
  freight: findWrongFreights,
  carriers: findWrongCarriers,
  delivery_pool: findWrongPool,
}

/**
 * Reckons the books anew from the transfers and holds what is kept against it: balances; every posting's body and month, and
 * that reversals mirror what they reverse; of every order that what was paid is shares, delivery and refunds, and nothing is left
 * in escrow; what refunds, payouts and disputes have in transit; the stock and places that orders hold; what reckoned waves cost,
 * their farms' freight and the delivery pool; and every day's seal, of
 * which the first broken is named. May run while the shop is open.
 */
export async function verifyLedger(db: Db): Promise<LedgerReport> {
  const differences: LedgerReport['differences'] = []
  for (const [check, compare] of Object.entries(comparisons) as [keyof typeof comparisons, (db: Db) => Promise<checks.Difference[]>][]) {
    differences.push(...(await compare(db)).map((difference) => ({ check, ...difference })))
  }
  const { sumFen } = await checks.sumAllBalances(db)
  if (sumFen !== 0) differences.push({ check: 'debits_and_credits', subject: 'all accounts', kept: sumFen, reckoned: 0 })
  for await (const difference of verifyPostings(db)) differences.push(difference)
  const { days: sealedDays, broken } = await verifySeals(db)
  if (broken) differences.push({ check: 'seal', subject: broken.day, kept: broken.kept, reckoned: broken.reckoned })
  return { counts: { ...(await checks.countBooks(db)), sealedDays }, differences }
}
