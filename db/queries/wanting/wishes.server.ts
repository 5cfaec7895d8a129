import { and, asc, desc, eq, exists, inArray, isNull, not, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { prepared } from '#db/prepared.ts'
import { bundleParts, farms, lots, products, variants, wishes } from '#db/schema/index.ts'
import { inStandingOn } from '../brands/marks.server.ts'
import { availableSum, sellableOn } from '../catalog/stock.server.ts'

type Db = Pick<Reader, 'select'>
type WishKey = { customerId: string; productId: string }

const wishIs = ({ customerId, productId }: WishKey) => and(eq(wishes.customerId, customerId), eq(wishes.productId, productId))

type OfUser = { tellWhenBack: boolean; toldAt: Date | null }

/** Whether a customer wishes for a product, asked with its page; null when not. */
export const findWish = async (db: Db, key: WishKey) => (await wishOf(db, key))[0] ?? null
const wishOf = prepared<Db, WishKey, OfUser[]>('wish_of', (db) =>
  db
    .select({ tellWhenBack: wishes.tellWhenBack, toldAt: wishes.toldAt })
    .from(wishes)
    .where(and(eq(wishes.customerId, sql.placeholder('customerId')), eq(wishes.productId, sql.placeholder('productId')))),
)

/** What a customer wishes for and is still listed, the newest wish first. */
export const findWishesOf = (db: Db, customerId: string) =>
  db
    .select({ productId: wishes.productId, slug: products.slug, tellWhenBack: wishes.tellWhenBack, toldAt: wishes.toldAt })
    .from(wishes)
    .innerJoin(products, and(eq(products.id, wishes.productId), eq(products.status, 'listed')))
    .where(eq(wishes.customerId, customerId))
    .orderBy(desc(wishes.addedAt), desc(wishes.productId))
    .limit(100)

export const countWishes = (db: Pick<Reader, '$count'>, customerId: string) => db.$count(wishes, eq(wishes.customerId, customerId))

export const findListedProduct = async (db: Db, productId: string) =>
  (
    await db
      .select({ id: products.id, slug: products.slug })
      .from(products)
      .where(and(eq(products.id, productId), eq(products.status, 'listed')))
  )[0] ?? null

/** Wishes for a product; wishing again to be told arms it anew. */
export const keepWish = (tx: Tx, { now, ...wish }: WishKey & { tellWhenBack: boolean; now: Date }) =>
  tx
    .insert(wishes)
    .values({ ...wish, addedAt: now, toldAt: null })
    .onConflictDoUpdate({
      target: [wishes.customerId, wishes.productId],
      set: wish.tellWhenBack ? { tellWhenBack: true, toldAt: null } : { tellWhenBack: false },
    })

export const dropWish = (tx: Tx, key: WishKey) => tx.delete(wishes).where(wishIs(key))

/** A size's units on the shelf, of farms that meet the standard. */
const onShelf = (db: Db, { variantId, today }: { variantId: typeof variants.id | typeof bundleParts.partVariantId; today: string }) =>
  db
    .select({ left: availableSum })
    .from(lots)
    .innerJoin(farms, and(eq(farms.id, lots.farmId), inStandingOn(today)))
    .where(and(eq(lots.variantId, variantId), sellableOn(today)))

/** A listed size of the product can be bought: it lies in a lot, or everything that is in it does. */
const canBeBought = (db: Db, today: string) => {
  const parts = db.select({ one: sql`1` }).from(bundleParts).where(eq(bundleParts.variantId, variants.id))
  const short = db
    .select({ one: sql`1` })
    .from(bundleParts)
    .where(
      and(
        eq(bundleParts.variantId, variants.id),
        sql`(${onShelf(db, { variantId: bundleParts.partVariantId, today })}) < ${bundleParts.units}`,
      ),
    )
  return exists(
    db
      .select({ one: sql`1` })
      .from(variants)
      .where(
        and(
          eq(variants.productId, products.id),
          eq(variants.status, 'listed'),
          sql`((${onShelf(db, { variantId: variants.id, today })}) > 0 or ${and(exists(parts), not(exists(short)))})`,
        ),
      ),
  )
}

/** Whether a listed product can be bought today in some size. */
export async function isOnShelf(db: Db, { productId, today }: { productId: string; today: string }): Promise<boolean> {
  const found = await db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.id, productId), eq(products.status, 'listed'), canBeBought(db, today)))
  return found.length > 0
}

/** Watched products that can be bought again, a few at a time. */
export const findBack = async (db: Db, { today, limit }: { today: string; limit: number }) =>
  (
    await db
      .select({ productId: products.id })
      .from(products)
      .where(
        and(
          eq(products.status, 'listed'),
          exists(
            db
              .select({ one: sql`1` })
              .from(wishes)
              .where(and(eq(wishes.productId, products.id), eq(wishes.tellWhenBack, true), isNull(wishes.toldAt))),
          ),
          canBeBought(db, today),
        ),
      )
      .orderBy(asc(products.id))
      .limit(limit)
  ).map(({ productId }) => productId)

/** Who waits to be told of a product, those first who have waited longest. */
export const findWaiting = (db: Db, { productIds, limit }: { productIds: readonly string[]; limit: number }) =>
  db
    .select({ customerId: wishes.customerId, productId: wishes.productId })
    .from(wishes)
    .where(and(inArray(wishes.productId, [...productIds]), eq(wishes.tellWhenBack, true), isNull(wishes.toldAt)))
    .orderBy(asc(wishes.addedAt), asc(wishes.customerId))
    .limit(limit)

/** Takes it upon this process to tell one of them. @returns false when another has */
export async function markTold(tx: Tx, { now, ...key }: WishKey & { now: Date }): Promise<boolean> {
  const told = await tx
    .update(wishes)
    .set({ toldAt: now, tellWhenBack: false })
    .where(and(wishIs(key), eq(wishes.tellWhenBack, true), isNull(wishes.toldAt)))
    .returning({ productId: wishes.productId })
  return told.length === 1
}

/** What is told of: the product's names and its page; null when it has been taken off the shelf meanwhile. */
export const findWished = async (db: Db, productId: string) =>
  (
    await db
      .select({ slug: products.slug, nameZh: products.nameZh, nameEn: products.nameEn })
      .from(products)
      .where(and(eq(products.id, productId), eq(products.status, 'listed')))
  )[0] ?? null
