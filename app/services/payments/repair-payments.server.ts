import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { PaymentProcessor, ProcessorEvent } from '#app/integrations/stripe/processor.ts'
import type { Database } from '#db/connection.ts'
import { findFact, recordFact } from '#db/queries/facts.server.ts'
import { findHandledEvents, findPaymentsWithoutFee } from '#db/queries/payments/payment-funds.server.ts'
import { handleProcessorEvent } from './handle-processor-event.server.ts'
import { noteCharge } from './note-charge.server.ts'
import { releaseDueFunds } from './release-funds.server.ts'

/** How far back lost webhooks are looked for. */
export const furthestBackMs = 3 * 24 * 60 * 60_000
/** Listed again each time: the processor's clock is not ours, and an event may be listed a little after it happened. */
const overlapMs = 10 * 60_000
const batchSize = 100
const feesAtOnce = 100
const listedUntil = 'processor_events_listed_until'

type Teller = Pick<PaymentProcessor, 'listEvents' | 'findCharge'>

export type Repaired = { handled: number; refused: { id: string; code: string }[]; feesLearned: number; fundsReleased: number }

/**
 * Repairs what webhooks left undone, lost, refused or never sent: reads the processor's own list of events since the last
 * sweep (three days at most) and handles those nobody has; asks for fees that are not known; releases funds that are free.
 * Sessions open beyond their time are looked up by `expireOverdueOrders`. Any number of processes may run it beside one another.
 * @throws {IntegrationError} when the processor does not answer
 * @throws {AggregateError} when all events have been tried and some failed: they are listed again at the next sweep
 */
export async function repairPayments(database: Database, processor: Teller, now: Date): Promise<Repaired> {
  const fundsReleased = await releaseDueFunds(database, now)
  const events = await handleMissedEvents(database, processor, now)
  return { ...events, feesLearned: await learnFees(database, processor, now), fundsReleased }
}

async function handleMissedEvents(database: Database, processor: Teller, now: Date) {
  const furthest = now.getTime() - furthestBackMs
  const known = await findFact(database.reader, listedUntil)
  const since = new Date(known === null ? furthest : Math.max(furthest, Date.parse(known) - overlapMs))
  const failures: unknown[] = []
  let handled = 0
  const refused: Repaired['refused'] = []
  for await (const batch of inBatches(processor.listEvents(since))) {
    const done = await findHandledEvents(
      database.reader,
      batch.map(({ id }) => id),
    )
    for (const event of batch.filter(({ id }) => !done.has(id))) {
      try {
        const answer = await handleProcessorEvent(database, { event, now })
        if (!answer.ok) refused.push({ id: event.id, code: answer.refusal.code })
        else if (answer.value.outcome === 'handled') handled++
      } catch (error) {
        failures.push(error)
      }
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} events of the processor could not be handled`)
  await database.transact((tx) => recordFact(tx, listedUntil, now.toISOString()))
  return { handled, refused }
}

async function* inBatches(events: AsyncIterable<ProcessorEvent>): AsyncGenerator<ProcessorEvent[]> {
  let batch: ProcessorEvent[] = []
  for await (const event of events) {
    if (event.kind !== 'other') batch.push(event)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** A charge the processor does not know is passed over: it is not ours to repair. */
async function learnFees(database: Database, processor: Teller, now: Date): Promise<number> {
  let learned = 0
  for (const { paymentIntentId } of await findPaymentsWithoutFee(database.reader, feesAtOnce)) {
    try {
      const charge = paymentIntentId === null ? null : await processor.findCharge(paymentIntentId)
      if (charge && (await noteCharge(database, { charge, now })) && charge.feeFen !== null) learned++
    } catch (error) {
      if (!(error instanceof IntegrationError) || error.retryable) throw error
    }
  }
  return learned
}
