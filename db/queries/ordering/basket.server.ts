import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import { bundlesLeft } from '#app/domain/catalog/bundles-left.ts'
import { groupBy } from '#app/domain/group-by.ts'
import type { Reader } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import { prepared, preparedAs } from '#db/prepared.ts'
import {
  basketLines,
  baskets,
  bundles,
  customers,
  farms,
  geographicalIndications,
  indicationRegistrations,
  lots,
  products,
  variants,
} from '#db/schema/index.ts'
import { markColumns, ofProduct } from '../brands/marks.server.ts'
import { type BundlePartRow, findBundleParts, findBundlesLeft } from '../bundles/bundle-parts.server.ts'
import { availableSum, sellableOn } from '../catalog/stock.server.ts'

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
 * been taken off the shelf; `available` counts what can still be sold on `today`, of a bundle what its scarcest part allows. Whose basket it is has been asked before.
 */
export async function findBasketLines(db: Db, basketId: string, today: string) {
  const lines = await linesOfBasket(db, { basketId, today })
  const bundleIds = lines.filter(({ offBp }) => offBp !== null).map(({ variantId }) => variantId)
  const parts = await findBundleParts(db, bundleIds, today)
  const left = bundlesLeft(parts)
  const partsOf = groupBy(parts, ({ bundleId }) => bundleId)
  return lines.map((line) => ({
    ...line,
    available: line.offBp === null ? line.available : (left.get(line.variantId) ?? 0),
    /** what is in it, where it is a bundle */
    parts: partsOf.get(line.variantId) ?? ([] as BundlePartRow[]),
  }))
}
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
      /** what a bundle costs less than its parts; null for what is none */
      offBp: bundles.offBp,
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
    .leftJoin(bundles, eq(bundles.variantId, variants.id))
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
      bundles.variantId,
      geographicalIndications.code,
      indicationRegistrations.id,
    )
    .orderBy(asc(basketLines.addedAt), asc(basketLines.variantId)),
)
export type BasketLine = Awaited<ReturnType<typeof findBasketLines>>[number]

/** What a size costs and how many there are; nothing when it is not on the shelf. */
export async function findOffer(db: Db, { variantId, today }: { variantId: string; today: string }) {
  const [offer] = await offerOf(db, { variantId, today })
  if (!offer || offer.offBp === null) return offer
  return { ...offer, available: (await findBundlesLeft(db, [variantId], today)).get(variantId) ?? 0 }
}
const offerOf = preparedAs<{ variantId: string; today: string }>()('basket_offer', (db: Db) =>
  db
    .select({ priceFen: variants.priceFen, offBp: bundles.offBp, available: availableSum })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(bundles, eq(bundles.variantId, variants.id))
    .leftJoin(lots, and(eq(lots.variantId, variants.id), sellableOn(slot('today'))))
    .where(and(eq(variants.id, slot('variantId')), eq(variants.status, 'listed'), eq(products.status, 'listed')))
    .groupBy(variants.id, bundles.variantId),
)
