import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'
import type { SystemAccount } from './accounts.ts'

/** What every member may see of the alliance's money, by the accounts that hold it. */
export const bookSections = {
  income: ['4010', '4020', '4030', '2410'],
  cost: ['5010', '5020', '5030', '5040', '5050', '5060', '5070'],
  fund: ['2510', '2610', '1110'],
} as const satisfies Record<string, readonly SystemAccount[]>

export type BookSection = keyof typeof bookSections
export type BookAccount = (typeof bookSections)[BookSection][number]
export const bookAccounts: readonly BookAccount[] = Object.values(bookSections).flat()

/** Debits and credits of one account within one month (YYYY-MM). */
export type MonthMoves = { month: string; account: BookAccount; debitFen: Fen; creditFen: Fen }

/** What came in less what went out: of a cost or a claim, what was spent or is due; of anything else, what was earned or kept. */
export const monthFigure = ({ account, debitFen, creditFen }: Omit<MonthMoves, 'month'>): Fen =>
  account.startsWith('5') || account.startsWith('1') ? fen(debitFen - creditFen) : fen(creditFen - debitFen)

export type BookMonth = { month: string; figures: Record<BookAccount, Fen>; incomeFen: Fen; costFen: Fen; surplusFen: Fen }

/**
 * The months as columns of the books. The brand fund counts as income because the members' fee raises it; what is given out of
 * it lowers it. Income − cost = surplus.
 */
export function bookMonths(months: readonly string[], moves: readonly MonthMoves[]): BookMonth[] {
  return months.map((month) => {
    const figureOf = (account: BookAccount) =>
      sumFen(moves.filter((move) => move.month === month && move.account === account).map((move) => monthFigure(move)))
    const figures = Object.fromEntries(bookAccounts.map((account) => [account, figureOf(account)])) as Record<BookAccount, Fen>
    const incomeFen = sumFen(bookSections.income.map((account) => figures[account]))
    const costFen = sumFen(bookSections.cost.map((account) => figures[account]))
    return { month, figures, incomeFen, costFen, surplusFen: fen(incomeFen - costFen) }
  })
}
