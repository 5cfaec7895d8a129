import type { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'

type Texts = (typeof brandDeskMessages)['en']

const texts: Readonly<Record<string, (t: Texts) => string>> = {
  file_missing: (t) => t.fileMissing,
  file_too_large: (t) => t.fileTooLarge,
  not_an_image: (t) => t.notAnImage,
  too_small: (t) => t.tooSmall,
  too_many_pixels: (t) => t.tooManyPixels,
  alt_missing: (t) => t.altMissing,
  too_many: (t) => t.full,
  no_such_picture: (t) => t.pictureGone,
  not_found: (t) => t.pictureGone,
  not_kept: (t) => t.pictureGone,
}

/** The sentence for what is wrong with a picture. */
export const pictureProblemText = (t: Texts, problem: string): string => (texts[problem] ?? texts.not_found!)(t)
