import { groupBy } from '#app/domain/group-by.ts'
import { invariant } from '#app/domain/invariant.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Tx } from '#db/connection.ts'
import { findLinesToPack } from '#db/queries/farm/short-picks.server.ts'
import { lockOrder } from '#db/queries/payments/refunds.server.ts'
import { refundFromEscrow } from './refund-from-escrow.server.ts'

/** What was put into the box of a line: units, or grams where its price is by weight. */
export type Packed = { lineId: string; quantity: number } | { lineId: string; weightG: number }

export type ShortPickRefusal = { code: 'over_ordered'; lineIds: string[] }

type Boxes = { farmId: string; consignmentIds: readonly string[]; packed: readonly Packed[]; userId: string; now: Date }

/**
 * What a farm could not put into its boxes goes back to their customers by itself, to the exact share; nobody asks first.
 * More than was ordered cannot be packed; lines of other consignments are passed over. One consignment makes one refund.
 * @returns how many consignments were short
 */
export async function recordShortPicks(
  tx: Tx,
  { farmId, consignmentIds, packed, userId, now }: Boxes,
): Promise<Result<{ short: number }, ShortPickRefusal>> {
  if (packed.length === 0) return accept({ short: 0 })
  const lines = await findLinesToPack(tx, { farmId, consignmentIds })
  const byId = new Map(lines.map((line) => [line.id, line]))
  const measured = packed.flatMap((one) => {
    const line = byId.get(one.lineId)
    return line ? [{ line, missing: missingOf(line, one) }] : []
  })
  const over = measured.filter(({ missing }) => missing.amount < 0).map(({ line }) => line.id)
  if (over.length > 0) return refuse({ code: 'over_ordered', lineIds: over })
  const short = measured.filter(({ missing }) => missing.amount > 0)
  for (const [consignmentId, ofOne] of groupBy(short, ({ line }) => line.consignmentId)) {
    const order = await lockOrder(tx, ofOne[0]!.line.orderId)
    invariant(order, `consignment ${consignmentId} has no order`)
    const parts = ofOne.map(({ line, missing }) => ({ lineId: line.id, part: missing.part }))
    const asked = { order, requestKey: `short:${consignmentId}`, reason: 'short_pick', lines: parts, userId, now } as const
    const refunded = await refundFromEscrow(tx, asked)
    invariant(refunded.ok, `the short pick of ${consignmentId} is refused`)
  }
  return accept({ short: new Set(short.map(({ line }) => line.consignmentId)).size })
}

type LineToPack = Awaited<ReturnType<typeof findLinesToPack>>[number]

function missingOf(line: LineToPack, packed: Packed) {
  if ('weightG' in packed) {
    const amount = line.netWeightG - packed.weightG
    return { amount, part: amount === line.netWeightG ? whole : { by: 'weight' as const, weightG: amount } }
  }
  const amount = line.quantity - packed.quantity
  return { amount, part: amount === line.quantity ? whole : { by: 'quantity' as const, quantity: amount } }
}

const whole = { by: 'rest' } as const
