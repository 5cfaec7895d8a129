import { bearRefund, cashOf, type MeasuredRefund, measureRefund, type RefundAsked } from '#app/domain/after-sales/plan-refund.ts'
import { type AccountPart, whoBears } from '#app/domain/after-sales/who-bears.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Reader } from '#db/connection.ts'
import { findOpenDispute } from '#db/queries/payments/disputes.server.ts'
import { findRefundedOrder } from '#db/queries/payments/refunds.server.ts'
import type { ProposeRefusal } from './propose-refund.server.ts'
import { readOrderLeft } from './read-order-left.server.ts'

export type RefundPreview = { refund: MeasuredRefund; cashFen: Fen; gives: AccountPart[]; gets: AccountPart[] }

/** Who would bear a refund, as it would be entered now; nothing is. The same refusals as proposing it. */
export async function previewRefund(
  reader: Pick<Reader, 'select'>,
  { orderId, ...asked }: RefundAsked & { orderId: string },
): Promise<Result<RefundPreview, ProposeRefusal>> {
  const order = await findRefundedOrder(reader, orderId)
  if (!order) return refuse({ code: 'unknown_order' })
  if (order.paidAt === null) return refuse({ code: 'not_paid' })
  if (await findOpenDispute(reader, orderId)) return refuse({ code: 'in_dispute' })
  const left = await readOrderLeft(reader, order)
  const measured = measureRefund(left, asked)
  if (!measured.ok) return measured
  const refund = measured.value
  return accept({ refund, cashFen: cashOf(refund), ...whoBears(bearRefund(left, refund, '2030:preview')) })
}
