import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import { prepared, preparedAs } from '#db/prepared.ts'
import {
  basketLines,
  baskets,
  customers,
  farms,
  geographicalIndications,
  indicationRegistrations,
  lots,
  products,
  variants,
} from '#db/schema/index.ts'
import { markColumns, ofProduct } from './brands/marks.server.ts'
import { availableSum, sellableOn } from './stock.server.ts'

type Db = Pick<Reader, 'select'>
const slot = sql.placeholder

/** A guest's basket belongs to whoever carries its id, a customer's to that customer's sign-in alone. */
const isTheirs = (userId: string | null | ReturnType<typeof slot>) => or(isNull(baskets.customerId), eq(customers.userId, userId ?? ''))

const quantities = prepared<Db, { basketId: string; userId: string }, { variantId: string; quantity: number }[]>(
  'basket_quantities',
  (db) =>
    db
      .select({ variantId: basketLines.variantId, quantity: basketLines.quantity })
      .from(basketLines)
      .innerJoin(baskets, eq(baskets.id, basketLines.basketId))
      .leftJoin(customers, eq(customers.id, baskets.customerId))
      .where(and(eq(basketLines.basketId, slot('basketId')), isTheirs(slot('userId')))),
)

/** How much of what is in this reader's basket, for steppers and the count in the header. */
export async function findBasketQuantities(db: Db, { basketId, userId }: { basketId: string; userId: string | null }) {
  const rows = await quantities(db, { basketId, userId: userId ?? '' })
  return Object.fromEntries(rows.map(({ variantId, quantity }) => [variantId, quantity]))
}

/** The basket's id if it exists and is this reader's. */
export async function findOwnBasketId(db: Db, { basketId, userId }: { basketId: string; userId: string | null }): Promise<string | null> {
  const [row] = await db
    .select({ id: baskets.id })
    .from(baskets)
    .leftJoin(customers, eq(customers.id, baskets.customerId))
    .where(and(eq(baskets.id, basketId), isTheirs(userId)))
  return row?.id ?? null
}

/**
 * The lines of a basket as they are today, in the order they were put in. `status` is 'off' when the product or the size has
 * been taken off the shelf; `available` counts what can still be sold on `today`. Whose basket it is has been asked before.
 */
export const findBasketLines = (db: Db, basketId: string, today: string) => linesOfBasket(db, { basketId, today })
const linesOfBasket = preparedAs<{ basketId: string; today: string }>()('basket_lines', (db: Db) =>
  db
    .select({
      variantId: variants.id,
      productId: products.id,
      slug: products.slug,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      variantZh: variants.nameZh,
      variantEn: variants.nameEn,
      crop: products.crop,
      category: products.category,
      farmId: products.farmId,
      pictureId: products.pictureId,
      pictureColour: products.pictureColour,
      marks: markColumns,
      indicationZh: geographicalIndications.nameZh,
      indicationEn: geographicalIndications.nameEn,
      farmNameZh: farms.nameZh,
      farmNameEn: farms.nameEn,
      farmSlug: farms.slug,
      farmCode: farms.code,
      leadDays: farms.leadDays,
      quantity: basketLines.quantity,
      priceFen: variants.priceFen,
      seenPriceFen: basketLines.seenPriceFen,
      netWeightG: variants.netWeightG,
      grossWeightG: variants.grossWeightG,
      volumeMl: variants.volumeMl,
      storage: variants.storage,
      available: availableSum,
      status: sql<'listed' | 'off'>`case when ${products.status} = 'listed' and ${variants.status} = 'listed' then 'listed' else 'off' end`,
    })
    .from(basketLines)
    .innerJoin(variants, eq(variants.id, basketLines.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(farms, eq(farms.id, products.farmId))
    .leftJoin(geographicalIndications, eq(geographicalIndications.code, products.giCode))
    .leftJoin(indicationRegistrations, ofProduct)
    .leftJoin(lots, and(eq(lots.variantId, variants.id), sellableOn(slot('today'))))
    .where(and(eq(basketLines.basketId, slot('basketId')), gt(basketLines.quantity, 0)))
    .groupBy(
      basketLines.basketId,
      basketLines.variantId,
      variants.id,
      products.id,
      farms.id,
      geographicalIndications.code,
      indicationRegistrations.id,
    )
    .orderBy(asc(basketLines.addedAt), asc(basketLines.variantId)),
)
export type BasketLine = Awaited<ReturnType<typeof findBasketLines>>[number]

/** What a size costs and how many there are; nothing when it is not on the shelf. */
export const findOffer = async (db: Db, offer: { variantId: string; today: string }) => (await offerOf(db, offer))[0]
const offerOf = preparedAs<{ variantId: string; today: string }>()('basket_offer', (db: Db) =>
  db
    .select({ priceFen: variants.priceFen, available: availableSum })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(lots, and(eq(lots.variantId, variants.id), sellableOn(slot('today'))))
    .where(and(eq(variants.id, slot('variantId')), eq(variants.status, 'listed'), eq(products.status, 'listed')))
    .groupBy(variants.id),
)
