import { and, asc, desc, eq, exists, inArray, max, or } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import { preparedAs } from '#db/prepared.ts'
import {
  basketLines,
  bundleParts,
  customers,
  orderBundles,
  orderLines,
  orders,
  products,
  productTerms,
  variants,
} from '#db/schema/index.ts'
import type { OrderOwner } from '../customers/order-page.server.ts'

type Db = Pick<Reader, 'select'>

const isPaid = inArray(orders.status, ['confirmed', 'completed'])
const timesBought = sql<number>`count(distinct ${orders.id})`.mapWith(Number)

/** What a customer bought last, the newest first, as far as it is on the shelf. */
export const findRecentlyBoughtIds = async (db: Db, bought: { customerId: string; limit: number }): Promise<string[]> =>
  (await recentlyBought(db, bought)).map(({ id }) => id)
const recentlyBought = preparedAs<{ customerId: string; limit: number }>()('recently_bought', (db: Db) =>
  db
    .select({ id: orderLines.productId, lastAt: max(orders.placedAt) })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .innerJoin(products, and(eq(products.id, orderLines.productId), eq(products.status, 'listed')))
    .where(and(eq(orders.customerId, sql.placeholder('customerId')), isPaid))
    .groupBy(orderLines.productId)
    .orderBy(desc(max(orders.placedAt)), asc(orderLines.productId))
    .limit(sql.placeholder('limit')),
)

/** A customer's last paid order; nothing before the first. */
export const findLastOrder = async (db: Db, customerId: string) => (await lastOrder(db, { customerId }))[0] ?? null
const lastOrder = preparedAs<{ customerId: string }>()('last_order', (db: Db) =>
  db
    .select({ id: orders.id, number: orders.number, placedAt: orders.placedAt })
    .from(orders)
    .where(and(eq(orders.customerId, sql.placeholder('customerId')), isPaid))
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(1),
)

/** Everything a customer ever bought, what they bought most often first. `terms` (of queryTermsOf) must all be met. */
export const findBought = (
  db: Db,
  { customerId, terms, limit, offset }: { customerId: string; terms: readonly string[]; limit: number; offset: number },
) =>
  db
    .select({
      id: products.id,
      slug: products.slug,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      times: timesBought,
      lastAt: max(orders.placedAt),
    })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(and(eq(orders.customerId, customerId), isPaid, terms.length > 0 ? inArray(products.id, carrying(db, terms)) : undefined))
    .groupBy(products.id)
    .orderBy(desc(timesBought), desc(max(orders.placedAt)), asc(products.id))
    .limit(limit)
    .offset(offset)

const carrying = (db: Db, terms: readonly string[]) =>
  db
    .select({ id: productTerms.productId })
    .from(productTerms)
    .where(inArray(productTerms.term, [...terms]))
    .groupBy(productTerms.productId)
    .having(sql`count(*) = ${terms.length}`)

/** The sizes of an order as they were asked for: its bundles, and its lines whole (with what came out of the bundles). Nothing of another's. */
export async function findOrderedSizes(tx: Pick<Tx, 'select'>, { orderId, owner }: { orderId: string; owner: OrderOwner }) {
  const isTheirs = and(
    eq(orders.id, orderId),
    or(eq(orders.customerId, owner.customerId ?? ''), and(eq(orders.placementKey, owner.placementKey ?? ''), exists(guestOf(tx)))),
  )
  const named = {
    variantId: variants.id,
    nameZh: products.nameZh,
    nameEn: products.nameEn,
    sizeZh: variants.nameZh,
    sizeEn: variants.nameEn,
  }
  const lines = await tx
    .select({ ...named, quantity: sql<number>`sum(${orderLines.quantity})`.mapWith(Number) })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(isTheirs)
    .groupBy(variants.id, products.id)
    .orderBy(asc(sql`min(${orderLines.position})`))
  const bundles = await tx
    .select({ ...named, quantity: orderBundles.quantity })
    .from(orderBundles)
    .innerJoin(orders, eq(orders.id, orderBundles.orderId))
    .innerJoin(variants, eq(variants.id, orderBundles.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(isTheirs)
    .orderBy(asc(orderBundles.variantId))
  const parts = await tx
    .select({ bundleId: bundleParts.variantId, variantId: bundleParts.partVariantId, units: bundleParts.units })
    .from(bundleParts)
    .where(
      inArray(
        bundleParts.variantId,
        bundles.map(({ variantId }) => variantId),
      ),
    )
  return { lines, bundles, parts }
}

/** A guest's order that an account has claimed is read through that account alone. */
const guestOf = (tx: Pick<Tx, 'select'>) =>
  tx
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.id, orders.customerId), sql`${customers.userId} is null`))

/** How much of what a basket holds. Whose basket it is has been asked before. */
export const findQuantitiesIn = async (tx: Pick<Tx, 'select'>, basketId: string): Promise<Map<string, number>> => {
  const rows = await tx
    .select({ variantId: basketLines.variantId, quantity: basketLines.quantity })
    .from(basketLines)
    .where(eq(basketLines.basketId, basketId))
  return new Map(rows.map(({ variantId, quantity }) => [variantId, quantity]))
}
