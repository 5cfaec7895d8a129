import Stripe from 'stripe'
import { fen } from '#app/domain/money/fen.ts'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { PaymentProcessor, ProcessorEvent, SessionRequest, SessionState } from './processor.ts'

export type StripeSettings = {
  secretKey: string
  webhookSecret: string
  /** where the local sandbox listens; Stripe itself when absent */
  sandbox?: { host: string; port: number }
}

/** The official SDK, against Stripe or against the local sandbox that speaks the same API. */
export function stripeProcessor({ secretKey, webhookSecret, sandbox }: StripeSettings): PaymentProcessor {
  const stripe = new Stripe(secretKey, {
    maxNetworkRetries: 2,
    timeout: 10_000,
    telemetry: false,
    ...(sandbox ? { host: sandbox.host, port: sandbox.port, protocol: 'http' as const } : {}),
  })

  async function call<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask()
    } catch (cause) {
      const refused = cause instanceof Stripe.errors.StripeInvalidRequestError
      throw new IntegrationError('stripe', !refused, { cause })
    }
  }

  return {
    async openSession(request) {
      const session = await call(() => stripe.checkout.sessions.create(sessionParams(request), { idempotencyKey: request.paymentId }))
      if (!session.url) throw new IntegrationError('stripe', false)
      return { sessionId: session.id, url: session.url }
    },
    async closeSession(sessionId) {
      return await call(async () => {
        const session = await stripe.checkout.sessions.retrieve(sessionId)
        return describe(session.status === 'open' ? await stripe.checkout.sessions.expire(sessionId) : session)
      })
    },
    readEvent(rawBody, signature) {
      if (signature === null) return null
      try {
        return read(stripe.webhooks.constructEvent(rawBody, signature, webhookSecret))
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError) return null
        throw error
      }
    },
  }
}

const sessionParams = (request: SessionRequest): Stripe.Checkout.SessionCreateParams => ({
  mode: 'payment',
  payment_method_options: { wechat_pay: { client: 'web' } }, // which ways to pay are offered is set in the processor's dashboard
  client_reference_id: request.paymentId,
  line_items: request.lines.map(({ name, amountFen }) => ({
    quantity: 1,
    price_data: { currency: 'cny', unit_amount: amountFen, product_data: { name } },
  })),
  payment_intent_data: { transfer_group: request.orderId, metadata: { payment: request.paymentId } },
  metadata: { payment: request.paymentId },
  locale: request.locale === 'zh-CN' ? 'zh' : 'en',
  ...(request.email ? { customer_email: request.email } : {}),
  success_url: request.successUrl,
  cancel_url: request.cancelUrl,
  expires_at: Math.floor(request.expiresAt.getTime() / 1000),
})

function describe(session: Stripe.Checkout.Session): SessionState {
  const intent = session.payment_intent
  return {
    paymentId: session.client_reference_id ?? '',
    state: session.payment_status === 'paid' ? 'paid' : session.status === 'expired' ? 'expired' : 'open',
    paymentIntentId: typeof intent === 'string' ? intent : (intent?.id ?? null),
    amountFen: fen(session.amount_total ?? 0),
  }
}

function read(event: Stripe.Event): ProcessorEvent {
  const { id, type } = event
  if (type === 'checkout.session.completed' || type === 'checkout.session.async_payment_succeeded') {
    const session = describe(event.data.object)
    return session.state === 'paid' ? { id, type, kind: 'paid', session } : { id, type, kind: 'other' }
  }
  if (type === 'checkout.session.expired') return { id, type, kind: 'expired', paymentId: event.data.object.client_reference_id ?? '' }
  return { id, type, kind: 'other' }
}
