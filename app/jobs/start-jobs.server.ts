import { randomUUID } from 'node:crypto'
import { Cron } from 'croner'
import { businessDay } from '#app/domain/business-day.ts'
import { openCallRelay } from '#app/integrations/call-relay/http-call-relay.server.ts'
import { openGeocoder } from '#app/integrations/geocoder/http-geocoder.server.ts'
import type { MediaStore } from '#app/integrations/media/media-store.ts'
import type { MessageSender } from '#app/integrations/messages/message-sender.ts'
import { stripeTransfers } from '#app/integrations/payout/stripe-transfers.ts'
import type { PaymentProcessor } from '#app/integrations/stripe/processor.ts'
import { sendDueRefunds } from '#app/services/after-sales/send-refunds.server.ts'
import { openWavesAhead } from '#app/services/ahead/open-waves-ahead.server.ts'
import { endLapsedLicences } from '#app/services/catalog/set-licence.server.ts'
import { closeDueWaves } from '#app/services/delivery/close-due-waves.server.ts'
import { ensureWaves, wavesAheadDays } from '#app/services/delivery/ensure-waves.server.ts'
import { runPlanJobs } from '#app/services/dispatch/run-plan-jobs.server.ts'
import { connectStops } from '#app/services/driving/connect-stops.server.ts'
import { countRelatedProducts } from '#app/services/finding/count-related.server.ts'
import { planDueCollections } from '#app/services/first-mile/plan-due-collections.server.ts'
import { ACCESS_TOPIC, tellAccessChanged } from '#app/services/identity/tell-access-changed.server.ts'
import { acceptDueOrders } from '#app/services/ledger/accept-due-orders.server.ts'
import { sealDueDays } from '#app/services/ledger/seal-due-days.server.ts'
import { sendNotice } from '#app/services/live/send-notice.server.ts'
import { promiseSweep, sweepFiles, sweepMedia, UNUSED_TOPIC } from '#app/services/media/sweep-media.server.ts'
import { askPlaces } from '#app/services/network/ask-places.server.ts'
import { expireOverdueOrders } from '#app/services/ordering/expire-overdue-orders.server.ts'
import { repairPayments } from '#app/services/payments/repair-payments.server.ts'
import { sendDuePayouts } from '#app/services/settlement/send-payouts.server.ts'
import { sendDueReversals } from '#app/services/settlement/send-reversals.server.ts'
import { orderDueWeeks } from '#app/services/wanting/order-due-weeks.server.ts'
import { BACK_TOPIC, promiseBackInStock, tellBackInStock } from '#app/services/wanting/tell-back-in-stock.server.ts'
import { tellOfWeek, WEEK_TOPIC } from '#app/services/wanting/tell-of-week.server.ts'
import { reckonDueWaves } from '#app/services/wave-costs/reckon-due-waves.server.ts'
import type { Database } from '#db/client.server.ts'
import { NOTICE_TOPIC } from '#db/queries/notices.server.ts'
import { type Handler, runTasks } from './run-tasks.server.ts'

type Parts = {
  database: Database
  processor: PaymentProcessor
  messages: MessageSender
  store: MediaStore
  /** where pages are, without a slash at the end */
  publicUrl: string
  log: { error(details: object, message: string): void }
}

/**
 * Everything that happens without a request: the outbox, and sweeps by the clock. Each claims its rows one by one, so any
 * number of processes may run them beside one another.
 */
export function startJobs({ database, processor, messages, store, publicUrl, log }: Parts) {
  const owner = randomUUID()
  const handlers: Record<string, Handler> = {
    [ACCESS_TOPIC]: ({ subjectId }, now) => tellAccessChanged(database, messages, { subjectId, publicUrl, now }),
    [UNUSED_TOPIC]: ({ subjectId }, now) => sweepMedia(database, store, { subjectId, now }),
    [NOTICE_TOPIC]: ({ subjectId }, now) => sendNotice(database, messages, { subjectId, publicUrl, now }),
    [WEEK_TOPIC]: ({ subjectId }, now) => tellOfWeek(database, messages, { subjectId, publicUrl, now }),
    [BACK_TOPIC]: ({ subjectId }, now) => tellBackInStock(database, messages, { subjectId, publicUrl, now }),
  }
  const geocoder = openGeocoder(process.env)
  const relay = openCallRelay(process.env)
  const rails = { stripe: stripeTransfers(processor) }
  const repair = async (now: Date) => {
    const { refused } = await repairPayments(database, processor, now)
    for (const { id, code } of refused) log.error({ event: id, code }, 'payment refused')
  }
  const sweeps: Record<string, { pattern: string; run: (now: Date) => Promise<unknown> }> = {
    outbox: { pattern: '*/2 * * * * *', run: (now) => runTasks(database, handlers, { owner, now }) },
    'expire-orders': { pattern: '*/30 * * * * *', run: (now) => expireOverdueOrders(database, processor, now) },
    'repair-payments': { pattern: '20 */2 * * * *', run: repair },
    'send-refunds': { pattern: '*/15 * * * * *', run: (now) => sendDueRefunds(database, processor, now) },
    'send-payouts': { pattern: '5-59/15 * * * * *', run: (now) => sendDuePayouts(database, rails, now) },
    'send-reversals': { pattern: '10-59/30 * * * * *', run: (now) => sendDueReversals(database, rails, now) },
    'plan-waves': { pattern: '*/2 * * * * *', run: () => runPlanJobs(database, { clock: () => new Date() }) },
    'close-waves': { pattern: '10 * * * * *', run: (now) => closeDueWaves(database, now) },
    'plan-collections': { pattern: '35 * * * * *', run: (now) => planDueCollections(database, now) },
    'accept-orders': { pattern: '40 */5 * * * *', run: (now) => acceptDueOrders(database, now) },
    'reckon-waves': { pattern: '25 * * * * *', run: (now) => reckonDueWaves(database, now) },
    'count-related': { pattern: '0 30 3 * * *', run: (now) => countRelatedProducts(database, now) },
    'sweep-media': { pattern: '0 10 4 * * *', run: (now) => promiseSweep(database, now) },
    'sweep-files': { pattern: '0 40 4 * * *', run: (now) => sweepFiles(database, store, now) },
    'seal-days': { pattern: '50 * * * * *', run: (now) => sealDueDays(database, now) },
    'order-subscriptions': { pattern: '15 * * * * *', run: (now) => orderDueWeeks(database, now) },
    'back-in-stock': { pattern: '55 * * * * *', run: (now) => promiseBackInStock(database, now) },
    'connect-stops': { pattern: '*/20 * * * * *', run: async (now) => relay && connectStops(database, relay, now) },
    'ask-places': { pattern: '25 * * * * *', run: (now) => askPlaces(database, geocoder, now) },
    'end-licences': { pattern: '15 */10 * * * *', run: (now) => endLapsedLicences(database, now) },
    'open-waves': { pattern: '0 7 * * * *', run: (now) => ensureWaves(database, { fromOn: businessDay(now), days: wavesAheadDays }) },
    'open-waves-ahead': { pattern: '30 7 * * * *', run: (now) => openWavesAhead(database, { today: businessDay(now) }) },
  }
  const running = new Set<Promise<unknown>>()
  const crons = Object.entries(sweeps).map(
    ([name, { pattern, run }]) =>
      new Cron(pattern, { protect: true, timezone: 'Asia/Shanghai', unref: true }, async () => {
        const work = run(new Date()).catch((error: unknown) => log.error({ err: error, sweep: name }, 'sweep failed'))
        running.add(work)
        await work
        running.delete(work)
      }),
  )
  return {
    async stop() {
      for (const cron of crons) cron.stop()
      await Promise.allSettled(running)
    },
  }
}
