import type { ProductRow } from './product-row.ts'

/** Who holds a code already; `farmId` is null for an alliance product. */
export type ProductOwner = { code: string; farmId: string | null }
export type VariantOwner = { code: string; productCode: string; farmId: string | null }

/** A row of a sheet that claims what is not its farm's to change. */
export type OwnerProblem = {
  row: number
  column: 'productCode' | 'variantCode'
  code: 'code_of_another_farm' | 'size_of_another_product'
  value: string
}

/** The codes a sheet claims: what to ask the owners of. */
export const codesOf = (rows: readonly ProductRow[]) => ({
  productCodes: [...new Set(rows.map(({ product }) => product.code))],
  variantCodes: rows.map(({ variant }) => variant.code),
})

/**
 * Parts the rows `farmId` may write from those that claim a product of someone else, or a size that stands under another
 * product: lines already sold point at it there. A product all of whose rows are foreign is not written at all.
 */
export function partByOwner(
  rows: readonly ProductRow[],
  farmId: string,
  owners: { products: readonly ProductOwner[]; variants: readonly VariantOwner[] },
): { ours: ProductRow[]; foreign: OwnerProblem[] } {
  const products = new Map(owners.products.map((product) => [product.code, product]))
  const variants = new Map(owners.variants.map((variant) => [variant.code, variant]))
  const problemOf = ({ row, product, variant }: ProductRow): OwnerProblem | null => {
    const held = products.get(product.code)
    const size = variants.get(variant.code)
    if (held && held.farmId !== farmId) return { row, column: 'productCode', code: 'code_of_another_farm', value: product.code }
    if (size && size.farmId !== farmId) return { row, column: 'variantCode', code: 'code_of_another_farm', value: variant.code }
    if (size && size.productCode !== product.code)
      return { row, column: 'variantCode', code: 'size_of_another_product', value: variant.code }
    return null
  }
  const ours: ProductRow[] = []
  const foreign: OwnerProblem[] = []
  for (const row of rows) {
    const problem = problemOf(row)
    if (problem === null) ours.push(row)
    else foreign.push(problem)
  }
  return { ours, foreign }
}
