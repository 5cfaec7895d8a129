import { and, asc, eq, inArray } from 'drizzle-orm'
import { drawnCrop } from '#app/domain/catalog/drawn-crop.ts'
import { cardSizeOf, type ProductCard } from '#app/domain/catalog/product-card.ts'
import { daysBetween } from '#app/domain/days-between.ts'
import { groupBy } from '#app/domain/group-by.ts'
import type { Reader } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import { prepared } from '#db/prepared.ts'
import { farms, geographicalIndications, indicationRegistrations, lots, products, variants } from '#db/schema/index.ts'
import { type MarkRow, markColumns, ofProduct, readMarks } from '../brands/marks.server.ts'
import { findBundlesLeft } from '../bundles/bundle-parts.server.ts'
import { availableSum, sellableOn } from './stock.server.ts'

type Db = Pick<Reader, 'select'>
type Language = 'zh' | 'en'

/** The most cards asked for at once; fewer ids are filled up with blanks, so that one statement serves every page. */
export const mostCards = 24

type ProductRow = Pick<ProductCard, 'slug' | 'name' | 'category' | 'ratings' | 'stars' | 'indication'> & {
  id: string
  kind: (typeof products.$inferSelect)['kind']
  pictureId: string | null
  pictureColour: string | null
  farm: Omit<NonNullable<ProductCard['farm']>, 'licensed'> | null
  marks: MarkRow
}
type SizeRow = Pick<ProductCard, 'variantId' | 'size' | 'priceFen' | 'netWeightG' | 'left'> & {
  productId: string
  harvestedOn: string | null
  aheadFromOn: string | null
}

const slots = Array.from({ length: mostCards }, (_, i) => sql.placeholder(`id${i}`))

const prepareProducts = (language: Language) =>
  prepared<Db, Record<string, string>, ProductRow[]>(`card_products_${language}`, (db) =>
    db
      .select({
        id: products.id,
        kind: products.kind,
        slug: products.slug,
        name: language === 'en' ? products.nameEn : products.nameZh,
        pictureId: products.pictureId,
        pictureColour: products.pictureColour,
        category: products.category,
        ratings: products.ratings,
        stars: products.stars,
        farm: {
          code: farms.code,
          name: language === 'en' ? farms.nameEn : farms.nameZh,
          county: language === 'en' ? farms.countyEn : farms.countyZh,
        },
        marks: markColumns,
        indication: language === 'en' ? geographicalIndications.nameEn : geographicalIndications.nameZh,
      })
      .from(products)
      .leftJoin(farms, eq(farms.id, products.farmId))
      .leftJoin(geographicalIndications, eq(geographicalIndications.code, products.giCode))
      .leftJoin(indicationRegistrations, ofProduct)
      .where(and(inArray(products.id, slots), eq(products.status, 'listed'))),
  )

const prepareSizes = (language: Language) =>
  prepared<Db, Record<string, string>, SizeRow[]>(`card_sizes_${language}`, (db) =>
    db
      .select({
        productId: variants.productId,
        variantId: variants.id,
        size: language === 'en' ? variants.nameEn : variants.nameZh,
        priceFen: variants.priceFen,
        netWeightG: variants.netWeightG,
        left: availableSum,
        harvestedOn: sql<string | null>`max(case when ${lots.forecast} then null else ${lots.harvestedOn} end)`,
        aheadFromOn: sql<string | null>`max(case when ${lots.forecast} then ${lots.harvestedOn} end)`,
      })
      .from(variants)
      .leftJoin(lots, and(eq(lots.variantId, variants.id), sellableOn(sql.placeholder('today'))))
      .where(and(inArray(variants.productId, slots), eq(variants.status, 'listed')))
      .groupBy(variants.id)
      .orderBy(asc(variants.position)),
  )

const productsIn = { zh: prepareProducts('zh'), en: prepareProducts('en') }
const sizesIn = { zh: prepareSizes('zh'), en: prepareSizes('en') }

/** Two statements for a whole page, and a third where there are bundles on it. In the order of `ids`; a product that is off the shelf, or has no listed size, has no card. */
export async function findProductCards(
  db: Db,
  ids: readonly string[],
  { language, today }: { language: Language; today: string },
): Promise<ProductCard[]> {
  if (ids.length === 0) return []
  const values: Record<string, string> = Object.fromEntries(slots.map((_, i) => [`id${i}`, ids[i] ?? '']))
  const [productRows, sizeRows] = await Promise.all([productsIn[language](db, values), sizesIn[language](db, { ...values, today })])
  const byId = new Map(productRows.map((row) => [row.id, row]))
  const shownFarms: ShownFarms = new Map()
  const sizesOf = groupBy(await fillBundles(db, sizeRows, byId, today), (row) => row.productId)
  return ids.flatMap((id) => {
    const product = byId.get(id)
    const sizes = sizesOf.get(id)
    return product && sizes ? [cardOf(product, sizes, { today, shownFarms })] : []
  })
}

/** A bundle has no lots of its own: what there is of it is what its parts allow. */
async function fillBundles(db: Db, sizes: readonly SizeRow[], products: ReadonlyMap<string, ProductRow>, today: string) {
  const isComposed = ({ productId }: SizeRow) => (products.get(productId)?.kind ?? 'single') !== 'single'
  const bundleIds = sizes.filter(isComposed).map(({ variantId }) => variantId)
  if (bundleIds.length === 0) return sizes
  const left = await findBundlesLeft(db, bundleIds, today)
  return sizes.map((size) => ({ ...size, left: left.get(size.variantId) ?? size.left }))
}

type ShownFarms = Map<string, ProductCard['farm']>

/** Cards of one farm share its object: a page sends it to the browser once. */
function farmOf({ farm }: ProductRow, licensed: boolean, shown: ShownFarms): ProductCard['farm'] {
  if (farm === null) return null
  const known = shown.get(farm.code) ?? { ...farm, licensed }
  shown.set(farm.code, known)
  return known
}

type Asked = { today: string; shownFarms: ShownFarms }

function cardOf(product: ProductRow, sizes: readonly SizeRow[], { today, shownFarms }: Asked): ProductCard {
  const { variantId, size, priceFen, netWeightG, left, aheadFromOn } = cardSizeOf(sizes)!
  const { slug, name, category, ratings, stars, pictureId } = product
  const marks = readMarks(product.marks, today)
  const harvestedOn = sizes
    .flatMap((row) => row.harvestedOn ?? [])
    .sort()
    .at(-1)
  const daysSinceHarvest = harvestedOn === undefined ? null : daysBetween(harvestedOn, today)
  return {
    slug,
    name,
    crop: drawnCrop(product.marks.crop),
    category,
    picture: pictureId === null ? null : { id: pictureId, colour: product.pictureColour },
    ratings,
    stars,
    farm: farmOf(product, marks.seal, shownFarms),
    indication: marks.indication ? product.indication : null,
    variantId,
    size,
    priceFen,
    netWeightG,
    hasMoreSizes: sizes.length > 1,
    left,
    daysSinceHarvest,
    aheadFromOn,
  }
}
