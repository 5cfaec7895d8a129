import { id, index, instant, oneOf, table, text, whole } from '#db/dialect/index.ts'

/** A picture somebody sent, as it was kept: turned upright, without its EXIF. The bytes lie in the media store under `id`. */
export const media = table(
  'media',
  {
    id: id('id').primaryKey(),
    use: oneOf('use', ['product', 'farm', 'review', 'claim', 'proof', 'handover', 'arrival', 'news']).notNull(),
    /** farm id, driver id, customer id or 'alliance': whose it is */
    ownerId: text('owner_id').notNull(),
    width: whole('width').notNull(),
    height: whole('height').notNull(),
    bytes: whole('bytes').notNull(),
    /** of the bytes as sent: the same picture sent twice by one owner for one use is kept once */
    sha256: text('sha256').notNull(),
    /** base64, drawn until the picture is there */
    thumbhash: text('thumbhash').notNull(),
    keptAt: instant('kept_at').notNull(),
  },
  (t) => [index('media_of_owner').on(t.ownerId, t.use, t.keptAt)],
)
