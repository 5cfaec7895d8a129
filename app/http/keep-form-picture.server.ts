import type { MediaUse } from '#app/domain/media/picture-files.ts'
import { accept, type Result } from '#app/domain/result.ts'
import { type KeepPictureRefusal, keepPicture } from '#app/services/media/keep-picture.server.ts'
import { mediaStore } from './media-store.server.ts'
import { fileIn } from './read-upload.server.ts'
import { db, now } from './runtime.server.ts'

/** Keeps the picture of a form's field; null where none was chosen. */
export async function keepFormPicture(
  form: FormData,
  { field, use, ownerId }: { field: string; use: MediaUse; ownerId: string },
): Promise<Result<{ mediaId: string | null }, KeepPictureRefusal>> {
  const file = await fileIn(form, field)
  if (file === null) return accept({ mediaId: null })
  return keepPicture(db(), mediaStore(), { use, ownerId, bytes: file.bytes, now: now() })
}
