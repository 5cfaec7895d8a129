import { z } from 'zod'
import { guestKeyOf } from '#app/http/guest-orders.server.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { customerOf } from '#app/http/viewer.server.ts'
import { OrderIdSchema } from '#app/schemas/checkout.ts'
import { findOrderPage } from '#db/queries/customers/order-page.server.ts'

const Params = z.object({ orderId: OrderIdSchema })

/** The order a page is about, if it is this reader's: a customer's by sign-in, a guest's by the key this browser kept. @throws 404 */
export async function theirOrder(request: Request, params: unknown) {
  const { orderId } = parseParams(params, Params)
  const customer = await customerOf(request)
  const owner = { customerId: customer?.customerId ?? null, placementKey: guestKeyOf(request, orderId) }
  return found(await findOrderPage(db().reader, { orderId, owner }))
}
