import type { OrderLeft } from '#app/domain/after-sales/plan-refund.ts'
import { readLineBooks } from '#app/domain/after-sales/read-line-books.ts'
import { businessDay } from '#app/domain/business-day.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { Reader } from '#db/connection.ts'
import { findCarriersCost } from '#db/queries/ordering/acceptance.server.ts'
import * as refunds from '#db/queries/payments/refunds.server.ts'

type Order = { id: string; status: string; deliveryFen: Fen; completedAt: Date | null }

/**
 * What can still be given back of an order, and from whom: nothing of one that expired, whose money, if it came, goes back by
 * itself. What other refunds take, also those only proposed, is not left;
 * `except` one: the refund that is being decided.
 */
export async function readOrderLeft(
  db: Pick<Reader, 'select'>,
  order: Order,
  { except }: { except: string | null } = { except: null },
): Promise<OrderLeft> {
  const { id: orderId } = order
  if (order.status === 'expired') return { orderId, isAccepted: false, deliveryFen: fen(0), carriers: [], lines: [] }
  const isAccepted = order.status === 'completed'
  const rows = await refunds.findRefundableLines(db, orderId)
  const taken = new Map((await refunds.findTakenOfLines(db, { orderId, except })).map((line) => [line.lineId, line]))
  const moves = isAccepted ? await refunds.findOrderMoves(db, orderId) : []
  const settledUntil = isAccepted ? await refunds.findSettledUntil(db) : null
  const isSettled = order.completedAt !== null && settledUntil !== null && businessDay(order.completedAt) < settledUntil
  const carriers = await findCarriersCost(db, orderId)
  return {
    orderId,
    isAccepted,
    deliveryFen: fen(order.deliveryFen - (await refunds.findTakenOfDelivery(db, { orderId, except }))),
    carriers: carriers.map(({ carrierId, costFen }) => ({ carrierId, costFen: fen(costFen) })),
    lines: rows.map((line) => {
      const { shares, topUpFen, reserveFen } = readLineBooks(moves, line.id)
      const gone = taken.get(line.id)
      return {
        lineId: line.id,
        producerId: line.farmId,
        quantity: line.quantity - (gone?.quantity ?? 0),
        weightG: line.netWeightG - (gone?.weightG ?? 0),
        cashFen: fen(line.amountFen - line.discountFen - line.couponFen - (gone?.cashFen ?? 0)),
        allianceFen: fen(line.couponFen + topUpFen - (gone?.couponFen ?? 0)),
        shares,
        reserveFen,
        isToCome: line.status === 'placed',
        isCancelled: line.status === 'cancelled',
        isSettled,
      }
    }),
  }
}
