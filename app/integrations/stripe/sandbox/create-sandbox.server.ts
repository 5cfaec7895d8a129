import express, { type Router } from 'express'
import Stripe from 'stripe'
import { routeApi } from './api/route-api.server.ts'
import { routePages } from './pages/route-pages.server.ts'
import { beginWork, NOBODY, type Processor } from './payments/begin-work.server.ts'
import { type ImportedPayment, importPayment } from './payments/import-payment.server.ts'
import { advanceClock, type Faults, readFaults, setFaults } from './store/keep-faults.server.ts'
import { openStore } from './store/open-store.server.ts'
import { openPostbox } from './webhooks/deliver-webhooks.server.ts'
import { keepTime } from './webhooks/keep-time.server.ts'
import { postWebhook, type WebhookPost } from './webhooks/post-webhook.server.ts'

const DAY_MS = 24 * 60 * 60_000

export type SandboxOptions = {
  /** The sandbox's own SQLite file, or `':memory:'`. */
  file: string
  /** Where browsers reach the sandbox (`http://localhost:3000`); asked anew for every session when a function. */
  publicUrl: string | (() => string)
  /** Where webhooks go, and the secret that signs them. Without an address events are recorded and none is sent. */
  webhookUrl?: string
  webhookSecret?: string
  /** The event types to send, as one chooses them for a webhook endpoint; all when absent. */
  webhookEvents?: readonly string[]
  /** The only key the API answers to; any `sk_test_…` when absent. */
  apiKey?: string
  /** Milliseconds since 1970; the system's clock when absent. */
  now?: () => number
  /** How long a payment's money is pending (two days), and how long a refund is under way (two seconds). */
  fundsSettleAfterMs?: number
  refundSettlesAfterMs?: number
  /** Sends a webhook and returns the HTTP status; replaced in tests. */
  deliver?: (post: WebhookPost) => Promise<number>
  /** Holds an answer back when that fault is on; replaced in tests. */
  wait?: (ms: number) => Promise<void>
  /** Told of what should not have happened. */
  report?: (error: unknown) => void
}

export type Sandbox = {
  /** Serves `/v1/*`, `/sandbox` and `/sandbox/*`, parsing bodies on those paths only. */
  router: Router
  /** The faults of the control page, for tests and drills. */
  readFaults(): Faults
  setFaults(faults: Partial<Faults>): void
  /** Takes in payments made before it was there, each once. @returns how many were new */
  importPayments(payments: readonly ImportedPayment[]): number
  /** Moves the sandbox's clock, not the caller's, and lets happen what falls due. */
  advanceClock(byMs: number): void
  /** Resolves when all that is due by now has happened and every webhook under way has been answered. */
  idle(): Promise<void>
  /** Breaks off what is under way (it stays queued for the next start) and closes the file. */
  close(): Promise<void>
}

/**
 * A payment processor to develop and test against, speaking Stripe's HTTP API so that the official SDK cannot tell:
 *
 *     const sandbox = createSandbox({ file: 'data/stripe.db', publicUrl, webhookUrl, webhookSecret })
 *     app.use(sandbox.router)
 *     const stripe = new Stripe('sk_test_local', { host: '127.0.0.1', port, protocol: 'http' })
 *
 * * Checkout Sessions (`mode: payment`, prices in `price_data`), payment intents, charges, refunds, disputes, connected accounts and
 *   their links, transfers and reversals, payouts, balance and its transactions, events: with Stripe's form encoding, `expand`, cursors, error envelope, `Request-Id`, idempotency keys. A parameter it does not
 *   know is refused, never ignored.
 * * The hosted pages are `/sandbox/checkout/:id`, where the customer chooses what the bank says, and `/sandbox/onboarding/:token`,
 *   where a farm sets its account up. No money moves anywhere.
 * * Fees: 3.4 % + 2.00 by card, 2.2 % by Alipay and WeChat Pay. Refunds by card succeed at once, by wallet they are pending first.
 * * Webhooks are signed as Stripe signs them, set off right after the commit, and are tried again with growing waits until
 *   answered 2xx, across restarts. Their order is not guaranteed.
 * * `/sandbox` is the control page: duplicates, delays, reordering, losses, refusals, cut connections, failing refunds and payouts,
 *   disputes and their end, want of funds, the clock.
 *   Its settings live in the store and hold for every process that opens the file.
 *
 * Anyone who reaches `/sandbox` can "pay" any order: never mount it beside real keys.
 */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { publicUrl, webhookUrl, webhookSecret = 'whsec_sandbox', webhookEvents, report = console.error } = options
  const store = openStore(options.file)
  const processor: Processor = {
    store,
    readClock: options.now ?? Date.now,
    settings: {
      publicUrl: () => (typeof publicUrl === 'function' ? publicUrl() : publicUrl).replace(/\/+$/, ''),
      apiKey: options.apiKey,
      sendsWebhooks: webhookUrl !== undefined,
      subscribedEvents: webhookEvents && new Set(webhookEvents),
      fundsSettleAfterMs: options.fundsSettleAfterMs ?? 2 * DAY_MS,
      refundSettlesAfterMs: options.refundSettlesAfterMs ?? 2_000,
      apiVersion: Stripe.API_VERSION,
    },
  }
  const listener =
    webhookUrl === undefined ? undefined : { url: webhookUrl, secret: webhookSecret, deliver: options.deliver ?? postWebhook }
  const postbox = listener && openPostbox(processor, listener, report)
  const time = keepTime(processor, postbox, report)

  const router = express.Router()
  const wait = options.wait ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)))
  router.use('/v1', routeApi({ ...processor, afterCommit: time.wake, wait, report }))
  router.use(routePages({ ...processor, afterCommit: time.wake }))
  time.wake()

  return {
    router,
    readFaults: () => readFaults(store),
    setFaults: (faults) => setFaults(store, faults),
    importPayments: (payments) =>
      store.transact(() => payments.filter((payment) => importPayment(beginWork(processor, NOBODY), payment)).length),
    advanceClock(byMs) {
      advanceClock(store, byMs)
      time.wake()
    },
    idle: time.idle,
    async close() {
      await time.close()
      store.close()
    },
  }
}
