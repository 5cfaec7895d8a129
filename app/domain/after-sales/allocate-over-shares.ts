import { invariant } from '#app/domain/invariant.ts'
import type { AccountId } from '#app/domain/ledger/accounts.ts'
import { allocate } from '#app/domain/money/allocate.ts'
import { type Fen, sumFen } from '#app/domain/money/fen.ts'

/** What one party still has of a line. */
export type PartyShare = { account: AccountId; leftFen: Fen }

/**
 * What each party gives back of `baseFen`: in proportion to what it still has, by largest remainder, ties to the earlier
 * (money.md rule 5). Never negative, never more than it has, and all of it when the whole is refunded.
 * @returns one share per party, in order
 * @throws {InvariantError} when more is asked than they have together
 */
export function allocateOverShares(baseFen: Fen, shares: readonly PartyShare[]): PartyShare[] {
  const leftFen = sumFen(shares.map((share) => share.leftFen))
  invariant(baseFen >= 0 && baseFen <= leftFen, `a refund of ${baseFen} over shares of ${leftFen}`)
  if (baseFen === 0) return []
  const parts = allocate(
    baseFen,
    shares.map((share) => share.leftFen),
  )
  return shares.map(({ account }, index) => ({ account, leftFen: parts[index]! }))
}
