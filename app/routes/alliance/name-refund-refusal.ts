import { formatFen } from '#app/i18n/format.ts'
import type { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import type { ApproveRefusal } from '#app/services/after-sales/approve-refund.server.ts'
import type { CancelRefusal } from '#app/services/after-sales/cancel-lines.server.ts'
import type { ConfirmBankRefusal } from '#app/services/after-sales/confirm-bank-refund.server.ts'
import type { DeclineRefusal } from '#app/services/after-sales/decline-refund.server.ts'
import type { ProposeRefusal } from '#app/services/after-sales/propose-refund.server.ts'
import type { RetryRefusal } from '#app/services/after-sales/retry-refund.server.ts'

export type RefundRefusal = ProposeRefusal | CancelRefusal | ApproveRefusal | DeclineRefusal | ConfirmBankRefusal | RetryRefusal

type Texts = (typeof afterSalesMessages)['en']
const leftOf = (refusal: { code: string }) => formatFen('leftFen' in refusal && typeof refusal.leftFen === 'number' ? refusal.leftFen : 0)

const sentences = {
  unknown_order: (t) => t.unknown_order,
  unknown_refund: (t) => t.unknown_refund,
  not_paid: (t) => t.not_paid,
  in_dispute: (t) => t.in_dispute,
  request_used: (t) => t.request_used,
  not_of_this_order: (t) => t.not_of_this_order,
  nothing_to_refund: (t) => t.nothing_to_refund,
  over_what_is_left: (t, refusal) => t.over_what_is_left(leftOf(refusal)),
  over_delivery: (t, refusal) => t.over_delivery(leftOf(refusal)),
  no_carrier: (t) => t.no_carrier,
  not_under_way: (t) => t.not_under_way,
  packed_already: (t) => t.packed_already,
  too_late: (t) => t.too_late,
  already_decided: (t) => t.already_decided,
  same_person: (t) => t.same_person,
  not_by_bank: (t) => t.not_by_bank,
  not_failed: (t) => t.not_failed,
  credit_spent: (t) => t.credit_spent,
  nothing_left_there: (t) => t.nothing_left_there,
} satisfies Record<RefundRefusal['code'], (t: Texts, refusal: { code: string }) => string>

/** Why money was not given back, in a sentence. */
export const sayRefundRefusal = (t: Texts, refusal: { code: RefundRefusal['code'] }): string => sentences[refusal.code](t, refusal)
