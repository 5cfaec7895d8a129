import type { Processor } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { readFaults } from '#app/integrations/stripe/sandbox/store/keep-faults.server.ts'
import { findEventText } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import {
  claimDeliveries,
  type Delivery,
  postponeDelivery,
  settleDelivery,
} from '#app/integrations/stripe/sandbox/store/queue-deliveries.server.ts'
import type { WebhookPost } from './post-webhook.server.ts'
import { signWebhook } from './sign-webhook.server.ts'

const AT_ONCE = 16
const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** Waits between attempts; after the last the delivery has failed. */
const RETRY_AFTER_MS = [SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR]

export type Listener = { url: string; secret: string; deliver: (post: WebhookPost) => Promise<number> }

type Outcome = { delivered: boolean; note: string }
export type Postbox = ReturnType<typeof openPostbox>

/** Sends what is due. Whatever answers 2xx is delivered, everything else is tried again later, by this process or the next. */
export function openPostbox(processor: Processor, listener: Listener, report: (error: unknown) => void) {
  const { store, readClock } = processor
  const stopping = new AbortController()
  const underWay = new Set<Promise<void>>()
  let sending = 0

  function track(work: Promise<void>, whenAnswered: () => void): void {
    const tracked: Promise<void> = work.catch(report).finally(() => {
      underWay.delete(tracked)
      whenAnswered()
    })
    underWay.add(tracked)
  }

  async function send(delivery: Delivery): Promise<void> {
    const body = findEventText(store, delivery.eventId)
    const outcome = body === undefined ? { delivered: false, note: 'no such event' } : await attempt(body)
    sending -= 1
    settle(delivery, outcome)
  }

  function settle({ seq, attempts }: Delivery, { delivered, note }: Outcome): void {
    const wait = RETRY_AFTER_MS[attempts - 1]
    if (delivered) settleDelivery(store, seq, 'delivered', note)
    else if (wait === undefined) settleDelivery(store, seq, 'failed', note)
    else postponeDelivery(store, seq, readClock() + readFaults(store).clockAheadMs + wait, note)
  }

  /** Signed with the real time, not the sandbox's, because the listener compares it with its own clock. */
  async function attempt(body: string): Promise<Outcome> {
    const headers = {
      'Content-Type': 'application/json; charset=utf-8',
      'Stripe-Signature': signWebhook(body, listener.secret, Math.floor(readClock() / SECOND)),
      'User-Agent': 'Stripe/1.0 (local sandbox)',
    }
    try {
      const status = await listener.deliver({ url: listener.url, body, headers, signal: stopping.signal })
      return { delivered: status >= 200 && status < 300, note: `HTTP ${status}` }
    } catch (error) {
      return { delivered: false, note: error instanceof Error ? error.message : 'no answer' }
    }
  }

  async function sendInTurn(deliveries: readonly Delivery[]): Promise<void> {
    for (const delivery of deliveries) await send(delivery)
  }

  return {
    /** Claims what is due and sets it on its way without waiting for it; `whenAnswered` is called as hands become free. */
    sendDue(whenAnswered: () => void): void {
      if (stopping.signal.aborted || sending >= AT_ONCE) return
      const faults = readFaults(store)
      const claimed = claimDeliveries(store, readClock() + faults.clockAheadMs, AT_ONCE - sending)
      if (claimed.length === 0) return
      sending += claimed.length
      if (faults.reorderWebhooks) track(sendInTurn(claimed.reverse()), whenAnswered)
      else for (const delivery of claimed) track(send(delivery), whenAnswered)
    },
    /** Resolves when one of those under way has been answered; at once when none is. */
    async oneAnswered(): Promise<void> {
      if (underWay.size > 0) await Promise.race(underWay)
    },
    isBusy: () => underWay.size > 0,
    /** Breaks off what is under way; it stays queued. */
    async close(): Promise<void> {
      stopping.abort()
      await Promise.allSettled(underWay)
    },
  }
}
