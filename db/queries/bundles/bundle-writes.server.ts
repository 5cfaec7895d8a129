import { and, asc, eq, inArray } from 'drizzle-orm'
import type { composeBundle } from '#app/domain/ordering/compose-bundle.ts'
import { chunksOf } from '#db/chunks-of.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { bundleParts, bundles, products, variants } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
const idsPerQuestion = 500

/** The bundles in which one of these sizes is a part. */
export async function findBundlesWith(db: Reader | Tx, partIds: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const ids of chunksOf(partIds, idsPerQuestion)) {
    const rows = await db.selectDistinct({ id: bundleParts.variantId }).from(bundleParts).where(inArray(bundleParts.partVariantId, ids))
    for (const { id } of rows) found.add(id)
  }
  return [...found].sort()
}

/** A bundle's rate and what is in it, with what each part's own size says; null when it is none. */
export async function findComposition(db: Db, bundleId: string) {
  const [bundle] = await db
    .select({ offBp: bundles.offBp, productId: variants.productId, priceFen: variants.priceFen })
    .from(bundles)
    .innerJoin(variants, eq(variants.id, bundles.variantId))
    .where(eq(bundles.variantId, bundleId))
  if (!bundle) return null
  const parts = await db
    .select({
      units: bundleParts.units,
      priceFen: variants.priceFen,
      netWeightG: variants.netWeightG,
      grossWeightG: variants.grossWeightG,
      volumeMl: variants.volumeMl,
      storage: variants.storage,
    })
    .from(bundleParts)
    .innerJoin(variants, eq(variants.id, bundleParts.partVariantId))
    .where(eq(bundleParts.variantId, bundleId))
    .orderBy(asc(bundleParts.position))
  return { ...bundle, parts }
}

export const setComposed = (tx: Tx, bundleId: string, composed: ReturnType<typeof composeBundle>) =>
  tx.update(variants).set(composed).where(eq(variants.id, bundleId))

/** Which of these sizes may be in a bundle: on the shelf, and no bundle themselves. */
export const findPossibleParts = async (db: Db, variantIds: readonly string[]): Promise<string[]> =>
  (
    await db
      .select({ id: variants.id })
      .from(variants)
      .innerJoin(products, eq(products.id, variants.productId))
      .where(
        and(
          inArray(variants.id, [...variantIds]),
          eq(products.kind, 'single'),
          eq(products.status, 'listed'),
          eq(variants.status, 'listed'),
        ),
      )
  ).map(({ id }) => id)

export const insertProduct = (tx: Tx, row: typeof products.$inferInsert) => tx.insert(products).values(row)
export const insertSize = (tx: Tx, row: typeof variants.$inferInsert) => tx.insert(variants).values(row)
export const insertBundle = (tx: Tx, row: typeof bundles.$inferInsert) => tx.insert(bundles).values(row)

type Texts = Pick<typeof products.$inferInsert, 'nameZh' | 'nameEn' | 'textZh' | 'textEn' | 'crop' | 'changedAt'>

/** @returns false when it is not the alliance's bundle */
export async function updateBundleProduct(tx: Tx, productId: string, texts: Texts): Promise<boolean> {
  const set = await tx
    .update(products)
    .set(texts)
    .where(and(eq(products.id, productId), eq(products.kind, 'bundle')))
    .returning({ id: products.id })
  return set.length === 1
}

export const updateBundle = (tx: Tx, { variantId, offBp }: typeof bundles.$inferInsert) =>
  tx.update(bundles).set({ offBp }).where(eq(bundles.variantId, variantId))

export const renameSize = (tx: Tx, { id, nameZh, nameEn }: { id: string; nameZh: string; nameEn: string }) =>
  tx.update(variants).set({ nameZh, nameEn }).where(eq(variants.id, id))

export async function replaceParts(tx: Tx, bundleId: string, parts: readonly { variantId: string; units: number }[]) {
  await tx.delete(bundleParts).where(eq(bundleParts.variantId, bundleId))
  await tx
    .insert(bundleParts)
    .values(parts.map(({ variantId, units }, position) => ({ variantId: bundleId, position, partVariantId: variantId, units })))
}

/** @returns false when it already was there, or is no bundle */
export async function moveBundle(tx: Tx, { productId, to, now }: { productId: string; to: 'listed' | 'off'; now: Date }) {
  const moved = await tx
    .update(products)
    .set({ status: to, changedAt: now })
    .where(and(eq(products.id, productId), eq(products.kind, 'bundle'), eq(products.status, to === 'listed' ? 'off' : 'listed')))
    .returning({ id: products.id })
  return moved.length === 1
}
