import { paymentSucceeded } from '#app/domain/ledger/post-order-events.ts'
import { type Fen, sumFen } from '#app/domain/money/fen.ts'
import { giveNumbers } from '#app/services/ahead/give-numbers.server.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId, randomText } from '#db/new-id.server.ts'
import * as confirmation from '#db/queries/ordering/confirmation.server.ts'

type Confirm = {
  orderId: string
  /** 'credit' when that has paid all of it already; null when it is confirmed on account and the money comes later */
  paidFen: { paymentId: string; amountFen: Fen } | 'credit' | null
  now: Date
}

/**
 * An order becomes work: its stock is taken for good, and each farm gets one consignment a wave, under an alias.
 * @returns false when it was not waiting any more
 */
export async function confirmOrder(tx: Tx, { orderId, paidFen, now }: Confirm): Promise<boolean> {
  const order = await confirmation.confirmIfWaiting(tx, { orderId, paidAt: paidFen === null ? null : now })
  if (!order) return false
  const held = await confirmation.findHeldLots(tx, { orderId })
  for (const { lotId, quantity } of held) await confirmation.sellFromLot(tx, { lotId, quantity })
  const parcels = new Map(held.map(({ farmId, waveId }) => [`${farmId} ${waveId}`, { farmId, waveId }]))
  await confirmation.insertConsignments(
    tx,
    [...parcels.values()].map(({ farmId, waveId }) => ({
      id: newId('con'),
      orderId,
      farmId,
      waveId,
      alias: randomText(5).toUpperCase(),
      status: 'to_pack' as const,
      packedAt: null,
      dropId: null,
    })),
  )
  await giveNumbers(tx, { orderId, now })
  const kind = paidFen === null ? ('on_account' as const) : ('paid' as const)
  await confirmation.insertOrderEvents(tx, [{ id: newId('evt'), orderId, kind, farmId: null, at: now }])
  await confirmation.emptyBasket(tx, { basketId: order.basketId, placedAt: order.placedAt })
  if (paidFen !== null && paidFen !== 'credit') {
    await post(tx, paymentSucceeded({ ...paidFen, orderId, couponFen: couponOf(held), at: now }), now)
  }
  return true
}

/** The alliance's coupon on an order; a line that several lots fill has its part once. */
const couponOf = (held: readonly confirmation.HeldLot[]): Fen =>
  sumFen([...new Map(held.map(({ lineId, couponFen }) => [lineId, couponFen])).values()])
