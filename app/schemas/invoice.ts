import { z } from 'zod'
import { isTaxNumber, writtenTaxNumber } from '#app/domain/ordering/tax-number.ts'

/** Why a field of the invoice form is refused. The screen has a sentence for each. */
export const invoiceProblems = ['title_missing', 'title_long', 'tax_number_wrong', 'email_invalid'] as const
export type InvoiceProblem = (typeof invoiceProblems)[number]
const problem = (code: InvoiceProblem) => ({ error: code })

/** A person needs no tax number; what is given must be one. */
export const InvoiceSchema = z.object({
  title: z.string(problem('title_missing')).trim().min(1, problem('title_missing')).max(100, problem('title_long')),
  taxNumber: z
    .string()
    .default('')
    .transform(writtenTaxNumber)
    .refine((number) => number === '' || isTaxNumber(number), problem('tax_number_wrong')),
  email: z
    .string(problem('email_invalid'))
    .trim()
    .toLowerCase()
    .pipe(z.email(problem('email_invalid')).max(254, problem('email_invalid'))),
})

/** An electronic invoice has 20 digits, an older one a code and 8. */
export const InvoiceNumberSchema = z
  .string()
  .transform((text) => text.normalize('NFKC').replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^[0-9A-Z-]{8,30}$/i))
