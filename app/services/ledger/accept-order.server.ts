import { invariant } from '#app/domain/invariant.ts'
import { acceptancePostings, leaderPart } from '#app/domain/ledger/accept-order.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import * as acceptance from '#db/queries/ordering/acceptance.server.ts'
import { findDeliveryRefunded, findRefundedFromEscrow } from '#db/queries/payments/refunds.server.ts'
import { post } from './post.server.ts'

/** How long a customer may complain before what was delivered counts as accepted. */
export const complaintWindowMs = 24 * 3600_000

export type AcceptOrderRefusal =
  | { code: 'unknown_order' }
  | { code: 'not_confirmed' }
  | { code: 'not_paid' }
  | { code: 'not_delivered' }
  | { code: 'may_complain'; until: Date }

/**
 * Pays out a delivered order's escrow to everyone its frozen terms name, once, and completes it: when all of it that was not
 * cancelled is delivered, it is paid, and the complaint window has passed. What was refunded before is out of escrow and counts
 * for nobody.
 * @returns whether it was accepted now
 */
export const acceptOrder = ({ transact }: Database, { orderId, now }: { orderId: string; now: Date }) =>
  transact((tx) => acceptInside(tx, { orderId, waived: false, now }))

/** `waived`: the customer has said that all is well, and the window is over. */
export async function acceptInside(
  tx: Tx,
  { orderId, waived, now }: { orderId: string; waived: boolean; now: Date },
): Promise<Result<{ accepted: boolean }, AcceptOrderRefusal>> {
  const order = await acceptance.findOrderToAccept(tx, orderId)
  if (!order) return refuse({ code: 'unknown_order' })
  if (order.status === 'completed') return accept({ accepted: false })
  if (order.status !== 'confirmed') return refuse({ code: 'not_confirmed' })
  const lines = await acceptance.findLinesToAccept(tx, orderId)
  if (lines.length === 0 || lines.some((line) => line.status !== 'delivered')) return refuse({ code: 'not_delivered' })
  if (order.paidAt === null) return refuse({ code: 'not_paid' })
  const lastAt = Math.max(...lines.map((line) => line.deliveredAt?.getTime() ?? now.getTime()))
  const until = new Date(lastAt + complaintWindowMs)
  if (!waived && now < until) return refuse({ code: 'may_complain', until })
  if (!(await acceptance.completeOrder(tx, { orderId, at: now }))) return accept({ accepted: false })

  const leaderId = lines[0]?.terms.leaderId ?? null
  const { carriers, leaderFen } = await readDelivery(tx, order, lines)
  const refunded = await findRefundedFromEscrow(tx, orderId)
  const deliveryFen = fen(order.deliveryFen - (await findDeliveryRefunded(tx, orderId)))
  const postings = acceptancePostings({ id: orderId, leaderId, deliveryFen, carriers, leaderFen }, lines, refunded, now)
  for (const posting of postings) await post(tx, posting, now)
  const leftFen = await acceptance.findEscrow(tx, orderId)
  invariant(leftFen === 0, `order ${orderId} is accepted with ${leftFen} fen left in escrow`)
  await acceptance.markCarriersPaid(tx, orderId)
  await acceptance.acceptLines(tx, { orderId, at: now })
  await acceptance.insertOrderEvent(tx, { id: newId('evt'), orderId, kind: 'accepted', farmId: null, at: now })
  return accept({ accepted: true })
}

type AcceptedLines = Awaited<ReturnType<typeof acceptance.findLinesToAccept>>

/** What acceptance still pays the carriers, of waves that are not reckoned, and the leader's part of the saving. */
async function readDelivery(tx: Tx, { id: orderId, directFen }: { id: string; directFen: Fen }, lines: AcceptedLines) {
  const drops = await acceptance.findDropCosts(tx, orderId)
  const byCarrier = new Map<string, Fen>()
  for (const { carrierId, costFen, reckoned } of drops) {
    if (carrierId !== null && !reckoned) byCarrier.set(carrierId, fen((byCarrier.get(carrierId) ?? 0) + costFen))
  }
  const rates = await acceptance.findSavingRates(
    tx,
    lines.map(({ terms }) => terms.termsId),
  )
  const parts = lines.map(({ grossWeightG: weightG, terms }) => ({ weightG, savingBp: rates.get(terms.termsId) ?? 0 }))
  return {
    carriers: [...byCarrier].map(([carrierId, costFen]) => ({ carrierId, costFen })),
    leaderFen: leaderPart(directFen, drops, parts),
  }
}
