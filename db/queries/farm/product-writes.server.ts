import { and, eq, max, ne } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { auditEntries, farms, geographicalIndications, lots, priceTiers, products, variants } from '#db/schema/index.ts'
import { inStandingOn } from '../brands/marks.server.ts'

type Db = Pick<Reader, 'select'>

/** Place names the alliance has on record, for a form to choose from. */
export const findIndications = (db: Db) =>
  db
    .select({ code: geographicalIndications.code, nameZh: geographicalIndications.nameZh, nameEn: geographicalIndications.nameEn })
    .from(geographicalIndications)
    .orderBy(geographicalIndications.code)

/** Whether the farm holds the public mark on that day: without it nothing new goes on the shelf. */
export const isLicensed = async (db: Db, { farmId, today }: { farmId: string; today: string }): Promise<boolean> =>
  (
    await db
      .select({ id: farms.id })
      .from(farms)
      .where(and(eq(farms.id, farmId), inStandingOn(today)))
  ).length === 1

/** The products listed from one form, by the form's own key: more than one when it was gone back to. */
export const findListedBy = async (db: Db, { farmId, formKey }: { farmId: string; formKey: string }): Promise<string[]> =>
  (
    await db
      .select({ detail: auditEntries.detail })
      .from(auditEntries)
      .where(and(eq(auditEntries.actsFor, farmId), eq(auditEntries.subject, formKey), eq(auditEntries.action, 'product_listed')))
  ).map(({ detail }) => String(detail.productId))

const described = {
  category: products.category,
  crop: products.crop,
  nameZh: products.nameZh,
  nameEn: products.nameEn,
  textZh: products.textZh,
  textEn: products.textEn,
  originZh: products.originZh,
  originEn: products.originEn,
  giCode: products.giCode,
  certifications: products.certifications,
  seasonFrom: products.seasonFrom,
  seasonTo: products.seasonTo,
}
export type Description = Pick<typeof products.$inferSelect, keyof typeof described>

type Own = { farmId: string; productId: string }
const own = ({ farmId, productId }: Own) => and(eq(products.id, productId), eq(products.farmId, farmId))

export async function findDescription(db: Db, asked: Own): Promise<{ description: Description; changedAt: Date } | null> {
  const [row] = await db.select({ description: described, changedAt: products.changedAt }).from(products).where(own(asked))
  return row ?? null
}

/** @returns false when it was changed after `seenAt` */
export async function describeProduct(tx: Tx, asked: Own & { description: Description; seenAt: Date; now: Date }): Promise<boolean> {
  const set = await tx
    .update(products)
    .set({ ...asked.description, changedAt: asked.now })
    .where(and(own(asked), eq(products.changedAt, asked.seenAt)))
    .returning({ id: products.id })
  return set.length === 1
}

/** The place after a product's last size; null when it is not the farm's. */
export async function findNextPosition(db: Db, asked: Own): Promise<{ code: string; position: number } | null> {
  const [row] = await db
    .select({ code: products.code, last: max(variants.position) })
    .from(products)
    .leftJoin(variants, eq(variants.productId, products.id))
    .where(own(asked))
    .groupBy(products.id)
  return row ? { code: row.code, position: (row.last ?? -1) + 1 } : null
}

/** A size of the farm's own. */
export async function findOwnSize(db: Db, { farmId, variantId }: { farmId: string; variantId: string }) {
  const [row] = await db
    .select({ id: variants.id, code: variants.code, productId: variants.productId, priceFen: variants.priceFen })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(eq(variants.id, variantId), eq(products.farmId, farmId)))
  return row ?? null
}

export const findVariantByCode = async (db: Db, code: string) =>
  (await db.select().from(variants).where(eq(variants.code, code)))[0] ?? null

/** @returns false when it was so before */
export async function setByWeight(tx: Tx, { variantId, byWeight }: { variantId: string; byWeight: boolean }): Promise<boolean> {
  const set = await tx
    .update(variants)
    .set({ pricedByWeight: byWeight })
    .where(and(eq(variants.id, variantId), ne(variants.pricedByWeight, byWeight)))
    .returning({ id: variants.id })
  return set.length === 1
}

export const insertVariant = (tx: Tx, row: typeof variants.$inferInsert) => tx.insert(variants).values(row)

/** @returns false when this harvest is there already */
export async function insertLot(tx: Tx, row: typeof lots.$inferInsert): Promise<boolean> {
  return (await tx.insert(lots).values(row).onConflictDoNothing({ target: lots.id }).returning({ id: lots.id })).length === 1
}

export const findLot = async (db: Db, lotId: string) => (await db.select().from(lots).where(eq(lots.id, lotId)))[0] ?? null

export const findSteps = (db: Db, variantId: string) =>
  db
    .select({ quantity: priceTiers.minQuantity, priceFen: priceTiers.priceFen })
    .from(priceTiers)
    .where(eq(priceTiers.variantId, variantId))
    .orderBy(priceTiers.minQuantity)
