import { z } from 'zod'
import type { LotFields, PriceTier, ProductFields, ProductRow, VariantFields } from '#app/domain/catalog/product-row.ts'
import type { ColumnKey } from '#app/domain/catalog/product-sheet-columns.ts'
import { type ProductSheetContext, readLot, readProduct, readTiers, readVariant } from '#app/domain/catalog/read-product-row.ts'
import { type RowProblemCode, readRowCells } from '#app/domain/catalog/read-row-cells.ts'
import type { Fen } from '#app/domain/money/fen.ts'

export const ProductIdSchema = z.string().regex(/^prd_[\w-]{1,60}$/)
export const VariantIdSchema = z.string().regex(/^var_[\w-]{1,60}$/)
/** When the form was shown, so that somebody else's change in between is noticed. */
export const SeenAtSchema = z
  .string()
  .regex(/^\d{12,14}$/)
  .transform((ms) => new Date(Number(ms)))

/** By field name: what is wrong with what was typed there. The same codes as in a sheet. */
export type FieldProblems = Record<string, RowProblemCode>

/** A product form is a sheet's row on a screen: fields are named by column, those of one of several sizes with its number after a dot. */
export const mostSizes = 3
export const sizeSuffix = (index: number) => `.${index}`

const sizeColumns = [
  'variantCode',
  'variantZh',
  'variantEn',
  'priceYuan',
  'netWeightG',
  'grossWeightG',
  'volumeMl',
  'storage',
  'bulkMin',
  'tier1Qty',
  'tier1PriceYuan',
  'tier2Qty',
  'tier2PriceYuan',
  'harvestedOn',
  'bestBeforeOn',
  'quantity',
] as const satisfies ColumnKey[]

const cellsOf = (form: FormData, suffix = '') =>
  readRowCells((column) => {
    const said = form.getAll(`${column}${suffix}`).filter((value): value is string => typeof value === 'string')
    return said.join(';').trim() || null
  })

const named = (problems: ReturnType<typeof cellsOf>['problems'], suffix = ''): FieldProblems =>
  Object.fromEntries([...problems].reverse().map(({ column, code }) => [`${column}${suffix}`, code]))

type Read<Value> = { read: Value | null; problems: FieldProblems }

export function readProductFields(form: FormData, context: ProductSheetContext): Read<ProductFields> {
  const cells = cellsOf(form)
  const read = readProduct(cells, context)
  return { read: cells.problems.length > 0 ? null : read, problems: named(cells.problems) }
}

/** One size and, where any of its fields is filled, its first lot. */
export function readSizeFields(
  form: FormData,
  context: ProductSheetContext,
  suffix = '',
): Read<{ variant: VariantFields; lot: LotFields | null }> {
  const cells = cellsOf(form, suffix)
  const variant = readVariant(cells)
  const lot = readLot(cells, context)
  return { read: cells.problems.length > 0 || variant === null ? null : { variant, lot }, problems: named(cells.problems, suffix) }
}

/** A lot by itself must be told in full. */
export function readLotFields(form: FormData, context: ProductSheetContext): Read<LotFields> {
  const cells = cellsOf(form)
  for (const column of ['harvestedOn', 'bestBeforeOn', 'quantity'] as const) if (cells.isBlank(column)) cells.report(column, 'required')
  const read = cells.problems.length > 0 ? null : readLot(cells, context)
  return { read: cells.problems.length > 0 ? null : read, problems: named(cells.problems) }
}

/** Step prices below this retail price; all blank is none. */
export function readStepFields(form: FormData, retailFen: Fen): Read<PriceTier[]> {
  const cells = cellsOf(form)
  const read = readTiers(cells, retailFen)
  return { read: cells.problems.length > 0 ? null : read, problems: named(cells.problems) }
}

/** A new product with one to three sizes; a size of which nothing is filled in is none, but the first must be. */
export function readNewListing(form: FormData, context: ProductSheetContext): Read<ProductRow[]> {
  const product = readProductFields(form, context)
  const problems = { ...product.problems }
  const rows: ProductRow[] = []
  for (let index = 0; index < mostSizes; index++) {
    const suffix = sizeSuffix(index)
    if (index > 0 && sizeColumns.every((column) => !form.get(`${column}${suffix}`))) continue
    const size = readSizeFields(form, context, suffix)
    Object.assign(problems, size.problems)
    if (product.read && size.read) rows.push({ row: index + 1, product: product.read, ...size.read })
  }
  return { read: Object.keys(problems).length > 0 ? null : rows, problems }
}
