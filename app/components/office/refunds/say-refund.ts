import type { RefundStatus, RefundWay } from '#app/domain/after-sales/refund-words.ts'
import type { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'

type Texts = (typeof afterSalesMessages)['en']

export const refundTones = {
  proposed: 'waiting',
  declined: 'bad',
  approved: 'moving',
  sending: 'moving',
  unknown: 'waiting',
  pending: 'moving',
  succeeded: 'done',
  credited: 'done',
} as const satisfies Record<RefundStatus, 'waiting' | 'moving' | 'done' | 'bad'>

/** How far a refund has come: one by the bank waits for the office, one of an unpaid order for its payment. */
export function sayRefundStatus(t: Texts, { status, way, paidAt }: { status: RefundStatus; way: RefundWay; paidAt: Date | null }): string {
  if (status === 'approved' && way === 'bank') return t.status_by_bank
  if (status === 'proposed' && paidAt === null) return t.waitsForPayment
  return t[`status_${status}`]
}
