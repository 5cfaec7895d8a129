import type { ActionFunctionArgs } from '@remix-run/node'
import { log } from '#app/http/log.server.ts'
import { notFound } from '#app/http/parse.server.ts'
import { processor } from '#app/http/payments.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { expireOrder } from '#app/services/ordering/expire-order.server.ts'
import { receivePayment } from '#app/services/ordering/receive-payment.server.ts'
import { findPayment } from '#db/queries/confirmation.server.ts'

const largestBody = 256 * 1024
const answer = (status: number) => new Response(null, { status })

export const loader = () => {
  throw notFound()
}

/** The processor's word on money: believed only when signed, acted on once. What we refuse it sends again. */
export async function action({ request }: ActionFunctionArgs) {
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) return answer(413)
  const event = processor().readEvent(await request.text(), request.headers.get('stripe-signature'))
  if (!event) return answer(400)

  if (event.kind === 'paid') {
    const { paymentId, paymentIntentId, amountFen } = event.session
    const received = await receivePayment(db(), {
      event: { id: event.id, type: event.type },
      paymentId,
      paymentIntentId,
      amountFen,
      now: now(),
    })
    if (!received.ok) {
      log.error({ event: event.id, code: received.refusal.code }, 'payment refused')
      return answer(409)
    }
  } else if (event.kind === 'expired') {
    const payment = await findPayment(db().reader, event.paymentId)
    if (payment) await expireOrder(db(), { orderId: payment.orderId, now: now() })
  }
  return answer(200)
}
