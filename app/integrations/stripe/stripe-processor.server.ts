import Stripe from 'stripe'
import { fen } from '#app/domain/money/fen.ts'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import {
  describeAccount,
  describeCharge,
  describeEvent,
  describeRefund,
  describeSession,
  describeTransfer,
  listedEventTypes,
} from './describe-stripe.ts'
import type { PaymentProcessor, SessionRequest } from './processor.ts'

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
        return describeSession(session.status === 'open' ? await stripe.checkout.sessions.expire(sessionId) : session)
      })
    },
    readEvent(rawBody, signature) {
      if (signature === null) return null
      try {
        return describeEvent(stripe.webhooks.constructEvent(rawBody, signature, webhookSecret))
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError) return null
        throw error
      }
    },
    async *listEvents(since) {
      const found: Stripe.Event[] = []
      const wanted = { types: [...listedEventTypes], created: { gte: Math.floor(since.getTime() / 1000) }, limit: pageSize }
      await call(async () => {
        for await (const event of stripe.events.list(wanted)) found.push(event)
      })
      for (const event of found.reverse()) yield describeEvent(event)
    },
    async findCharge(paymentIntentId) {
      return await call(async () => {
        const intent = await stripe.paymentIntents.retrieve(paymentIntentId, { expand: ['latest_charge.balance_transaction'] })
        return typeof intent.latest_charge === 'object' && intent.latest_charge ? describeCharge(intent.latest_charge) : null
      })
    },
    async refund({ refundId, orderId, paymentIntentId, amountFen }) {
      const params = { payment_intent: paymentIntentId, amount: amountFen, metadata: { refund: refundId, order: orderId } }
      return describeRefund(await call(() => stripe.refunds.create(params, { idempotencyKey: refundId })))
    },
    async findRefund({ refundId, paymentIntentId }) {
      return await call(async () => {
        for await (const refund of stripe.refunds.list({ payment_intent: paymentIntentId, limit: pageSize })) {
          if (refund.metadata?.refund === refundId) return describeRefund(refund)
        }
        return null
      })
    },
    async transfer({ payoutId, accountId, amountFen }) {
      const params = { currency: 'cny', amount: amountFen, destination: accountId, transfer_group: payoutId }
      return describeTransfer(await call(() => stripe.transfers.create(params, { idempotencyKey: payoutId })))
    },
    async findTransfer(payoutId) {
      const { data } = await call(() => stripe.transfers.list({ transfer_group: payoutId, limit: 1 }))
      return data[0] ? describeTransfer(data[0]) : null
    },
    async reverseTransfer({ transferId, reversalKey, amountFen }) {
      return await call(async () => {
        await stripe.transfers.createReversal(transferId, { amount: amountFen }, { idempotencyKey: reversalKey })
        return describeTransfer(await stripe.transfers.retrieve(transferId))
      })
    },
    async findAccount(party) {
      return await call(async () => {
        for await (const account of stripe.accounts.list({ limit: pageSize })) {
          if (account.metadata?.party === party) return describeAccount(account)
        }
        return null
      })
    },
    async openAccount({ party, name }) {
      const params: Stripe.AccountCreateParams = {
        type: 'express',
        country: accountCountry,
        capabilities: { transfers: { requested: true } },
        business_profile: { name },
        metadata: { party },
      }
      return describeAccount(await call(() => stripe.accounts.create(params, { idempotencyKey: `account_${party}` })))
    },
    async linkAccount({ accountId, returnUrl, refreshUrl }) {
      const params = { account: accountId, type: 'account_onboarding' as const, return_url: returnUrl, refresh_url: refreshUrl }
      const { url } = await call(() => stripe.accountLinks.create(params))
      return { url }
    },
    async balance() {
      const { available, pending } = await call(() => stripe.balance.retrieve())
      const inFen = (entries: readonly Stripe.Balance.Available[]) =>
        fen(entries.reduce((sum, { amount, currency }) => (currency === 'cny' ? sum + amount : sum), 0))
      return { availableFen: inFen(available), pendingFen: inFen(pending) }
    },
  }
}

const pageSize = 100
/** Where the alliance's farms and leaders are. */
const accountCountry = 'CN'

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
