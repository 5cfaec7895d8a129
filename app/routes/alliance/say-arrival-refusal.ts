import type { CrateFieldErrors } from '#app/components/office/dock/crate-fields.tsx'
import type { dockMessages } from '#app/i18n/messages/dock.ts'
import type { CrateErrors } from '#app/schemas/dock.ts'
import type { ReceiveRefusal } from '#app/services/first-mile/receive-handover.server.ts'
import type { KeepPictureRefusal } from '#app/services/media/keep-picture.server.ts'

type Back = { handoverId: string; typed: Record<string, string>; ticked: string[] }

/** Why an arrival was not noted, and what stood in the form. */
export type ArrivalRefused =
  | (Back & { code: 'unreadable'; errors: CrateErrors })
  | (Back & (ReceiveRefusal | KeepPictureRefusal))
  | { handoverId: null; code: 'file_too_large' }

/** The sentence for the whole form, and those at its fields. */
export function arrivalErrors(refused: ArrivalRefused, t: (typeof dockMessages)['en']): { summary: string; fields: CrateFieldErrors } {
  if (refused.code === 'unreadable') {
    const fields = Object.fromEntries(Object.entries(refused.errors).map(([field, code]) => [field, t[code]]))
    return { summary: Object.values(fields)[0] ?? '', fields }
  }
  const summary = t[refused.code]
  if (refused.code === 'temperature_missing') return { summary, fields: { temperature: summary } }
  const isOfForm = refused.code === 'unknown_handover' || refused.code === 'arrived_already'
  return { summary, fields: isOfForm ? {} : { photo: summary } }
}
