import { z } from 'zod'
import { MonthSchema } from './month.ts'

const accounts = ['sales', 'payable', 'commission'] as const

/** Which part of a statement is asked for in its URL; what does not parse is as if it had not been said. */
export const StatementSearchSchema = z.object({
  account: z.enum(accounts).catch('sales'),
  month: MonthSchema.nullable().catch(null),
  /** the id after which the page goes on */
  before: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .nullable()
    .catch(null),
})

/** A download is of one month, as a file of one kind. */
export const StatementDownloadSchema = z.object({ account: z.enum(accounts), month: MonthSchema, format: z.enum(['csv', 'xlsx']) })
