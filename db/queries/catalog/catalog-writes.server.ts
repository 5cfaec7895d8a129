import { eq, inArray, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { ProductOwner, VariantOwner } from '#app/domain/catalog/part-by-owner.ts'
import { invariant } from '#app/domain/invariant.ts'
import { chunksOf } from '#db/chunks-of.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { geographicalIndications, lots, priceTiers, products, variants } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
type NewProduct = typeof products.$inferInsert
type NewVariant = typeof variants.$inferInsert
type NewLot = typeof lots.$inferInsert
type NewTier = typeof priceTiers.$inferInsert

const rowsPerStatement = 100
const codesPerQuestion = 500

export const findIndicationCodes = async (db: Db) =>
  (await db.select({ code: geographicalIndications.code }).from(geographicalIndications)).map(({ code }) => code)

/** Who holds these codes already; codes nobody holds are not in the answer. */
export async function findCodeOwners(
  db: Db,
  { productCodes, variantCodes }: { productCodes: readonly string[]; variantCodes: readonly string[] },
): Promise<{ products: ProductOwner[]; variants: VariantOwner[] }> {
  const owners: { products: ProductOwner[]; variants: VariantOwner[] } = { products: [], variants: [] }
  for (const codes of chunksOf(productCodes, codesPerQuestion)) {
    const held = await db.select({ code: products.code, farmId: products.farmId }).from(products).where(inArray(products.code, codes))
    owners.products.push(...held)
  }
  for (const codes of chunksOf(variantCodes, codesPerQuestion)) {
    const held = await db
      .select({ code: variants.code, productCode: products.code, farmId: products.farmId })
      .from(variants)
      .innerJoin(products, eq(products.id, variants.productId))
      .where(inArray(variants.code, codes))
    owners.variants.push(...held)
  }
  return owners
}

/** What the row of that name in the statement says. */
const told = (column: SQLiteColumn) => sql`excluded.${sql.identifier(column.name)}`

/** Writes products of one owner. Address, shelf status, first listing and floor terms of a known product stay as they are. */
export async function upsertProducts(tx: Tx, rows: readonly NewProduct[]): Promise<void> {
  for (const chunk of chunksOf(rows, rowsPerStatement)) {
    const written = await tx
      .insert(products)
      .values(chunk)
      .onConflictDoUpdate({
        target: products.id,
        set: {
          category: told(products.category),
          crop: told(products.crop),
          nameZh: told(products.nameZh),
          nameEn: told(products.nameEn),
          textZh: told(products.textZh),
          textEn: told(products.textEn),
          originZh: told(products.originZh),
          originEn: told(products.originEn),
          giCode: told(products.giCode),
          certifications: told(products.certifications),
          seasonFrom: told(products.seasonFrom),
          seasonTo: told(products.seasonTo),
          changedAt: told(products.changedAt),
        },
        setWhere: sql`coalesce(${products.farmId}, '') = coalesce(${told(products.farmId)}, '')`,
      })
      .returning({ id: products.id })
    invariant(written.length === chunk.length, 'a product of another owner is not written over')
  }
}

/** Writes sizes; one that stands under another product is not moved. Its shelf status stays as it is. */
export async function upsertVariants(tx: Tx, rows: readonly NewVariant[]): Promise<void> {
  for (const chunk of chunksOf(rows, rowsPerStatement)) {
    const written = await tx
      .insert(variants)
      .values(chunk)
      .onConflictDoUpdate({
        target: variants.id,
        set: {
          nameZh: told(variants.nameZh),
          nameEn: told(variants.nameEn),
          priceFen: told(variants.priceFen),
          netWeightG: told(variants.netWeightG),
          grossWeightG: told(variants.grossWeightG),
          volumeMl: told(variants.volumeMl),
          storage: told(variants.storage),
          bulkMin: told(variants.bulkMin),
          position: told(variants.position),
        },
        setWhere: sql`${variants.productId} = ${told(variants.productId)}`,
      })
      .returning({ id: variants.id })
    invariant(written.length === chunk.length, 'a size of another product is not written over')
  }
}

/** The step prices of these sizes become exactly `rows`. */
export async function replacePriceTiers(tx: Tx, variantIds: readonly string[], rows: readonly NewTier[]): Promise<void> {
  for (const ids of chunksOf(variantIds, codesPerQuestion)) await tx.delete(priceTiers).where(inArray(priceTiers.variantId, ids))
  for (const chunk of chunksOf(rows, rowsPerStatement)) await tx.insert(priceTiers).values(chunk)
}

/** Writes harvests. Of a known lot what can be sold becomes what is told; what is held or sold already stays. */
export async function upsertLots(tx: Tx, rows: readonly NewLot[]): Promise<void> {
  for (const chunk of chunksOf(rows, rowsPerStatement)) {
    const written = await tx
      .insert(lots)
      .values(chunk)
      .onConflictDoUpdate({
        target: lots.id,
        set: { bestBeforeOn: told(lots.bestBeforeOn), available: told(lots.available) },
        setWhere: sql`${lots.farmId} = ${told(lots.farmId)} and ${lots.variantId} = ${told(lots.variantId)}`,
      })
      .returning({ id: lots.id })
    invariant(written.length === chunk.length, 'a lot of another farm is not written over')
  }
}
