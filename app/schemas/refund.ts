import { z } from 'zod'
import type { PartAsked } from '#app/domain/after-sales/measure-part.ts'
import { complaintReasons, queueStates, refundBearers } from '#app/domain/after-sales/refund-words.ts'
import { readCount } from '#app/domain/catalog/read-sheet-cell.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import { readYuanText } from '#app/domain/money/yuan-text.ts'
import { IdSchema } from './ids.ts'

/** What the office may choose: complaints, or cancelling what is not packed yet. */
export const askedReasons = ['cancelled', ...complaintReasons] as const
export const measures = ['none', 'rest', 'quantity', 'weight', 'amount'] as const

export const QueueSchema = z.object({ state: z.enum(queueStates).catch('waiting'), before: IdSchema.nullable().catch(null) })
export const NewRefundSchema = z.object({ order: IdSchema })

const FormSchema = z.object({
  requestKey: z.uuid(),
  reason: z.enum(askedReasons).catch('quality'),
  bearer: z.enum(refundBearers).catch('shared'),
  note: z.string().trim().default(''),
  delivery: z.string().trim().max(20).default(''),
})

export type LineTyped = { lineId: string; by: (typeof measures)[number]; size: string }
export type RefundTyped = z.output<typeof FormSchema> & { lines: LineTyped[]; goodsReturned: boolean; asCredit: boolean }
export type RefundProblem = 'unreadable' | 'tooMuch' | 'noteLong'

const mostNote = 300
export const sizeName = (lineId: string) => `size:${lineId}`

/** The form as it was typed, or null when it was not made by our page. */
export function readRefundForm(form: FormData): RefundTyped | null {
  const typed = FormSchema.safeParse(Object.fromEntries(form))
  if (!typed.success) return null
  const lines = [...form.keys()].flatMap((name) => {
    const lineId = IdSchema.safeParse(name.startsWith('by:') ? name.slice(3) : null)
    if (!lineId.success) return []
    const by = z.enum(measures).catch('none').parse(form.get(name))
    return [
      {
        lineId: lineId.data,
        by,
        size: String(form.get(sizeName(lineId.data)) ?? '')
          .trim()
          .slice(0, 20),
      },
    ]
  })
  return { ...typed.data, lines, goodsReturned: form.has('goodsReturned'), asCredit: form.has('asCredit') }
}

type Asked = { lines: { lineId: string; part: PartAsked }[]; deliveryFen: Fen }

/** What the typed form asks for; or, by field, what cannot be read. */
export function parseRefund(typed: RefundTyped): { ok: true; value: Asked } | { ok: false; problems: Record<string, RefundProblem> } {
  const problems: Record<string, RefundProblem> = {}
  const lines = typed.lines.flatMap(({ lineId, by, size }) => {
    if (by === 'none') return []
    const part = typed.reason === 'cancelled' ? ({ by: 'rest' } as const) : partOf(by, size)
    if (part) return [{ lineId, part }]
    problems[sizeName(lineId)] = 'unreadable'
    return []
  })
  const deliveryFen = typed.delivery === '' ? fen(0) : readYuanText(typed.delivery)
  if (deliveryFen === null) problems.delivery = 'unreadable'
  if (typed.note.length > mostNote) problems.note = 'noteLong'
  if (deliveryFen === null || Object.keys(problems).length > 0) return { ok: false, problems }
  return { ok: true, value: { lines, deliveryFen } }
}

function partOf(by: Exclude<LineTyped['by'], 'none'>, size: string): PartAsked | null {
  if (by === 'rest') return { by }
  if (by === 'amount') {
    const cashFen = readYuanText(size)
    return cashFen === null || cashFen === 0 ? null : { by, cashFen }
  }
  const count = readCount(size)
  if (!count.ok || count.value < 1) return null
  return by === 'quantity' ? { by, quantity: count.value } : { by, weightG: count.value }
}

/** What was previewed, in a form that tells whether what is confirmed is the same. */
export const fingerprint = ({ reason, bearer, delivery, lines, goodsReturned, asCredit }: RefundTyped): string =>
  JSON.stringify([reason, bearer, delivery, goodsReturned, asCredit, lines.filter(({ by }) => by !== 'none')])

export const DecisionSchema = z.enum(['approve', 'decline', 'sent', 'retry', 'retry_by_bank'])
