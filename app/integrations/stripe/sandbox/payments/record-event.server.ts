import type Stripe from 'stripe'
import { mintId } from '#app/integrations/stripe/sandbox/objects/mint-id.server.ts'
import { spendFault } from '#app/integrations/stripe/sandbox/store/keep-faults.server.ts'
import { insertObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { queueDelivery } from '#app/integrations/stripe/sandbox/store/queue-deliveries.server.ts'
import type { Work } from './begin-work.server.ts'

type SandboxEvent =
  | Stripe.CheckoutSessionCompletedEvent
  | Stripe.CheckoutSessionExpiredEvent
  | Stripe.PaymentIntentSucceededEvent
  | Stripe.PaymentIntentPaymentFailedEvent
  | Stripe.PaymentIntentCanceledEvent
  | Stripe.ChargeSucceededEvent
  | Stripe.ChargeFailedEvent
  | Stripe.ChargeUpdatedEvent
  | Stripe.ChargeRefundedEvent
  | Stripe.RefundCreatedEvent
  | Stripe.RefundUpdatedEvent
  | Stripe.RefundFailedEvent
  | Stripe.ChargeDisputeCreatedEvent
  | Stripe.ChargeDisputeUpdatedEvent
  | Stripe.ChargeDisputeClosedEvent
  | Stripe.ChargeDisputeFundsWithdrawnEvent
  | Stripe.ChargeDisputeFundsReinstatedEvent
  | Stripe.TransferCreatedEvent
  | Stripe.TransferReversedEvent
  | Stripe.PayoutCreatedEvent
  | Stripe.PayoutPaidEvent
  | Stripe.PayoutFailedEvent
  | Stripe.PayoutCanceledEvent
  | Stripe.AccountUpdatedEvent

/** What happened, and to what: the part of an event its author decides. */
export type Change = SandboxEvent extends infer Each ? (Each extends SandboxEvent ? Pick<Each, 'type' | 'data'> : never) : never

/** Records that something happened and queues the webhooks that tell of it, in the transaction of the change itself. */
export function recordEvent({ store, settings, faults, origin, atMs, atS }: Work, change: Change): void {
  const subscribed = settings.sendsWebhooks && (settings.subscribedEvents?.has(change.type) ?? true)
  const event: Stripe.Event = {
    id: mintId('evt_'),
    object: 'event',
    api_version: settings.apiVersion,
    created: atS,
    livemode: false,
    pending_webhooks: subscribed ? 1 : 0,
    request: origin,
    ...change,
  }
  insertObject(store, event)
  if (!subscribed) return
  const dropped = faults.webhooksToDrop > 0 && spendFault(store, 'webhooksToDrop')
  for (let copy = 0; copy < (faults.duplicateWebhooks ? 2 : 1); copy++) {
    queueDelivery(store, event.id, dropped ? 'dropped' : 'pending', atMs + faults.webhookDelayMs)
  }
}
