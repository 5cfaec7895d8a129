import type { Database } from '#db/connection.ts'
import { findOrdersToAccept } from '#db/queries/acceptance.server.ts'
import { acceptOrder, complaintWindowMs } from './accept-order.server.ts'

const atOnce = 200

/** Accepts every paid order whose complaint window has passed. @returns how many were accepted now */
export async function acceptDueOrders(database: Database, now: Date): Promise<{ accepted: number }> {
  const deliveredBy = new Date(now.getTime() - complaintWindowMs)
  let accepted = 0
  for (const { orderId } of await findOrdersToAccept(database.reader, { deliveredBy, limit: atOnce })) {
    const answer = await acceptOrder(database, { orderId, now })
    if (answer.ok && answer.value.accepted) accepted++
  }
  return { accepted }
}
