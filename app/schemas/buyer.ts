import { z } from 'zod'
import { lengths } from '#app/domain/delivery/contact-lengths.ts'
import { readYuanText } from '#app/domain/money/yuan-text.ts'
import { isTaxNumber, writtenTaxNumber } from '#app/domain/ordering/tax-number.ts'
import { IdSchema } from './ids.ts'
import { PasswordSignInSchema, PhoneSchema } from './sign-in.ts'

/** Why a field of the enterprise's form cannot be read. The screen has a sentence for each. */
export const buyerProblems = ['missing', 'too_long', 'bad_amount', 'phone_invalid', 'email_invalid', 'bad_tax_number'] as const
export type BuyerProblem = (typeof buyerProblems)[number]

export const buyerFields = [
  'nameZh',
  'nameEn',
  'contact',
  'phone',
  'email',
  'pickupPointId',
  'creditLimitFen',
  'invoiceTitle',
  'taxNumber',
] as const
export type BuyerField = (typeof buyerFields)[number]

const problem = (code: BuyerProblem) => ({ error: code })
const Text = (most: number) => z.string(problem('missing')).trim().min(1, problem('missing')).max(most, problem('too_long'))

const Terms = {
  nameZh: Text(40),
  nameEn: z.string().trim().max(80, problem('too_long')).default(''),
  pickupPointId: IdSchema,
  creditLimitFen: z.string(problem('bad_amount')).transform((typed, context) => {
    const read = readYuanText(typed.trim())
    if (read !== null) return read
    context.addIssue({ code: 'custom', message: 'bad_amount' satisfies BuyerProblem })
    return z.NEVER
  }),
  invoiceTitle: Text(100),
  taxNumber: z.string(problem('missing')).transform(writtenTaxNumber).refine(isTaxNumber, problem('bad_tax_number')),
}

/** An enterprise without an English name goes by its Chinese one there too. */
const named = <Said extends { nameZh: string; nameEn: string }>(said: Said): Said => ({ ...said, nameEn: said.nameEn || said.nameZh })

const TermsSchema = z.object(Terms).transform(named)
const BuyerSchema = z
  .object({ ...Terms, contact: Text(lengths.recipient), phone: PhoneSchema.shape.phone, email: PasswordSignInSchema.shape.email })
  .transform(named)

export type BuyerProblems = Partial<Record<BuyerField, BuyerProblem>>

export const readBuyerForm = (typed: Record<string, string>) => read(BuyerSchema, typed)
export const readBuyerTerms = (typed: Record<string, string>) => read(TermsSchema, typed)

/** The form as it is meant, or the first problem of each field. */
function read<Schema extends z.ZodType>(schema: Schema, typed: Record<string, string>) {
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { ok: true, value: parsed.data } as const
  const problems: BuyerProblems = {}
  for (const { path, message } of parsed.error.issues) {
    const field = buyerFields.find((name) => name === path[0])
    if (field) problems[field] ??= buyerProblems.find((code) => code === message) ?? 'missing'
  }
  return { ok: false, problems } as const
}
