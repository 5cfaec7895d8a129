import { formatFen } from '#app/i18n/format.ts'
import type { orderChangeMessages } from '#app/i18n/messages/order-change.ts'
import type { CancelRefusal } from '#app/services/after-sales/cancel-lines.server.ts'
import type { ChangeRefusal } from '#app/services/live/change-delivery.server.ts'

export type ChangeAnswer = ChangeRefusal | CancelRefusal | { code: 'nothing_chosen' }

type Texts = (typeof orderChangeMessages)['en']

const sentences = {
  unknown_place: (t) => t.unknown_place,
  outside_zones: (t) => t.outside_zones,
  too_late: (t) => t.too_late,
  choose_day: (t) => t.choose_day,
  packed_already: (t) => t.packed_already,
  not_ready_then: (t) => t.not_ready_then,
  not_fresh_then: (t) => t.not_fresh_then,
  not_under_way: (t) => t.not_under_way,
  in_dispute: (t) => t.in_dispute,
  wave_gone: (t) => t.wave_gone,
  nothing_chosen: (t) => t.nothing_chosen,
  unknown_order: (t) => t.not_under_way,
  not_of_this_order: (t) => t.nothing_chosen,
  nothing_to_refund: (t) => t.nothing_chosen,
  over_what_is_left: (t) => t.not_under_way,
  over_delivery: (t) => t.not_under_way,
  no_carrier: (t) => t.not_under_way,
  costs_more: (t, refusal) => t.tooMuch(formatFen('moreFen' in refusal && typeof refusal.moreFen === 'number' ? refusal.moreFen : 0)),
} satisfies Record<ChangeAnswer['code'], (t: Texts, refusal: { code: string }) => string>

/** Why a placed order was not changed, in a sentence. */
export const sayChange = (t: Texts, refusal: { code: ChangeAnswer['code'] }): string => sentences[refusal.code](t, refusal)
