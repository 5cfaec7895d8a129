import type { Database } from '#db/connection.ts'
import { findOrdersToAccept } from '#db/queries/ordering/acceptance.server.ts'
import { acceptOrder, complaintWindowMs } from './accept-order.server.ts'

const atOnce = 200

/**
 * Accepts every paid order whose complaint window has passed. One that fails holds up no other.
 * @returns how many were accepted now
 * @throws {AggregateError} when all have been tried and some failed
 */
export async function acceptDueOrders(database: Database, now: Date): Promise<{ accepted: number }> {
  const deliveredBy = new Date(now.getTime() - complaintWindowMs)
  const failures: unknown[] = []
  let accepted = 0
  for (const { orderId } of await findOrdersToAccept(database.reader, { deliveredBy, limit: atOnce })) {
    try {
      const answer = await acceptOrder(database, { orderId, now })
      if (answer.ok && answer.value.accepted) accepted++
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} orders could not be accepted`)
  return { accepted }
}
