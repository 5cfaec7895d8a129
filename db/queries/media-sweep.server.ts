import { and, asc, eq, gt, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { dialect } from '#db/dialect/index.ts'
import { adoptionNews, dropProofs, farms, handovers, media, productPictures, products, reviews } from '#db/schema/index.ts'

/** Every column that says which picture is shown: what none of them names is shown nowhere. A test reads the schema for others. */
export const mediaReferences = [
  farms.pictureId,
  products.pictureId,
  productPictures.mediaId,
  dropProofs.mediaId,
  handovers.mediaId,
  handovers.arrivedMediaId,
  adoptionNews.pictureId,
] as const

/** Columns that hold a list of such ids. */
export const mediaLists = [reviews.pictures] as const

/** A picture's row, `media.id`, is named by a row of this column. */
const isIn = (column: (typeof mediaReferences)[number]): SQL => sql`exists (select 1 from ${column.table} where ${column} = ${media.id})`

const isInList = (column: (typeof mediaLists)[number]): SQL =>
  dialect === 'postgres'
    ? sql`exists (select 1 from ${column.table} where ${column}::jsonb ? ${media.id})`
    : sql`exists (select 1 from ${column.table}, json_each(${column}) as named where named.value = ${media.id})`

const isShown = sql.join([...mediaReferences.map(isIn), ...mediaLists.map(isInList)], sql` or `)

const isUnused = (keptBefore: Date) => and(lt(media.keptAt, keptBefore), sql`not (${isShown})`)

/** Pictures sent before then that nothing shows, a piece at a time by their ids. */
export const findUnusedMedia = async (
  db: Pick<Reader, 'select'>,
  { keptBefore, after, limit }: { keptBefore: Date; after: string; limit: number },
): Promise<string[]> =>
  (
    await db
      .select({ id: media.id })
      .from(media)
      .where(and(gt(media.id, after), isUnused(keptBefore)))
      .orderBy(asc(media.id))
      .limit(limit)
  ).map(({ id }) => id)

/** @returns false when it is shown again, has been sent again, or is gone */
export const dropUnusedMedia = async (tx: Tx, { mediaId, keptBefore }: { mediaId: string; keptBefore: Date }): Promise<boolean> =>
  (
    await tx
      .delete(media)
      .where(and(eq(media.id, mediaId), isUnused(keptBefore)))
      .returning({ id: media.id })
  ).length === 1

/** Of these pictures the ones that have a row. */
export const findKnownMedia = async (db: Pick<Reader, 'select'>, mediaIds: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await db
        .select({ id: media.id })
        .from(media)
        .where(inArray(media.id, [...mediaIds]))
    ).map(({ id }) => id),
  )
