import { and, asc, count, desc, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { groupBy } from '#app/domain/group-by.ts'
import type { Reader } from '#db/connection.ts'
import { adoptionNews, adoptionOffers, adoptions, bundleParts, farms, orderLines, products, variants, waves } from '#db/schema/index.ts'
import { newsColumns } from './farm-adoptions.server.ts'

type Db = Pick<Reader, 'select'>

const shown = {
  offerId: adoptionOffers.id,
  kind: adoptionOffers.kind,
  places: adoptionOffers.places,
  seasonFromOn: adoptionOffers.seasonFromOn,
  seasonToOn: adoptionOffers.seasonToOn,
  whereZh: adoptionOffers.whereZh,
  whereEn: adoptionOffers.whereEn,
  productId: products.id,
  slug: products.slug,
  nameZh: products.nameZh,
  nameEn: products.nameEn,
  crop: products.crop,
  category: products.category,
  farmCode: farms.code,
  farmSlug: farms.slug,
  farmZh: farms.nameZh,
  farmEn: farms.nameEn,
  countyZh: farms.countyZh,
  countyEn: farms.countyEn,
  licensed: farms.licensed,
  licensedUntilOn: farms.licensedUntilOn,
  variantId: variants.id,
  sizeZh: variants.nameZh,
  sizeEn: variants.nameEn,
  priceFen: variants.priceFen,
}

const offersFrom = (db: Db) =>
  db
    .select(shown)
    .from(adoptionOffers)
    .innerJoin(products, eq(products.id, adoptionOffers.productId))
    .innerJoin(farms, eq(farms.id, adoptionOffers.farmId))
    .innerJoin(variants, eq(variants.productId, products.id))

/** What can be adopted, or could this season, with its dates and how many places are taken. */
export async function findOffersOnShelf(db: Db, { productId }: { productId?: string } = {}) {
  const offers = await offersFrom(db)
    .where(and(eq(products.status, 'listed'), productId === undefined ? undefined : eq(products.id, productId)))
    .orderBy(asc(adoptionOffers.seasonFromOn), asc(adoptionOffers.id))
  const none = ['—']
  const sizeIds = offers.map(({ variantId }) => variantId)
  const [dates, taken] = await Promise.all([
    findDates(db, sizeIds),
    db
      .select({ offerId: adoptions.offerId, taken: count() })
      .from(adoptions)
      .where(and(inArray(adoptions.offerId, offers.length === 0 ? none : offers.map((offer) => offer.offerId)), isNull(adoptions.endedAt)))
      .groupBy(adoptions.offerId),
  ])
  const takenOf = new Map(taken.map((row) => [row.offerId, Number(row.taken)]))
  return offers.map((offer) => ({ ...offer, dates: dates.get(offer.variantId) ?? [], taken: takenOf.get(offer.offerId) ?? 0 }))
}
export type OfferOnShelf = Awaited<ReturnType<typeof findOffersOnShelf>>[number]

/** What an adoption brings and from which day on, earliest first. */
async function findDates(db: Db, sizeIds: readonly string[]) {
  const rows = await db
    .select({
      bundleId: bundleParts.variantId,
      partVariantId: bundleParts.partVariantId,
      on: bundleParts.notBeforeOn,
      units: bundleParts.units,
      partZh: variants.nameZh,
      partEn: variants.nameEn,
      productZh: products.nameZh,
      productEn: products.nameEn,
    })
    .from(bundleParts)
    .innerJoin(variants, eq(variants.id, bundleParts.partVariantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(inArray(bundleParts.variantId, sizeIds.length === 0 ? ['—'] : [...sizeIds]))
    .orderBy(asc(bundleParts.notBeforeOn), asc(bundleParts.position))
  return groupBy(rows, (row) => row.bundleId)
}

const own = {
  id: adoptions.id,
  number: adoptions.number,
  nickname: adoptions.nickname,
  adoptedAt: adoptions.adoptedAt,
  orderId: adoptions.orderId,
  endedAt: adoptions.endedAt,
}

/** What a customer has adopted, the newest first; what was cancelled is not shown. */
export const findAdoptionsOf = (db: Db, customerId: string) =>
  db
    .select({ ...own, ...shown })
    .from(adoptions)
    .innerJoin(adoptionOffers, eq(adoptionOffers.id, adoptions.offerId))
    .innerJoin(products, eq(products.id, adoptionOffers.productId))
    .innerJoin(farms, eq(farms.id, adoptionOffers.farmId))
    .innerJoin(variants, eq(variants.productId, products.id))
    .where(and(eq(adoptions.customerId, customerId), isNull(adoptions.endedAt)))
    .orderBy(desc(adoptions.adoptedAt), asc(adoptions.number))

/** One adoption, if it is theirs and not over; with what it brings. */
export async function findAdoption(db: Db, { adoptionId, customerId }: { adoptionId: string; customerId: string }) {
  const adoption = (await findAdoptionsOf(db, customerId)).find(({ id }) => id === adoptionId)
  if (!adoption) return null
  return { ...adoption, dates: (await findDates(db, [adoption.variantId])).get(adoption.variantId) ?? [] }
}

/** What of an adoption's order has come and will come, by its waves. */
export const findDeliveries = (db: Db, { orderId, partVariantIds }: { orderId: string; partVariantIds: readonly string[] }) =>
  db
    .select({
      lineId: orderLines.id,
      quantity: orderLines.quantity,
      status: orderLines.status,
      deliversOn: waves.deliversOn,
      partZh: variants.nameZh,
      partEn: variants.nameEn,
      productZh: products.nameZh,
      productEn: products.nameEn,
    })
    .from(orderLines)
    .innerJoin(waves, eq(waves.id, orderLines.waveId))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(
      and(
        eq(orderLines.orderId, orderId),
        inArray(orderLines.variantId, partVariantIds.length === 0 ? ['—'] : [...partVariantIds]),
        ne(orderLines.status, 'cancelled'),
      ),
    )
    .orderBy(asc(waves.deliversOn), asc(orderLines.position))

/** What the farm told all who adopted, and of this number; the newest first. */
export const findNewsFor = (db: Db, { offerId, number }: { offerId: string; number: number }) =>
  db
    .select(newsColumns)
    .from(adoptionNews)
    .where(and(eq(adoptionNews.offerId, offerId), or(isNull(adoptionNews.number), eq(adoptionNews.number, number))))
    .orderBy(desc(adoptionNews.postedAt), desc(adoptionNews.id))
