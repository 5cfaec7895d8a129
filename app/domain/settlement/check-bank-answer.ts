import type { Fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'

/** What the bank says of one payout, as its file has it; `row` counts as the spreadsheet does, the header being 1. */
export type AnswerRow = {
  row: number
  payoutId: string
  /** null where it is no amount */
  amountFen: Fen | null
  /** null where it is no word we know */
  outcome: 'confirmed' | 'rejected' | null
  reason: string
}

export type AnswerRefusal =
  | { code: 'unknown_row' | 'changed_amount' | 'duplicate_row' | 'unclear_outcome'; row: number; payoutId: string }
  | { code: 'missing_row'; payoutId: string }

export type AnsweredPayout = { payoutId: string; outcome: 'confirmed' | 'rejected'; reason: string }

/**
 * Holds the bank's answer against what it was sent: each payout once, with the amount it was sent with. The first row that does
 * not fit is named, and the whole answer refused.
 */
export function checkBankAnswer(
  rows: readonly AnswerRow[],
  sent: readonly { id: string; amountFen: Fen }[],
): Result<AnsweredPayout[], AnswerRefusal> {
  const amounts = new Map(sent.map(({ id, amountFen }) => [id, amountFen]))
  const answered = new Map<string, AnsweredPayout>()
  for (const { row, payoutId, amountFen, outcome, reason } of rows) {
    const fault = (code: 'unknown_row' | 'changed_amount' | 'duplicate_row' | 'unclear_outcome') => refuse({ code, row, payoutId })
    if (!amounts.has(payoutId)) return fault('unknown_row')
    if (answered.has(payoutId)) return fault('duplicate_row')
    if (amounts.get(payoutId) !== amountFen) return fault('changed_amount')
    if (outcome === null) return fault('unclear_outcome')
    answered.set(payoutId, { payoutId, outcome, reason })
  }
  const missing = sent.find(({ id }) => !answered.has(id))
  return missing ? refuse({ code: 'missing_row', payoutId: missing.id }) : accept([...answered.values()])
}
