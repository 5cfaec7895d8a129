import type { ActionFunctionArgs } from '@remix-run/node'
import { log } from '#app/http/log.server.ts'
import { notFound } from '#app/http/parse.server.ts'
import { processor } from '#app/http/payments.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { handleProcessorEvent } from '#app/services/payments/handle-processor-event.server.ts'

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
  const handled = await handleProcessorEvent(db(), { event, now: now() })
  if (!handled.ok) {
    log.error({ event: event.id, code: handled.refusal.code }, 'payment refused')
    return answer(409)
  }
  return answer(200)
}
