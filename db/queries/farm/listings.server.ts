import { and, asc, desc, eq, gt, gte, inArray, isNull, max, ne, or, type SQL } from 'drizzle-orm'
import { groupBy } from '#app/domain/group-by.ts'
import type { Reader } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import { lots, priceTiers, products, variants } from '#db/schema/index.ts'
import { findForecasts } from '../ahead/presales.server.ts'
import { availableSum, sellableOn } from '../catalog/stock.server.ts'

type Db = Pick<Reader, 'select'>

/** Which listings to show: everything, or what is on or off the shelf. */
export type ListingFilter = 'all' | 'listed' | 'off'

/** The farm's own products, and the alliance's of which it has ever held a lot. */
const supplied = (db: Db, farmId: string): SQL =>
  or(
    eq(products.farmId, farmId),
    and(
      isNull(products.farmId),
      inArray(
        products.id,
        db
          .select({ id: variants.productId })
          .from(lots)
          .innerJoin(variants, eq(variants.id, lots.variantId))
          .where(eq(lots.farmId, farmId)),
      ),
    ),
  )!

const listingsQuery = (db: Db, { farmId, filter }: { farmId: string; filter: ListingFilter }) =>
  db
    .select({
      id: products.id,
      code: products.code,
      slug: products.slug,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      crop: products.crop,
      category: products.category,
      /** false for an alliance product: its price and shelf are the alliance's */
      own: sql<boolean>`${products.farmId} is not null`.mapWith(Boolean),
      status: products.status,
    })
    .from(products)
    .where(and(supplied(db, farmId), filter === 'all' ? undefined : eq(products.status, filter)))
    .orderBy(desc(sql`${products.farmId} is not null`), asc(products.code))

const sizesQuery = (db: Db, productIds: readonly string[]) =>
  db
    .select({
      id: variants.id,
      productId: variants.productId,
      code: variants.code,
      nameZh: variants.nameZh,
      nameEn: variants.nameEn,
      priceFen: variants.priceFen,
    })
    .from(variants)
    .where(inArray(variants.productId, [...productIds]))
    .orderBy(asc(variants.position), asc(variants.id))

/** Harvested lots with something in them or not yet past their best, and each size's newest whatever it is. Newest harvest first. */
const lotsQuery = (db: Db, { farmId, variantIds, today }: { farmId: string; variantIds: readonly string[]; today: string }) => {
  const newest = db
    .select({ variantId: lots.variantId, harvestedOn: max(lots.harvestedOn).as('newest_on') })
    .from(lots)
    .where(and(eq(lots.farmId, farmId), inArray(lots.variantId, [...variantIds]), eq(lots.forecast, false)))
    .groupBy(lots.variantId)
    .as('newest')
  return db
    .select({
      id: lots.id,
      variantId: lots.variantId,
      harvestedOn: lots.harvestedOn,
      bestBeforeOn: lots.bestBeforeOn,
      available: lots.available,
      held: lots.held,
      sold: lots.sold,
    })
    .from(lots)
    .innerJoin(newest, eq(newest.variantId, lots.variantId))
    .where(
      and(
        eq(lots.farmId, farmId),
        eq(lots.forecast, false),
        or(gt(lots.available, 0), gt(lots.held, 0), gte(lots.bestBeforeOn, today), eq(lots.harvestedOn, newest.harvestedOn)),
      ),
    )
    .orderBy(desc(lots.harvestedOn), desc(lots.id))
}

const pageSize = 60

/** One page of a farm's listings with their sizes and lots. */
export async function findFarmListings(db: Db, question: { farmId: string; filter: ListingFilter; page: number; today: string }) {
  const rows = await listingsQuery(db, question)
    .limit(pageSize + 1)
    .offset((question.page - 1) * pageSize)
  const listings = await withSizes(db, question, rows.slice(0, pageSize))
  return { listings, hasNext: rows.length > pageSize }
}

async function withSizes<Row extends { id: string }>(db: Db, { farmId, today }: { farmId: string; today: string }, rows: readonly Row[]) {
  const productIds = rows.map(({ id }) => id)
  const sizes = productIds.length === 0 ? [] : await sizesQuery(db, productIds)
  const variantIds = sizes.map(({ id }) => id)
  const held = variantIds.length === 0 ? [] : await lotsQuery(db, { farmId, variantIds, today })
  const lotsOf = groupBy(held, (lot) => lot.variantId)
  const sizesOf = groupBy(
    sizes.map((size) => ({ ...size, lots: lotsOf.get(size.id) ?? [] })),
    (size) => size.productId,
  )
  return rows.map((row) => ({ ...row, sizes: sizesOf.get(row.id) ?? [] }))
}

/** Everything a farm may change about one product of its own; another's is not found. */
export async function findFarmProduct(db: Db, { farmId, productId, today }: { farmId: string; productId: string; today: string }) {
  const [product] = await productQuery(db, { farmId, productId })
  if (!product) return null
  const [sizes, steps] = await Promise.all([sizeDetailsQuery(db, productId), stepsQuery(db, productId)])
  const variantIds = sizes.map(({ id }) => id)
  const held = variantIds.length === 0 ? [] : await lotsQuery(db, { farmId, variantIds, today })
  const lotsOf = groupBy(held, (lot) => lot.variantId)
  const forecasts = await findForecasts(db, { farmId, variantIds })
  const forecastsOf = groupBy(
    forecasts.filter(({ isPresold, bestBeforeOn }) => isPresold || bestBeforeOn >= today),
    (lot) => lot.variantId,
  )
  const stepsOf = groupBy(steps, (step) => step.variantId)
  return {
    ...product,
    sizes: sizes.map((size) => ({
      ...size,
      lots: lotsOf.get(size.id) ?? [],
      /** harvests of it that are promised and still to come */
      forecasts: forecastsOf.get(size.id) ?? [],
      steps: stepsOf.get(size.id) ?? [],
    })),
  }
}
export type FarmProduct = NonNullable<Awaited<ReturnType<typeof findFarmProduct>>>

const productQuery = (db: Db, { farmId, productId }: { farmId: string; productId: string }) =>
  db
    .select({
      id: products.id,
      code: products.code,
      slug: products.slug,
      category: products.category,
      crop: products.crop,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      textZh: products.textZh,
      textEn: products.textEn,
      originZh: products.originZh,
      originEn: products.originEn,
      giCode: products.giCode,
      originDoubt: products.originDoubt,
      certifications: products.certifications,
      seasonFrom: products.seasonFrom,
      seasonTo: products.seasonTo,
      status: products.status,
      changedAt: products.changedAt,
    })
    .from(products)
    .where(and(eq(products.id, productId), eq(products.farmId, farmId)))

const sizeDetailsQuery = (db: Db, productId: string) =>
  db.select().from(variants).where(eq(variants.productId, productId)).orderBy(asc(variants.position), asc(variants.id))

const stepsQuery = (db: Db, productId: string) =>
  db
    .select({ variantId: priceTiers.variantId, minQuantity: priceTiers.minQuantity, priceFen: priceTiers.priceFen })
    .from(priceTiers)
    .innerJoin(variants, eq(variants.id, priceTiers.variantId))
    .where(eq(variants.productId, productId))
    .orderBy(asc(priceTiers.minQuantity))

/** What changed cells belong to, by the id of the variant, lot or product they name. */
export async function findChangeNames(db: Db, { farmId, ids }: { farmId: string; ids: readonly string[] }) {
  const wanted = ids.length === 0 ? ['—'] : [...ids]
  const names = {
    productZh: products.nameZh,
    productEn: products.nameEn,
    sizeZh: variants.nameZh,
    sizeEn: variants.nameEn,
  }
  const [ofSizes, ofLots, ofProducts] = await Promise.all([
    db
      .select({ id: variants.id, ...names })
      .from(variants)
      .innerJoin(products, eq(products.id, variants.productId))
      .where(and(eq(products.farmId, farmId), inArray(variants.id, wanted))),
    db
      .select({ id: lots.id, ...names })
      .from(lots)
      .innerJoin(variants, eq(variants.id, lots.variantId))
      .innerJoin(products, eq(products.id, variants.productId))
      .where(and(eq(lots.farmId, farmId), inArray(lots.id, wanted))),
    db
      .select({ id: products.id, productZh: products.nameZh, productEn: products.nameEn })
      .from(products)
      .where(and(eq(products.farmId, farmId), inArray(products.id, wanted))),
  ])
  return new Map([...ofSizes, ...ofLots, ...ofProducts.map((row) => ({ ...row, sizeZh: '', sizeEn: '' }))].map((row) => [row.id, row]))
}

/** Listed sizes of the farm that run low, and lots with something left that spoil by `soonOn` or have: what to look at first. */
export const findStockWorries = async (db: Db, { farmId, today, soonOn, lowBelow }: StockWorries) => {
  const [short, spoiling] = await Promise.all([shortQuery(db, { farmId, today, lowBelow }), spoilingQuery(db, { farmId, soonOn })])
  return { short, spoiling }
}
type StockWorries = { farmId: string; today: string; soonOn: string; lowBelow: number }

const sizeNames = {
  productId: products.id,
  productZh: products.nameZh,
  productEn: products.nameEn,
  sizeZh: variants.nameZh,
  sizeEn: variants.nameEn,
}

function shortQuery(db: Db, { farmId, today, lowBelow }: Omit<StockWorries, 'soonOn'>) {
  return db
    .select({ variantId: variants.id, ...sizeNames, left: availableSum.as('units_left') })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(lots, and(eq(lots.variantId, variants.id), eq(lots.farmId, farmId), sellableOn(today)))
    .where(and(eq(products.farmId, farmId), eq(products.kind, 'single'), eq(products.status, 'listed'), eq(variants.status, 'listed')))
    .groupBy(variants.id, products.id)
    .having(sql`${availableSum} < ${lowBelow}`)
    .orderBy(asc(sql`units_left`), asc(variants.id))
}

const spoilingQuery = (db: Db, { farmId, soonOn }: { farmId: string; soonOn: string }) =>
  db
    .select({ lotId: lots.id, ...sizeNames, bestBeforeOn: lots.bestBeforeOn, available: lots.available })
    .from(lots)
    .innerJoin(variants, eq(variants.id, lots.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(
      and(
        eq(lots.farmId, farmId),
        eq(lots.forecast, false),
        gt(lots.available, 0),
        sql`${lots.bestBeforeOn} <= ${soonOn}`,
        ne(products.status, 'off'),
      ),
    )
    .orderBy(asc(lots.bestBeforeOn), asc(lots.id))
