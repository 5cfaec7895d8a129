import { invariant } from '#app/domain/invariant.ts'
import { type Fen, sumFen } from '#app/domain/money/fen.ts'
import { type AccountId, describeAccount } from './accounts.ts'
import type { Posting, PostingEvent, Transfer } from './posting.ts'

export const reversalKey = (key: string) => `${key}:reversed`

/**
 * The posting that undoes another: every transfer turned round, the last first, so that no account passes through a state it
 * was not in on the way there.
 * @throws {InvariantError} on a reversal, which is never undone
 */
export function reversalOf(posting: Pick<Posting, 'key' | 'orderId' | 'transfers'> & { event: string }, at: Date): Posting {
  invariant(posting.event !== 'reversal', `posting ${posting.key} is a reversal`)
  return {
    key: reversalKey(posting.key),
    event: 'reversal',
    orderId: posting.orderId,
    effectiveAt: at,
    reverses: posting.key,
    transfers: turnedRound(posting.transfers),
  }
}

export const turnedRound = (transfers: readonly Transfer[]): Transfer[] =>
  transfers.map(({ debit, credit, ...rest }) => ({ ...rest, debit: credit, credit: debit })).reverse()

/** What a posting moved, and its reversal moves back. */
export const movedFen = (transfers: readonly Pick<Transfer, 'amountFen'>[]): Fen => sumFen(transfers.map(({ amountFen }) => amountFen))

/**
 * The first account that these transfers would take to the side it may not be on, escrow or money in transit that has gone on
 * since; null when none would.
 * @param balances of the accounts named, fen, debit positive
 */
export function findOverdrawn(transfers: readonly Transfer[], balances: ReadonlyMap<string, number>): AccountId | null {
  const now = new Map(balances)
  const move = (id: AccountId, amountFen: number) => {
    const balanceFen = (now.get(id) ?? 0) + amountFen
    now.set(id, balanceFen)
    const { side } = describeAccount(id)
    return (side === 'debit' && balanceFen < 0) || (side === 'credit' && balanceFen > 0)
  }
  for (const { debit, credit, amountFen } of transfers) {
    if (move(debit, amountFen)) return debit
    if (move(credit, -amountFen)) return credit
  }
  return null
}

/**
 * What the office may undo by hand: events that stand in the books alone. The others belong to an order, a refund, a payout or
 * a vote that says they happened, and are undone by what follows there: a refund, a rejection, another decision.
 */
const undoneByHand: readonly PostingEvent[] = ['capital', 'match_received', 'brand_licence', 'dispatch', 'funds_moved']

/** The brand fund's payout to the members (`brand:…`) has the name of its income, and a decision that says it happened. */
export const mayUndoByHand = ({ key, event }: { key: string; event: string }): boolean =>
  undoneByHand.some((one) => one === event) && !key.startsWith('brand:')
