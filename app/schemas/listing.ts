import { z } from 'zod'
import type { CellProblem, ListingChange, ShelfStatus } from '#app/domain/catalog/listing-change.ts'
import { readCount, readPrice } from '#app/domain/catalog/read-sheet-cell.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'

const CellName = z.string().regex(/^(price|stock):[\w-]{1,100}$/)
const Was = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(Number)
const ProductId = z.string().regex(/^[\w-]{1,100}$/)

/** A form's own key, made when it is shown, or the key a save was given. */
export const SaveKeySchema = z.string().regex(/^[\w-]{8,64}$/)

/** Which page of the listings is asked for; what does not parse is as if it had not been said. */
export const ListingSearchSchema = z.object({
  show: z.enum(['all', 'listed', 'off']).catch('all'),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
  saved: SaveKeySchema.nullable().catch(null),
})

/**
 * The cells of the listings form that were changed, and those that cannot be read, by field name. A cell that says what it
 * said before is neither, however it is written (68 is 68.00).
 */
export function readListingCells(form: FormData): { changes: ListingChange[]; problems: Record<string, CellProblem> } {
  const changes: ListingChange[] = []
  const problems: Record<string, CellProblem> = {}
  for (const [name, typed] of form) {
    const was = Was.safeParse(form.get(`was:${name}`))
    if (!CellName.safeParse(name).success || !was.success || typeof typed !== 'string') continue
    const [kind, id] = name.split(':') as ['price' | 'stock', string]
    const read = kind === 'price' ? readPrice(typed) : readCount(typed)
    if (!read.ok) problems[name] = problemOf(read.refusal.code, kind)
    else if (read.value !== was.data) changes.push(changeOf(kind, id, was.data, read.value))
  }
  return { changes, problems }
}

const changeOf = (kind: 'price' | 'stock', id: string, from: number, to: number): ListingChange =>
  kind === 'price' ? { kind, id, from: fen(from), to: to as Fen } : { kind, id, from, to }

const problemOf = (code: string, kind: 'price' | 'stock'): CellProblem => {
  if (kind === 'stock') return 'not_a_whole_number'
  return code === 'must_be_positive' ? code : 'not_an_amount'
}

/** The products a form marks for the shelf, each said to be off it or on it until now. */
export function readShelfMoves(form: FormData, to: ShelfStatus): ListingChange[] {
  const from: ShelfStatus = to === 'listed' ? 'off' : 'listed'
  return form.getAll('product').flatMap((value) => {
    const id = ProductId.safeParse(value)
    return id.success ? [{ kind: 'shelf' as const, id: id.data, from, to }] : []
  })
}

/** Everything typed into a form, by field name, to show it again. */
export const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
