import { createHash } from 'node:crypto'
import { groupBy } from '#app/domain/group-by.ts'
import { chunksOf } from '#db/chunks-of.ts'
import type { Reader } from '#db/connection.ts'
import { findOrderStates, type OrderStateRow } from '#db/queries/customers/live-orders.server.ts'

/** A short name for all that an order's customer can see: another name, something has changed. */
export type OrderMark = { mark: string; hasEnded: boolean }

const atOnce = 200
const ended = new Set<OrderStateRow['status']>(['completed', 'expired', 'cancelled'])

/** Two hundred orders a query. @returns no entry for an order that is not there */
export async function markOrders(db: Pick<Reader, 'select'>, orderIds: readonly string[]): Promise<Map<string, OrderMark>> {
  const rows: OrderStateRow[] = []
  for (const chunk of chunksOf(orderIds, atOnce)) rows.push(...(await findOrderStates(db, chunk)))
  return new Map(
    [...groupBy(rows, ({ orderId }) => orderId)].map(([orderId, ofOrder]) => [
      orderId,
      {
        mark: createHash('sha256').update(JSON.stringify(ofOrder)).digest('base64url').slice(0, 16),
        hasEnded: ended.has(ofOrder[0]!.status),
      },
    ]),
  )
}
