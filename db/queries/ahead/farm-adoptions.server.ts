import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { groupBy } from '#app/domain/group-by.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { adoptionNews, adoptionOffers, adoptions, bundleParts, lots, products, variants } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
type Own = { farmId: string; offerId: string }

const offerColumns = {
  id: adoptionOffers.id,
  productId: adoptionOffers.productId,
  kind: adoptionOffers.kind,
  places: adoptionOffers.places,
  seasonFromOn: adoptionOffers.seasonFromOn,
  seasonToOn: adoptionOffers.seasonToOn,
  slug: products.slug,
  nameZh: products.nameZh,
  nameEn: products.nameEn,
  status: products.status,
}

/** What a farm offers for adoption, the latest season first, with the numbers that are taken. Whose they are it reads nothing of. */
export async function findFarmOffers(db: Db, { farmId }: { farmId: string }) {
  const offers = await db
    .select(offerColumns)
    .from(adoptionOffers)
    .innerJoin(products, eq(products.id, adoptionOffers.productId))
    .where(eq(adoptionOffers.farmId, farmId))
    .orderBy(desc(adoptionOffers.seasonFromOn), asc(adoptionOffers.id))
  const taken = await takenOf(
    db,
    offers.map(({ id }) => id),
  )
  return offers.map((offer) => ({ ...offer, taken: taken.get(offer.id) ?? [] }))
}

async function takenOf(db: Db, offerIds: readonly string[]) {
  const rows = await db
    .select({ offerId: adoptions.offerId, number: adoptions.number })
    .from(adoptions)
    .where(and(inArray(adoptions.offerId, offerIds.length === 0 ? ['—'] : [...offerIds]), isNull(adoptions.endedAt)))
    .orderBy(asc(adoptions.number))
  return new Map([...groupBy(rows, (row) => row.offerId)].map(([id, ofOffer]) => [id, ofOffer.map(({ number }) => number)]))
}

/** One of a farm's offers with its dates and the harvests forecast for them; null for another's. */
export async function findFarmOffer(db: Db, { farmId, offerId }: Own) {
  const [offer] = await db
    .select(offerColumns)
    .from(adoptionOffers)
    .innerJoin(products, eq(products.id, adoptionOffers.productId))
    .where(and(eq(adoptionOffers.id, offerId), eq(adoptionOffers.farmId, farmId)))
  if (!offer) return null
  const harvests = await db
    .select({
      lotId: lots.id,
      sizeZh: variants.nameZh,
      sizeEn: variants.nameEn,
      harvestedOn: lots.harvestedOn,
      bestBeforeOn: lots.bestBeforeOn,
      available: lots.available,
      held: lots.held,
      sold: lots.sold,
      forecast: lots.forecast,
    })
    .from(lots)
    .innerJoin(variants, eq(variants.id, lots.variantId))
    .where(and(eq(lots.farmId, farmId), sql`${lots.id} like ${`lot_${offer.id}_%`}`))
    .orderBy(asc(lots.harvestedOn))
  return { ...offer, taken: (await takenOf(db, [offerId])).get(offerId) ?? [], harvests }
}

export const newsColumns = {
  id: adoptionNews.id,
  number: adoptionNews.number,
  textZh: adoptionNews.textZh,
  textEn: adoptionNews.textEn,
  pictureId: adoptionNews.pictureId,
  postedAt: adoptionNews.postedAt,
}

/** What a farm has told its adopters, the newest first. */
export const findFarmNews = (db: Db, { farmId, offerId }: Own) =>
  db
    .select(newsColumns)
    .from(adoptionNews)
    .innerJoin(adoptionOffers, and(eq(adoptionOffers.id, adoptionNews.offerId), eq(adoptionOffers.farmId, farmId)))
    .where(eq(adoptionNews.offerId, offerId))
    .orderBy(desc(adoptionNews.postedAt), desc(adoptionNews.id))

/** A size of the farm's own that may be a part of an adoption, with what its product says of crop and origin. */
export const findPartOfOffer = async (db: Db, { farmId, variantId }: { farmId: string; variantId: string }) =>
  (
    await db
      .select({ variantId: variants.id, sizeZh: variants.nameZh, sizeEn: variants.nameEn, product: products })
      .from(variants)
      .innerJoin(products, and(eq(products.id, variants.productId), eq(products.farmId, farmId), eq(products.kind, 'single')))
      .where(and(eq(variants.id, variantId), eq(variants.status, 'listed'), eq(products.status, 'listed')))
  )[0] ?? null

export const findOfferById = async (db: Db, offerId: string) =>
  (await db.select().from(adoptionOffers).where(eq(adoptionOffers.id, offerId)))[0] ?? null

export const insertOffer = (tx: Tx, row: typeof adoptionOffers.$inferInsert) => tx.insert(adoptionOffers).values(row)

/** The dates on which an adoption brings `units` of a size. */
export const insertDatedParts = (
  tx: Tx,
  { variantId, partVariantId, units, datesOn }: { variantId: string; partVariantId: string; units: number; datesOn: readonly string[] },
) => tx.insert(bundleParts).values(datesOn.map((notBeforeOn, position) => ({ variantId, position, partVariantId, units, notBeforeOn })))

/** @returns false when it was posted before */
export async function insertNews(tx: Tx, row: typeof adoptionNews.$inferInsert): Promise<boolean> {
  const posted = await tx.insert(adoptionNews).values(row).onConflictDoNothing().returning({ id: adoptionNews.id })
  return posted.length === 1
}
