import { randomUUID } from 'node:crypto'
import { parseWithZod } from '@conform-to/zod/v4'
import {
  type BulkOrderProblem,
  BulkOrderSchema,
  bulkOrderProblems,
  readSheetRows,
  type SheetFilter,
  SheetFilterSchema,
  type TypedRow,
} from '#app/schemas/leader-order.ts'

const fieldNames = ['placementKey', 'waveId', 'pickupPointId', 'note', 'substitution', 'payment'] as const

/** What the fields below the sheet hold, as typed. */
export type BulkValues = Partial<Record<(typeof fieldNames)[number], string>>
export type BulkFieldProblems = Partial<Record<(typeof fieldNames)[number], BulkOrderProblem>>

/** The whole form as it was sent, or as it is first shown. */
export type BulkForm = { values: BulkValues; rows: TypedRow[]; filter: SheetFilter }

/** A form nobody has touched: on account where there is a limit, to the leader's own point. */
export const freshForm = (
  { pickupPointId, creditLimitFen }: { pickupPointId: string; creditLimitFen: number },
  filter: SheetFilter,
  rows: TypedRow[] = [],
): BulkForm => ({
  values: {
    placementKey: randomUUID(),
    pickupPointId,
    substitution: 'call',
    payment: creditLimitFen > 0 ? 'on_account' : 'online',
  },
  rows,
  filter,
})

export function readBulkForm(form: FormData): BulkForm {
  const values: BulkValues = {}
  for (const name of fieldNames) {
    const value = form.get(name)
    if (typeof value === 'string') values[name] = value
  }
  const filter = SheetFilterSchema.parse(form.get('intent') === 'show-all' ? {} : { q: form.get('q'), category: form.get('category') })
  return { values, rows: readSheetRows(form), filter }
}

/** Everything but the rows, or the first problem of each field. */
export function parseBulkOrder(form: FormData) {
  const submission = parseWithZod(form, { schema: BulkOrderSchema })
  if (submission.status === 'success') return { ok: true, value: submission.value } as const
  const problems: BulkFieldProblems = {}
  for (const name of fieldNames) {
    const problem = bulkOrderProblems.find((code) => code === submission.error?.[name]?.[0])
    if (problem) problems[name] = problem
  }
  return { ok: false, problems } as const
}
