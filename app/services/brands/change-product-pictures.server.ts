import { type ArrangeRefusal, arrangePictures, type PictureChange } from '#app/domain/brands/arrange-pictures.ts'
import { meanColourOf } from '#app/domain/media/mean-colour.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import * as rows from '#db/queries/brands/pictures.server.ts'

type ChangePictures = {
  productId: string
  /** whose product; null for the alliance's own, which the office looks after */
  farmId: string | null
  userId: string
  change: PictureChange
  now: Date
}

/** `not_found`: no product of theirs. `not_kept`: a picture this owner never sent for a product. */
export type PicturesRefusal = ArrangeRefusal | { code: 'not_found' } | { code: 'not_kept' }

/** The name under which an owner's pictures are kept. */
export const pictureOwner = (farmId: string | null) => farmId ?? 'alliance'

/**
 * Adds, describes, moves or takes away one picture of a product. The first one is on the card, with its average colour drawn until
 * it is there. Doing it twice does it once.
 */
export function changeProductPictures(
  { transact }: Pick<Database, 'transact'>,
  { productId, farmId, userId, change, now }: ChangePictures,
): Promise<Result<{ pictures: number }, PicturesRefusal>> {
  return transact(async (tx) => {
    const product = { productId, farmId }
    if ((await rows.findOwnName(tx, product)) === null) return refuse({ code: 'not_found' })
    const before = await rows.findOwnPictures(tx, product)
    const arranged = arrangePictures(before, change)
    if (!arranged.ok) return arranged
    const pictures = arranged.value
    const colourOf = async (mediaId: string) => {
      const thumbhash = await rows.findThumbhash(tx, { mediaId, ownerId: pictureOwner(farmId), use: 'product' })
      return thumbhash === null ? null : meanColourOf(Buffer.from(thumbhash, 'base64'))
    }
    if (change.kind === 'add' && (await colourOf(change.picture.mediaId)) === null) return refuse({ code: 'not_kept' })
    if (JSON.stringify(before) === JSON.stringify(pictures)) return accept({ pictures: pictures.length })
    const first = pictures[0]
    await rows.replacePictures(tx, { ...product, pictures, colour: first ? await colourOf(first.mediaId) : null, now })
    const detail = { kind: change.kind, pictures: pictures.map(({ mediaId }) => mediaId) }
    const actsFor = pictureOwner(farmId)
    await insertAuditEntry(tx, { actorId: userId, actsFor, action: 'product_pictures_changed', subject: productId, detail, at: now })
    return accept({ pictures: pictures.length })
  })
}
