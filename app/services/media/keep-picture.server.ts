import { createHash } from 'node:crypto'
import type { MediaUse } from '#app/domain/media/picture-files.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { MediaStore } from '#app/integrations/media/media-store.ts'
import { type PictureRefusal, renderPicture } from '#app/integrations/media/render-picture.server.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import * as mediaRows from '#db/queries/media.server.ts'

/** Of the file as sent; a telephone's photograph has 3 to 8 MB. */
export const mostPictureBytes = 10 * 1024 * 1024

export type KeepPicture = { use: MediaUse; ownerId: string; bytes: Uint8Array; now: Date }
export type KeepPictureRefusal = PictureRefusal | { code: 'file_too_large' }

/**
 * Keeps a picture: upright, without EXIF, in the sizes of its use. The same picture sent twice by one owner for one use is kept
 * once. The bytes are on disk before the row says so: what a crash leaves behind is a file nobody names.
 */
export async function keepPicture(
  { transact }: Pick<Database, 'transact'>,
  store: MediaStore,
  { use, ownerId, bytes, now }: KeepPicture,
): Promise<Result<{ mediaId: string }, KeepPictureRefusal>> {
  if (bytes.byteLength > mostPictureBytes) return refuse({ code: 'file_too_large' })
  const sent = { ownerId, use, sha256: createHash('sha256').update(bytes).digest('hex') }
  const before = await transact((tx) => mediaRows.takeSameMedia(tx, sent, now))
  if (before !== null) return accept({ mediaId: before })
  const rendered = await renderPicture(bytes, use)
  if (!rendered.ok) return rendered
  const { files, width, height, thumbhash } = rendered.value
  const id = newId('med')
  await store.write(id, files)
  const kept = files.reduce((sum, file) => sum + file.bytes.byteLength, 0)
  const mediaId = await transact(async (tx) => {
    const meanwhile = await mediaRows.takeSameMedia(tx, sent, now)
    if (meanwhile === null) await mediaRows.insertMedia(tx, { ...sent, id, width, height, thumbhash, bytes: kept, keptAt: now })
    return meanwhile ?? id
  })
  if (mediaId !== id) await store.remove(id)
  return accept({ mediaId })
}
