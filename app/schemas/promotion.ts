import { z } from 'zod'
import { readYuanText } from '#app/domain/money/yuan-text.ts'
import { writtenCode } from '#app/domain/pricing/choose-promotions.ts'

/** Why a field of the promotion form cannot be read. The screen has a sentence for each. */
export const promotionProblems = ['missing', 'too_long', 'bad_code', 'bad_amount', 'bad_rate', 'bad_from', 'bad_date', 'bad_uses'] as const
export type PromotionProblem = (typeof promotionProblems)[number]

export const promotionFields = [
  'nameZh',
  'nameEn',
  'fundedBy',
  'code',
  'measure',
  'value',
  'fromGoods',
  'startsOn',
  'endsOn',
  'uses',
] as const
export type PromotionField = (typeof promotionFields)[number]

const problem = (code: PromotionProblem) => ({ error: code })
const Name = z.string(problem('missing')).trim().min(1, problem('missing')).max(40, problem('too_long'))
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, problem('bad_date'))

const FormSchema = z
  .object({
    nameZh: Name,
    nameEn: Name,
    fundedBy: z.enum(['producers', 'alliance'], problem('missing')),
    code: z
      .string()
      .transform(writtenCode)
      .refine((code) => code === '' || /^[A-Z0-9-]{3,24}$/.test(code), problem('bad_code')),
    measure: z.enum(['amount', 'rate'], problem('missing')),
    value: z.string(problem('missing')).trim().min(1, problem('missing')),
    fromGoods: z
      .string()
      .trim()
      .transform((typed) => readYuanText(typed || '0'))
      .refine((read) => read !== null, problem('bad_from')),
    startsOn: Day,
    endsOn: z.union([z.literal(''), Day], problem('bad_date')),
    uses: z
      .string()
      .trim()
      .refine((typed) => typed === '' || /^[1-9]\d{0,6}$/.test(typed), problem('bad_uses')),
  })
  .transform(({ measure, value, code, fromGoods, endsOn, uses, ...rest }, context) => {
    const read = readYuanText(value)
    const isRate = measure === 'rate'
    if (read === null || read === 0 || fromGoods === null || (isRate && read > 10_000)) {
      context.addIssue({ code: 'custom', path: ['value'], message: isRate ? 'bad_rate' : 'bad_amount' })
      return z.NEVER
    }
    return {
      ...rest,
      code: code === '' ? null : code,
      off: isRate ? { rateBp: Number(read) } : { amountFen: read },
      fromGoodsFen: fromGoods,
      endsOn: endsOn === '' ? null : endsOn,
      uses: uses === '' ? null : Number(uses),
    }
  })

/** The form as a promotion, or the first problem of each field; a rate typed as 12.5 is 1250 basis points. */
export function readPromotionForm(typed: Record<string, string>) {
  const parsed = FormSchema.safeParse(typed)
  if (parsed.success) return { ok: true, value: parsed.data } as const
  const problems: Partial<Record<PromotionField, PromotionProblem>> = {}
  for (const { path, message } of parsed.error.issues) {
    const field = promotionFields.find((name) => name === path[0])
    if (field) problems[field] ??= promotionProblems.find((code) => code === message) ?? 'missing'
  }
  return { ok: false, problems } as const
}
