import type { AccountId } from '#app/domain/ledger/accounts.ts'
import type { Transfer } from '#app/domain/ledger/posting.ts'
import { allocate } from '#app/domain/money/allocate.ts'
import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'
import { measurePart } from './measure-part.ts'
import { bearRefund, cashOf, type MeasuredRefund, type OrderLeft } from './plan-refund.ts'

/**
 * A lost dispute is like a full refund of what is left, or of as much as was disputed: the goods first, over the lines by what
 * is left of them, then the delivery. What nobody has left to give back is the alliance's loss.
 */
export function planLostDispute(
  order: OrderLeft,
  amountFen: Fen,
  to: AccountId,
): { refund: MeasuredRefund; transfers: Transfer[]; lossFen: Fen } {
  const cash = order.lines.map((line) => line.cashFen)
  const goodsFen = fen(Math.min(amountFen, sumFen(cash)))
  const parts = goodsFen === 0 ? cash : allocate(goodsFen, cash)
  const lines = order.lines.flatMap((line, index) => {
    const part = measurePart(line, parts[index] === line.cashFen ? { by: 'rest' } : { by: 'amount', cashFen: parts[index]! })
    return part ? [{ lineId: line.lineId, ...part }] : []
  })
  const deliveryFen = fen(Math.min(amountFen - goodsFen, order.deliveryFen))
  const refund: MeasuredRefund = { bearer: 'shared', lines, deliveryFen, goodsReturned: false }
  return { refund, transfers: bearRefund(order, refund, to), lossFen: fen(amountFen - cashOf(refund)) }
}
