import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { ArrangedPicture } from '#app/domain/brands/arrange-pictures.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { farms, media, productPictures, products } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** Whose product it is: a farm's, or with no farm the alliance's own. */
export type Owned = { productId: string; farmId: string | null }
const owned = ({ productId, farmId }: Owned) =>
  and(eq(products.id, productId), farmId === null ? isNull(products.farmId) : eq(products.farmId, farmId))

/** A product's pictures in their order; none for another's product. */
export const findOwnPictures = (db: Db, product: Owned): Promise<ArrangedPicture[]> =>
  db
    .select({ mediaId: productPictures.mediaId, altZh: productPictures.altZh, altEn: productPictures.altEn })
    .from(productPictures)
    .innerJoin(products, and(eq(products.id, productPictures.productId), owned(product)))
    .orderBy(asc(productPictures.position))

/** What everybody sees on the product's page. */
export const findPictures = (db: Db, productId: string): Promise<ArrangedPicture[]> =>
  db
    .select({ mediaId: productPictures.mediaId, altZh: productPictures.altZh, altEn: productPictures.altEn })
    .from(productPictures)
    .where(eq(productPictures.productId, productId))
    .orderBy(asc(productPictures.position))

/** The name of a product of this owner; null when it is somebody else's. */
export const findOwnName = async (db: Db, product: Owned) =>
  (
    await db
      .select({ nameZh: products.nameZh, nameEn: products.nameEn, slug: products.slug, status: products.status })
      .from(products)
      .where(owned(product))
  )[0] ?? null

/** The alliance's own products, the newest first, with the picture on their cards. */
export const findAllianceProducts = (db: Db) =>
  db
    .select({
      id: products.id,
      code: products.code,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      kind: products.kind,
      crop: products.crop,
      category: products.category,
      pictureId: products.pictureId,
      pictureColour: products.pictureColour,
    })
    .from(products)
    .where(isNull(products.farmId))
    .orderBy(desc(products.listedAt), asc(products.id))
    .limit(200)

/** A kept picture's thumbhash, in base64; null when it was never kept for that use by that owner. */
export const findThumbhash = async (
  db: Db,
  { mediaId, ownerId, use }: { mediaId: string; ownerId: string; use: 'product' | 'farm' },
): Promise<string | null> =>
  (
    await db
      .select({ thumbhash: media.thumbhash })
      .from(media)
      .where(and(eq(media.id, mediaId), eq(media.ownerId, ownerId), eq(media.use, use)))
  )[0]?.thumbhash ?? null

/** The product's pictures become exactly these, and its card shows the first. @returns false when it is somebody else's product */
export async function replacePictures(
  tx: Tx,
  { pictures, colour, now, ...product }: Owned & { pictures: readonly ArrangedPicture[]; colour: string | null; now: Date },
): Promise<boolean> {
  const marked = await tx
    .update(products)
    .set({ pictureId: pictures[0]?.mediaId ?? null, pictureColour: colour, changedAt: now })
    .where(owned(product))
    .returning({ id: products.id })
  if (marked.length === 0) return false
  const { productId } = product
  await tx.delete(productPictures).where(eq(productPictures.productId, productId))
  if (pictures.length > 0)
    await tx.insert(productPictures).values(pictures.map((picture, position) => ({ ...picture, productId, position })))
  return true
}

/** The farm's people on its land; null takes the picture away. */
export const setFarmPicture = (tx: Tx, { farmId, mediaId }: { farmId: string; mediaId: string | null }) =>
  tx.update(farms).set({ pictureId: mediaId }).where(eq(farms.id, farmId))
