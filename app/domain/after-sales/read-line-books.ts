import type { AccountId } from '#app/domain/ledger/accounts.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { PartyShare } from './allocate-over-shares.ts'

/** A transfer of an order, as far as its lines are concerned. */
export type LineMove = { event: string; lineId: string | null; debit: string; credit: string; amountFen: Fen }

export type LineBooks = { shares: PartyShare[]; topUpFen: Fen; reserveFen: Fen }

const shareCodes = new Set(['2110', '2210', '2310', '4010', '4020', '2810', '2410', '4030'])
const codeOf = (account: string) => account.split(':')[0] ?? ''
const partyOf = (account: string) => account.slice(codeOf(account).length + 1)

/**
 * What the books say of one line: each party's remaining share, in the order of its acceptance, what the alliance topped up
 * to the floor, and what its farm has in the risk reserve for it. What a settlement moved to 2120 is its farm's share still.
 * @param moves of the line's order, oldest first
 */
export function readLineBooks(moves: readonly LineMove[], lineId: string): LineBooks {
  const shares = new Map<string, number>()
  let topUp = 0
  let reserve = 0
  for (const { event, debit, credit, amountFen } of moves.filter((move) => move.lineId === lineId)) {
    const [from, to] = [codeOf(debit), codeOf(credit)]
    if (from === '2010' && shareCodes.has(to)) shares.set(credit, (shares.get(credit) ?? 0) + amountFen)
    else if (to === '2010' && from === '5020' && event === 'line_accepted') topUp += amountFen
    else if (to === '2010') takeBack(shares, debit, amountFen)
    else if (to === '2610' && from === '2110') reserve += amountFen
    else if (from === '2610' && (to === '2110' || to === '2120')) reserve -= amountFen
  }
  return {
    shares: [...shares].map(([account, left]) => ({ account: account as AccountId, leftFen: fen(left) })),
    topUpFen: fen(topUp),
    reserveFen: fen(reserve),
  }
}

/** From the account it was paid to, or where a farm gave it back from 2120, from that farm's share. */
function takeBack(shares: Map<string, number>, debit: string, amountFen: Fen) {
  const party = partyOf(debit)
  const account = shares.has(debit) ? debit : [`2110:${party}`, `2210:${party}`].find((candidate) => shares.has(candidate))
  if (account !== undefined) shares.set(account, (shares.get(account) ?? 0) - amountFen)
}
