import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { products } from '#db/schema/index.ts'

/** The seasons of every crop on the shelf, one for each that differs; both null is all the year. */
export const findCropSeasons = (db: Pick<Reader, 'selectDistinct'>) =>
  db
    .selectDistinct({ crop: products.crop, from: products.seasonFrom, to: products.seasonTo })
    .from(products)
    .where(and(eq(products.status, 'listed'), eq(products.kind, 'single'), isNotNull(products.crop)))
    .orderBy(asc(products.crop))
