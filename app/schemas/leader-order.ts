import { z } from 'zod'
import { CATEGORY_WORDS, type Category } from '#app/domain/catalog/product-sheet-words.ts'
import { readCount } from '#app/domain/catalog/read-sheet-cell.ts'
import { lengths } from '#app/domain/delivery/contact-lengths.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import { bulkQuantity, shownLadder } from '#app/domain/ordering/bulk-fields.ts'
import { type PriceLadder, readLadder } from '#app/domain/pricing/price-ladder.ts'

/** Why a field below the sheet is refused. The screen has a sentence for each. */
export const bulkOrderProblems = [
  'wave_missing',
  'point_missing',
  'note_long',
  'substitution_missing',
  'payment_missing',
  'form_stale',
] as const
export type BulkOrderProblem = (typeof bulkOrderProblems)[number]

const problem = (code: BulkOrderProblem) => ({ error: code })
const missing = (code: BulkOrderProblem) => z.string(problem(code)).trim().min(1, code)

/** Everything of a leader's order but what is ordered. */
export const BulkOrderSchema = z.object({
  placementKey: z.uuid(problem('form_stale')),
  waveId: missing('wave_missing'),
  pickupPointId: missing('point_missing'),
  note: z.string().trim().max(lengths.note, 'note_long').default(''),
  substitution: z.enum(['call', 'similar', 'refund'], problem('substitution_missing')),
  payment: z.enum(['online', 'on_account', 'on_pickup'], problem('payment_missing')),
})
export type BulkOrder = z.output<typeof BulkOrderSchema>

const categories = Object.keys(CATEGORY_WORDS) as [Category, ...Category[]]

/** Which rows the sheet shows; what does not parse is as if it had not been said. */
export const SheetFilterSchema = z.object({
  q: z.string().trim().max(60).catch(''),
  category: z.enum(categories).nullable().catch(null),
})
export type SheetFilter = z.output<typeof SheetFilterSchema>

/** A row of the sheet in which something stands: as typed, what it comes to (null when it is no whole number), and the prices that were shown. */
export type TypedRow = { variantId: string; typed: string; quantity: number | null; shown: PriceLadder | null }

const VariantId = z.string().regex(/^[\w-]{1,100}$/)
const mostRows = 1000

/** The rows in which something was typed; nothing and zero order nothing. */
export function readSheetRows(form: FormData): TypedRow[] {
  const rows: TypedRow[] = []
  for (const [name, typed] of form) {
    const variantId = VariantId.safeParse(bulkQuantity.idIn(name))
    if (!variantId.success || typeof typed !== 'string' || typed.trim() === '' || rows.length === mostRows) continue
    const read = readCount(typed)
    if (read.ok && read.value === 0) continue
    const shown = form.get(shownLadder.name(variantId.data))
    rows.push({
      variantId: variantId.data,
      typed: typed.slice(0, 20),
      quantity: read.ok ? read.value : null,
      shown: typeof shown === 'string' ? readLadder(shown) : null,
    })
  }
  return rows
}

const AgreedTotal = z.string().regex(/^\d{1,12}$/)

/** The total the page showed beside its order button; 0 when it showed none. */
export function readAgreedTotal(form: FormData): Fen {
  const shown = AgreedTotal.safeParse(form.get('shownTotalFen'))
  return fen(shown.success ? Number(shown.data) : 0)
}
