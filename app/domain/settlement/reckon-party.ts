import { type AcceptanceMove, breakdownOf } from '#app/domain/ledger/farm-statement.ts'
import { type Fen, fen, shareFen, sumFen } from '#app/domain/money/fen.ts'
import type { Party } from './party.ts'

/** Withheld from what a leader, a private person, is paid: 3 % (money.md, worked example: 29 of 999 fen), rounded down. */
export const leaderTaxBp = 300
const wholeBp = 10_000

/** What one kind of event moved on one of the party's own accounts within the period; positive when the party is owed more. */
export type OwnMove = { accountCode: string; event: string; otherCode: string; signedFen: Fen }

/** What the books say of one party. */
export type PartyBooks = {
  party: Party
  /** within the period, on the accounts that wait for settlement; settlements and payouts are not among them */
  moves: readonly OwnMove[]
  /** all transfers of the acceptances of what the party sold, accounts by code */
  acceptances: readonly AcceptanceMove[]
  orders: number
  /** posted before the period's end and not settled yet, negative when more was taken back than earned */
  unsettled: { salesFen: Fen; commissionFen: Fen }
  /** on the account it is paid from, without what is about to be settled; negative when it owes */
  broughtForwardFen: Fen
  /** its shares of orders in dispute */
  disputedFen: Fen
}

export type SettledLine = {
  party: Party
  /** sold for, the floor's top-up included (S1) */
  grossFen: Fen
  /** commissions to others, service, brand, premium kept, risk reserve */
  feesFen: Fen
  freightFen: Fen
  commissionFen: Fen
  /** refunds, transfers between farms, whatever else the books hold */
  adjustmentsFen: Fen
  netFen: Fen
  broughtForwardFen: Fen
  heldFen: Fen
  taxFen: Fen
  payoutFen: Fen
  orders: number
}

const freightCodes = ['2510', '2520']
const earningEvents = ['line_accepted', 'delivery']

/**
 * gross − fees − freight + commission + adjustments = net; net + brought forward − held − tax = payout, which is never below
 * zero. All of it is read from transfers; only the tax is reckoned.
 */
export function reckonParty(books: PartyBooks): SettledLine {
  const { party, moves, acceptances, orders, unsettled, broughtForwardFen, disputedFen } = books
  const { grossFen: soldFen, topUpFen, netFen: soldNetFen } = breakdownOf(acceptances)
  const grossFen = fen(soldFen + topUpFen)
  const feesFen = fen(grossFen - soldNetFen)
  const sum = (matches: (move: OwnMove) => boolean) => sumFen(moves.filter(matches).map(({ signedFen }) => signedFen))
  const freightFen = fen(0 - sum(({ accountCode, otherCode }) => accountCode === '2110' && freightCodes.includes(otherCode)))
  const commissionFen = sum(({ accountCode, event }) => accountCode !== '2110' && earningEvents.includes(event))
  const netFen = fen(unsettled.salesFen + unsettled.commissionFen)
  const adjustmentsFen = fen(netFen - grossFen + feesFen + freightFen - commissionFen)
  const payableFen = fen(Math.max(0, netFen + broughtForwardFen))
  const heldFen = fen(Math.min(Math.max(0, disputedFen), payableFen))
  const releasedFen = fen(payableFen - heldFen)
  const taxFen = party.type === 'leader' ? shareFen(releasedFen, leaderTaxBp, wholeBp) : fen(0)
  const payoutFen = fen(releasedFen - taxFen)
  return {
    party,
    grossFen,
    feesFen,
    freightFen,
    commissionFen,
    adjustmentsFen,
    netFen,
    broughtForwardFen,
    heldFen,
    taxFen,
    payoutFen,
    orders,
  }
}

/** A party that nothing happened to and that is owed nothing has no line. */
export const saysSomething = (line: SettledLine): boolean =>
  [line.grossFen, line.feesFen, line.freightFen, line.commissionFen, line.adjustmentsFen, line.broughtForwardFen].some(
    (amount) => amount !== 0,
  )

const sides = (line: SettledLine) => JSON.stringify(Object.entries(line).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Parties whose line is another than the one that was looked through; the order of the lines makes no difference. */
export function differingParties(seen: readonly SettledLine[], now: readonly SettledLine[]): string[] {
  const texts = (lines: readonly SettledLine[]) => new Map(lines.map((line) => [line.party.id, sides(line)]))
  const [before, after] = [texts(seen), texts(now)]
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id))
}
