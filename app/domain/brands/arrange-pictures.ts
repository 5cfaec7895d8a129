import { accept, type Result, refuse } from '#app/domain/result.ts'

/** A product's picture and what is to be seen on it, in both languages. */
export type ArrangedPicture = { mediaId: string; altZh: string; altEn: string }

export type PictureChange =
  | { kind: 'add'; picture: ArrangedPicture }
  | { kind: 'describe'; picture: ArrangedPicture }
  | { kind: 'forward' | 'back' | 'remove'; mediaId: string }

/** `too_many`: there is no seventh. `no_such_picture`: it was taken away meanwhile. */
export type ArrangeRefusal = { code: 'too_many' } | { code: 'no_such_picture' }

export const mostPictures = 6

/** The pictures in their new order, the first on the card. The first one forward and the last one back stay where they are. */
export function arrangePictures(
  pictures: readonly ArrangedPicture[],
  change: PictureChange,
): Result<readonly ArrangedPicture[], ArrangeRefusal> {
  const mediaId = 'picture' in change ? change.picture.mediaId : change.mediaId
  const place = pictures.findIndex((one) => one.mediaId === mediaId)
  if (change.kind === 'add') {
    if (place >= 0) return accept(pictures) // sent twice
    return pictures.length >= mostPictures ? refuse({ code: 'too_many' }) : accept([...pictures, change.picture])
  }
  if (place < 0) return refuse({ code: 'no_such_picture' })
  if (change.kind === 'describe') return accept(pictures.with(place, change.picture))
  const rest = pictures.toSpliced(place, 1)
  if (change.kind === 'remove') return accept(rest)
  return accept(rest.toSpliced(Math.max(0, place + (change.kind === 'forward' ? -1 : 1)), 0, pictures[place]!))
}
