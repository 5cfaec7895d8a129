import { accept, type Result, refuse } from '#app/domain/result.ts'
import { mediaStore } from '#app/http/media-store.server.ts'
import { readForm } from '#app/http/read-upload.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { ReviewSchema } from '#app/schemas/review.ts'
import { type KeepPictureRefusal, keepPicture, mostPictureBytes } from '#app/services/media/keep-picture.server.ts'
import { type WriteReviewRefusal, writeReview } from '#app/services/reviews/write-review.server.ts'

const mostPictures = 3

type Code = WriteReviewRefusal['code'] | KeepPictureRefusal['code'] | 'tooManyPictures' | 'tooLarge' | 'seeFields'

/** Why a review was not taken, with what had been typed. */
export type NotTaken = {
  code: Code
  status: 400 | 409 | 413
  typed: { lineId: string; stars: string; text: string }
  problems: { stars?: boolean; text?: boolean }
}

/** Reads a review's form with its pictures and has it written. */
export async function sendReview(
  request: Request,
  { orderId, customerId }: { orderId: string; customerId: string },
): Promise<Result<null, NotTaken>> {
  const read = await readForm(request, { maxBytes: mostPictures * mostPictureBytes })
  const form = read.ok ? read.value : new FormData()
  const typed = { lineId: String(form.get('lineId') ?? ''), stars: String(form.get('stars') ?? ''), text: String(form.get('text') ?? '') }
  const not = (code: Code, status: NotTaken['status'], problems: NotTaken['problems'] = {}) =>
    refuse<NotTaken>({ code, status, typed, problems })
  if (!read.ok) return not('tooLarge', 413)
  const parsed = ReviewSchema.safeParse(typed)
  if (!parsed.success) {
    const at = new Set(parsed.error.issues.map(({ path }) => path[0]))
    return at.has('lineId') ? not('unknown_line', 400) : not('seeFields', 400, { stars: at.has('stars'), text: at.has('text') })
  }
  const files = form.getAll('picture').filter((file) => typeof file !== 'string' && file.size > 0) as File[]
  if (files.length > mostPictures) return not('tooManyPictures', 400)
  const pictures: string[] = []
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const kept = await keepPicture(db(), mediaStore(), { use: 'review', ownerId: customerId, bytes, now: now() })
    if (!kept.ok) return not(kept.refusal.code, 400)
    pictures.push(kept.value.mediaId)
  }
  const written = await writeReview(db(), { ...parsed.data, orderId, customerId, pictures, now: now() })
  return written.ok ? accept(null) : not(written.refusal.code, 409)
}
