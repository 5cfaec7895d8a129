import { eq, like } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import type { PaymentProcessor, ProcessorEvent } from '#app/integrations/stripe/processor.ts'
import { cancelLines } from '#app/services/after-sales/cancel-lines.server.ts'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import { handleProcessorEvent } from '#app/services/payments/handle-processor-event.server.ts'
import { repairPayments } from '#app/services/payments/repair-payments.server.ts'
import type { Database } from '#db/client.server.ts'
import { disputes, lots, orderLines, orders, payments, postings, refunds } from '#db/schema/index.ts'
import { insertBaskets } from '#db/seed/insert-baskets.server.ts'
import { guestOrder, marketDay, openMarket } from '#tests/support/open-market.ts'
import { drill, randomFrom, say, seed } from './drill-sizes.ts'

const minute = 60_000
const day = 24 * 60 * minute
const verifyEvery = 500

type Random = () => number
type Told = { event: ProcessorEvent; atMs: number }

/** One order's life at the processor: what its events say, each true by itself. */
function eventsOf(paymentId: string, amountFen: number, random: Random): ProcessorEvent[] {
  const name = (what: string) => `evt_${paymentId}_${what}`
  const paymentIntentId = `pi_${paymentId}`
  const paid: ProcessorEvent = {
    id: name('paid'),
    type: 'checkout.session.completed',
    kind: 'paid',
    session: { paymentId, state: 'paid', paymentIntentId, amountFen: fen(amountFen) },
  }
  const charge = { paymentIntentId, chargeId: `ch_${paymentId}`, method: 'card', amountFen: fen(amountFen) }
  const charged: ProcessorEvent = {
    id: name('charged'),
    type: 'charge.succeeded',
    kind: 'charge',
    charge: { ...charge, feeFen: null, availableAt: null },
  }
  const settled: ProcessorEvent = {
    id: name('settled'),
    type: 'charge.updated',
    kind: 'charge',
    charge: { ...charge, feeFen: fen(80), availableAt: new Date(marketDay.getTime() + 2 * day) },
  }
  const events: ProcessorEvent[] = [paid, charged, settled]
  if (random() < 0.2) events.push({ id: name('expired'), type: 'checkout.session.expired', kind: 'expired', paymentId })
  if (random() < 0.3) {
    const dispute = { disputeId: `dp_${paymentId}`, paymentIntentId, amountFen: fen(amountFen), feeFen: fen(150), reason: 'fraudulent' }
    const end = random() < 0.5 ? 'won' : 'lost'
    events.push({ id: name('disputed'), type: 'charge.dispute.created', kind: 'dispute', dispute: { ...dispute, state: 'open' } })
    events.push({ id: name('decided'), type: 'charge.dispute.closed', kind: 'dispute', dispute: { ...dispute, state: end } })
  }
  return events
}

/** Shuffles, sends twice, sends late, and sends again a day later; what comes at one time comes together. */
function schedule(events: readonly ProcessorEvent[], random: Random, fromMs: number): Told[] {
  const told = events.flatMap((event) => {
    const delay = random() < 0.3 ? random() * 10 * minute : 0
    const copies = [{ event, atMs: fromMs + delay }]
    if (random() < 0.4) copies.push({ event, atMs: fromMs + delay + random() * minute })
    if (random() < 0.2) copies.push({ event, atMs: fromMs + delay + day })
    return copies
  })
  return told
    .map((one) => ({ one, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)
}

/** As the processor does: what is refused is sent again after the rest, until it is taken or given up. */
async function tellAll(db: Database, told: readonly Told[], random: Random): Promise<void> {
  let waiting = [...told]
  for (let attempt = 0; attempt < 4 && waiting.length > 0; attempt++) {
    const refused: Told[] = []
    while (waiting.length > 0) {
      const together = waiting.splice(0, 1 + Math.floor(random() * 3))
      const answers = await Promise.all(
        together.map(({ event, atMs }) => handleProcessorEvent(db, { event, now: new Date(atMs + attempt * minute) })),
      )
      refused.push(...together.filter((_, index) => answers[index]?.ok === false))
    }
    waiting = refused
  }
  expect(waiting.map(({ event }) => event.id)).toEqual([])
}

/** A processor that knows what it told, for the sweep to look up what came before its time. */
function knowing(events: readonly ProcessorEvent[]): Pick<PaymentProcessor, 'listEvents' | 'findCharge'> {
  const charges = events.flatMap((event) => (event.kind === 'charge' && event.charge.feeFen !== null ? [event.charge] : []))
  return {
    listEvents: async function* () {
      yield* events
    },
    findCharge: async (paymentIntentId) => charges.find((charge) => charge.paymentIntentId === paymentIntentId) ?? null,
  }
}

async function callOff(db: Database, orderId: string): Promise<ProcessorEvent[]> {
  const lines = await db.reader.select({ id: orderLines.id }).from(orderLines).where(eq(orderLines.orderId, orderId))
  const lineIds = lines.map(({ id }) => id)
  await cancelLines(db, { orderId, lineIds, requestKey: `call_off:${orderId}`, userId: 'office', now: marketDay })
  const open = await db.reader.select().from(refunds).where(eq(refunds.orderId, orderId))
  return open
    .filter(({ status, way }) => status === 'approved' && way === 'processor')
    .flatMap(({ id, cashFen }) => {
      const refund = { processorRefundId: `re_${id}`, refundId: id, amountFen: cashFen }
      return [
        { id: `evt_${id}_pending`, type: 'refund.created', kind: 'refund', refund: { ...refund, state: 'pending', failure: null } },
        { id: `evt_${id}_done`, type: 'refund.updated', kind: 'refund', refund: { ...refund, state: 'succeeded', failure: null } },
      ] satisfies ProcessorEvent[]
    })
}

test(`${drill.schedules} webhook schedules, random by seed ${seed}, end as if told once and in order`, {
  timeout: drill.limitMs,
}, async () => {
  const db = await openMarket({ quantity: 10 * drill.schedules, capacityDrops: 10 * drill.schedules })
  for (let index = 0; index < drill.schedules; index++) {
    const random = randomFrom(seed + index)
    const basketId = `bas_${index}`
    await insertBaskets(db, [{ id: basketId, variantIds: ['var_hill'] }])
    const placed = await placeOrder(db, guestOrder(basketId))
    if (!placed.ok || placed.value.paymentId === null) throw new Error('not placed')
    const { orderId, paymentId, totalFen } = placed.value
    const events = eventsOf(paymentId, totalFen, random)
    await tellAll(db, schedule(events, random, marketDay.getTime()), random)
    if (random() < 0.4) await tellAll(db, schedule(await callOff(db, orderId), random, marketDay.getTime() + minute), random)
    await tellAll(db, schedule(events, random, marketDay.getTime() + day), random)
    for (const days of [1, 3]) await repairPayments(db, knowing(events), new Date(marketDay.getTime() + days * day))

    const [payment] = await db.reader.select().from(payments).where(eq(payments.id, paymentId))
    const [order] = await db.reader.select().from(orders).where(eq(orders.id, orderId))
    const label = `schedule ${index} of seed ${seed}`
    expect(['succeeded', 'late', 'returned'], label).toContain(payment?.status)
    expect(order?.status === 'expired', label).toBe(payment?.status !== 'succeeded')
    expect(payment, label).toMatchObject({ feeFen: 80, chargeId: `ch_${paymentId}` })
    const posted = await db.reader
      .select({ key: postings.key })
      .from(postings)
      .where(like(postings.key, `${paymentId}:%`))
    expect(posted.map(({ key }) => key.split(':')[1]).sort(), label).toEqual(['available', 'fee', 'succeeded'])
    const decided = events.find((event) => event.kind === 'dispute' && event.dispute.state !== 'open')
    const known = await db.reader.select().from(disputes).where(eq(disputes.paymentId, paymentId))
    expect(
      known.map(({ status }) => status),
      label,
    ).toEqual(decided?.kind === 'dispute' ? [decided.dispute.state] : [])
    if ((index + 1) % verifyEvery === 0 || index === drill.schedules - 1) {
      expect((await verifyLedger(db.reader)).differences, label).toEqual([])
      say(`${index + 1} of ${drill.schedules} webhook schedules (seed ${seed})`)
    }
  }
  const [lot] = await db.reader.select().from(lots).where(eq(lots.id, 'lot_hill_hill'))
  expect(lot).toMatchObject({ held: 0 })
})
