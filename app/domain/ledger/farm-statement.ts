import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'

/** What a farm is owed: sales not yet settled, money ready to be paid out, commissions on its own customers' purchases. */
export const farmAccounts = { sales: '2110', payable: '2120', commission: '2210' } as const
export type FarmAccount = keyof typeof farmAccounts

export const farmAccountId = (account: FarmAccount, farmId: string) => `${farmAccounts[account]}:${farmId}`

/** One transfer of an acceptance, its accounts by code alone: no party is named. */
export type AcceptanceMove = { debitCode: string; creditCode: string; amountFen: Fen }

/** How what a line sold for became what the farm keeps: gross + topUp − all others = net. */
export type Breakdown = {
  grossFen: Fen
  /** the alliance's, when the sale stayed below the floor (S1) */
  topUpFen: Fen
  commissionFen: Fen
  serviceFen: Fen
  brandFen: Fen
  marginFen: Fen
  reserveFen: Fen
  netFen: Fen
}

/** Reads the breakdown of an accepted line from its transfers in the books; nothing is reckoned from rates. */
export function breakdownOf(moves: readonly AcceptanceMove[]): Breakdown {
  const between = (debits: readonly string[], credits: readonly string[]) =>
    sumFen(moves.filter((move) => debits.includes(move.debitCode) && credits.includes(move.creditCode)).map((move) => move.amountFen))
  const fromEscrow = (...credits: string[]) => between(['2010'], credits)
  const topUpFen = between(['5020'], ['2010'])
  const leftEscrowFen = sumFen(moves.filter(({ debitCode }) => debitCode === '2010').map(({ amountFen }) => amountFen))
  const reserveFen = between(['2110'], ['2610'])
  return {
    grossFen: fen(leftEscrowFen - topUpFen),
    topUpFen,
    commissionFen: fromEscrow('2210', '2310', '4020'),
    serviceFen: fromEscrow('4010', '2810'),
    brandFen: fromEscrow('2410'),
    marginFen: fromEscrow('4030'),
    reserveFen,
    netFen: fen(fromEscrow('2110') - reserveFen),
  }
}
