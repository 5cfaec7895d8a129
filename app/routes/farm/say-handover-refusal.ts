import type { CrateFieldErrors } from '#app/components/office/dock/crate-fields.tsx'
import type { dockMessages } from '#app/i18n/messages/dock.ts'
import type { CrateErrors } from '#app/schemas/dock.ts'
import type { HandOverRefusal } from '#app/services/first-mile/hand-over.server.ts'
import type { KeepPictureRefusal } from '#app/services/media/keep-picture.server.ts'

type Back = { waveId: string; typed: Record<string, string>; ticked: string[] }

/** Why nothing was noted, and what stood in the form; a file that was too large took the rest of the form with it. */
export type HandoverRefused =
  | (Back & { code: 'unreadable'; errors: CrateErrors })
  | (Back & (HandOverRefusal | KeepPictureRefusal))
  | { waveId: null; code: 'file_too_large' }

type Texts = (typeof dockMessages)['en']

/** The sentence for the whole form, and those at its fields. */
export function fieldErrors(refused: HandoverRefused, t: Texts): { summary: string; fields: CrateFieldErrors } {
  if (refused.code === 'unreadable') {
    const fields = Object.fromEntries(Object.entries(refused.errors).map(([field, code]) => [field, t[code]]))
    return { summary: Object.values(fields)[0] ?? '', fields }
  }
  const summary = refused.code === 'not_packed' ? t.not_packed(refused.aliases.join('、')) : t[refused.code]
  const field = fieldOf[refused.code]
  return { summary, fields: field ? { [field]: summary } : {} }
}

const fieldOf: Partial<Record<HandoverRefused['code'], keyof CrateFieldErrors>> = {
  temperature_missing: 'temperature',
  not_an_image: 'photo',
  too_small: 'photo',
  too_many_pixels: 'photo',
  file_too_large: 'photo',
}
