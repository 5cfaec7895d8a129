import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { changeProductPictures, type PicturesRefusal, pictureOwner } from '#app/services/brands/change-product-pictures.server.ts'
import { type KeepPictureRefusal, mostPictureBytes } from '#app/services/media/keep-picture.server.ts'
import { findOwnName, findOwnPictures, type Owned } from '#db/queries/brands/pictures.server.ts'
import { keepFormPicture } from './keep-form-picture.server.ts'
import { found } from './parse.server.ts'
import { readForm } from './read-upload.server.ts'
import { db, now } from './runtime.server.ts'

const Alt = z.string().trim().max(120)
const Change = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), altZh: Alt, altEn: Alt }),
  z.object({ intent: z.literal('describe'), mediaId: z.string().min(1).max(64), altZh: Alt, altEn: Alt }),
  z.object({ intent: z.enum(['forward', 'back', 'remove']), mediaId: z.string().min(1).max(64) }),
])

/** What is wrong with a picture's form: at the file, at its words, or with what is there by now. */
export type PictureProblem = KeepPictureRefusal['code'] | PicturesRefusal['code'] | 'file_missing' | 'alt_missing'
export type PictureAnswer = { problem: PictureProblem; of: string | null; altZh: string; altEn: string }

/** What the page of a product's pictures shows. @throws 404 when the product is somebody else's */
export async function readOwnPictures(request: Request, product: Owned) {
  const { reader } = db()
  const { nameZh, nameEn } = found(await findOwnName(reader, product))
  const pictures = await findOwnPictures(reader, product)
  return { product: { nameZh, nameEn }, pictures, done: new URL(request.url).searchParams.has('done') }
}

type Asking = { product: Owned; userId: string; path: string }

/** Does what one form of that page says; `path` is where the page stands. @throws 404 when the product is somebody else's */
export async function changeOwnPictures(request: Request, { product, userId, path }: Asking) {
  found(await findOwnName(db().reader, product))
  const answer = await readAndChange(request, { ...product, userId })
  return answer === null ? redirect(`${path}?done`) : data(answer, { status: 400 })
}

/** @returns null when it is done */
async function readAndChange(request: Request, { productId, farmId, userId }: Owned & { userId: string }): Promise<PictureAnswer | null> {
  const read = await readForm(request, { maxBytes: mostPictureBytes + 1024 })
  if (!read.ok) return { problem: 'file_too_large', of: null, altZh: '', altEn: '' }
  const form = read.value
  const typed = { altZh: String(form.get('altZh') ?? ''), altEn: String(form.get('altEn') ?? '') }
  const mediaId = form.get('mediaId')
  const wrong = (problem: PictureProblem): PictureAnswer => ({ problem, of: typeof mediaId === 'string' ? mediaId : null, ...typed })
  const change = Change.safeParse(Object.fromEntries(form))
  if (!change.success) return wrong('alt_missing')
  const asked = change.data
  if ('altZh' in asked && (asked.altZh === '' || asked.altEn === '')) return wrong('alt_missing')
  const made = await changeOf(form, asked, farmId)
  if ('problem' in made) return wrong(made.problem)
  const changed = await changeProductPictures(db(), { productId, farmId, userId, change: made.change, now: now() })
  return changed.ok ? null : wrong(changed.refusal.code)
}

type Asked = z.infer<typeof Change>

async function changeOf(form: FormData, asked: Asked, farmId: string | null) {
  if (asked.intent === 'describe') return { change: { kind: 'describe' as const, picture: pictureOf(asked.mediaId, asked) } }
  if (asked.intent !== 'add') return { change: { kind: asked.intent, mediaId: asked.mediaId } }
  const kept = await keepFormPicture(form, { field: 'picture', use: 'product', ownerId: pictureOwner(farmId) })
  if (!kept.ok) return { problem: kept.refusal.code }
  if (kept.value.mediaId === null) return { problem: 'file_missing' as const }
  return { change: { kind: 'add' as const, picture: pictureOf(kept.value.mediaId, asked) } }
}

const pictureOf = (mediaId: string, { altZh, altEn }: { altZh: string; altEn: string }) => ({ mediaId, altZh, altEn })
