import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { guestKeyOf } from '#app/http/guest-orders.server.ts'
import { answerLiveOrder } from '#app/http/live-orders.server.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { customerOf } from '#app/http/viewer.server.ts'
import { OrderIdSchema } from '#app/schemas/checkout.ts'
import { findOwnedOrder } from '#db/queries/customers/live-orders.server.ts'

const ParamsSchema = z.object({ orderId: OrderIdSchema })
const MarkSchema = z
  .string()
  .regex(/^[\w-]{16}$/)
  .nullable()
  .catch(null)
const ended = new Set(['completed', 'expired', 'cancelled'])

/** The order's changes as they happen, for whoever may see its page. 204 tells a browser not to ask again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { orderId } = parseParams(params, ParamsSchema)
  const customer = await customerOf(request)
  const owner = { customerId: customer?.customerId ?? null, placementKey: guestKeyOf(request, orderId) }
  const order = found(await findOwnedOrder(db().reader, { orderId, owner }))
  if (ended.has(order.status)) return new Response(null, { status: 204 })
  const seen = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('since')
  return answerLiveOrder({ orderId, viewer: order.customerId, mark: MarkSchema.parse(seen), signal: request.signal })
}
