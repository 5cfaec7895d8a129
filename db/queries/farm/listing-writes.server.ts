import { and, desc, eq, inArray, max } from 'drizzle-orm'
import { holdsLicence } from '#app/domain/brands/marks-of.ts'
import type { ListingChange, ShelfStatus } from '#app/domain/catalog/listing-change.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { auditEntries, farms, lots, priceTiers, products, variants } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** A size of the farm's own: what it costs and the dearest step below it; null when it is somebody else's. */
export async function findOwnPrice(db: Db, { farmId, variantId }: { farmId: string; variantId: string }) {
  const [row] = await db
    .select({ productId: products.id, priceFen: variants.priceFen, dearestStepFen: max(priceTiers.priceFen) })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(priceTiers, eq(priceTiers.variantId, variants.id))
    .where(and(eq(variants.id, variantId), eq(products.farmId, farmId)))
    .groupBy(variants.id, products.id)
  return row ?? null
}

const ownProducts = (tx: Tx, farmId: string) => tx.select({ id: products.id }).from(products).where(eq(products.farmId, farmId))

/** @returns false when it costs something else by now, or is not theirs */
export async function setPriceFrom(tx: Tx, { farmId, variantId, from, to }: { farmId: string; variantId: string; from: Fen; to: Fen }) {
  const set = await tx
    .update(variants)
    .set({ priceFen: to })
    .where(and(eq(variants.id, variantId), eq(variants.priceFen, from), inArray(variants.productId, ownProducts(tx, farmId))))
    .returning({ id: variants.id })
  return set.length === 1
}

/** What can be sold of a farm's harvested lot; null when it is another farm's, or only forecast: that is promised, not set. */
export async function findOwnStock(db: Db, { farmId, lotId }: { farmId: string; lotId: string }) {
  const [row] = await db
    .select({ productId: variants.productId, variantId: lots.variantId, available: lots.available })
    .from(lots)
    .innerJoin(variants, eq(variants.id, lots.variantId))
    .where(and(eq(lots.id, lotId), eq(lots.farmId, farmId), eq(lots.forecast, false)))
  return row ?? null
}

/** Sets what can be sold; what is held or sold is not the farm's to change. @returns false when somebody bought or set it meanwhile */
export async function setStockFrom(tx: Tx, { farmId, lotId, from, to }: { farmId: string; lotId: string; from: number; to: number }) {
  const set = await tx
    .update(lots)
    .set({ available: to })
    .where(and(eq(lots.id, lotId), eq(lots.farmId, farmId), eq(lots.forecast, false), eq(lots.available, from)))
    .returning({ id: lots.id })
  return set.length === 1
}

/** Whether a product of the farm's own is on the shelf, and whether the farm may put anything there; null when it is somebody else's. */
export async function findOwnShelf(db: Db, { farmId, productId, today }: { farmId: string; productId: string; today: string }) {
  const [row] = await db
    .select({ status: products.status, standing: { licensed: farms.licensed, licensedUntilOn: farms.licensedUntilOn } })
    .from(products)
    .innerJoin(farms, eq(farms.id, products.farmId))
    .where(and(eq(products.id, productId), eq(products.farmId, farmId)))
  return row ? { status: row.status, licensed: holdsLicence(row.standing, today) } : null
}

export async function setShelfFrom(
  tx: Tx,
  { farmId, productId, from, to }: { farmId: string; productId: string; from: ShelfStatus; to: ShelfStatus },
) {
  const set = await tx
    .update(products)
    .set({ status: to })
    .where(and(eq(products.id, productId), eq(products.farmId, farmId), eq(products.status, from)))
    .returning({ id: products.id })
  return set.length === 1
}

/** The cards of these products look different now. */
export async function markChanged(tx: Tx, productIds: readonly string[], now: Date): Promise<void> {
  if (productIds.length === 0) return
  await tx
    .update(products)
    .set({ changedAt: now })
    .where(inArray(products.id, [...productIds]))
}

/** What a save of this farm changed, by the key of the form it came from; null when there was no such save. */
export async function findListingSave(db: Db, { farmId, saveKey }: { farmId: string; saveKey: string }): Promise<ListingChange[] | null> {
  const [entry] = await db
    .select({ detail: auditEntries.detail })
    .from(auditEntries)
    .where(and(eq(auditEntries.actsFor, farmId), eq(auditEntries.subject, saveKey), eq(auditEntries.action, 'listings_edited')))
    .orderBy(desc(auditEntries.at))
    .limit(1)
  return entry ? (entry.detail.changes as ListingChange[]) : null
}
