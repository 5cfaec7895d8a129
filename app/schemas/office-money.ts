import { z } from 'zod'
import { fundsDirections } from '#app/domain/ledger/post-funds-moved.ts'
import { readYuanText } from '#app/domain/money/yuan-text.ts'

/** Why a field of the office's money forms cannot be read. The screen has a sentence for each. */
export const moneyProblems = ['missing', 'bad_amount', 'bad_reference', 'bad_year', 'too_long'] as const
export type MoneyProblem = (typeof moneyProblems)[number]

const problem = (code: MoneyProblem) => ({ error: code })
const required = z.string(problem('missing')).trim().min(1, problem('missing'))

/** Yuan as typed, above zero, in fen. */
export const AmountSchema = required.transform((typed, context) => {
  const read = readYuanText(typed)
  if (read !== null && read > 0) return read
  context.addIssue({ code: 'custom', message: 'bad_amount' satisfies MoneyProblem })
  return z.NEVER
})
/** A receipt's own number; it becomes part of a posting's key. */
export const ReferenceSchema = required.regex(/^[\w.-]{1,60}$/, problem('bad_reference'))
export const WordsSchema = (most: number) => required.max(most, problem('too_long'))
export const YearSchema = required.regex(/^20\d{2}$/, problem('bad_year'))

export const MatchSchema = z.object({ reference: ReferenceSchema, amountFen: AmountSchema })
export const ClaimSchema = z.object({ farmId: WordsSchema(60), claimFen: AmountSchema, reason: WordsSchema(200) })
export const LicenceFeeSchema = z.object({ reference: ReferenceSchema, payer: WordsSchema(80), feeFen: AmountSchema })
export const ShareSchema = z.object({
  kind: z.enum(['second_rebate', 'dividend', 'brand_fund'], problem('missing')),
  basis: z.enum(['weight', 'sales', 'shares'], problem('missing')),
  year: YearSchema,
  totalFen: AmountSchema,
})

export const FundsSchema = z.object({
  direction: z.enum(fundsDirections, problem('missing')),
  reference: ReferenceSchema,
  amountFen: AmountSchema,
})

/** The first problem of each field; the message of every issue here is a code. */
export function problemsOf(error: z.ZodError): Record<string, MoneyProblem> {
  const problems: Record<string, MoneyProblem> = {}
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? '')
    problems[field] ??= moneyProblems.find((code) => code === message) ?? 'missing'
  }
  return problems
}
