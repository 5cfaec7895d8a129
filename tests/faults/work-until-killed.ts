import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { and, eq, notExists } from 'drizzle-orm'
import { fen } from '#app/domain/money/fen.ts'
import { stripeProcessor } from '#app/integrations/stripe/stripe-processor.server.ts'
import { cancelLines } from '#app/services/after-sales/cancel-lines.server.ts'
import { sendDueRefunds } from '#app/services/after-sales/send-refunds.server.ts'
import { expireOrder } from '#app/services/ordering/expire-order.server.ts'
import { openPayment } from '#app/services/ordering/open-payment.server.ts'
import { type PlaceOrder, placeOrder } from '#app/services/ordering/place-order.server.ts'
import { handleProcessorEvent } from '#app/services/payments/handle-processor-event.server.ts'
import { repairPayments } from '#app/services/payments/repair-payments.server.ts'
import { approveSettlement } from '#app/services/settlement/approve-settlement.server.ts'
import { draftSettlement } from '#app/services/settlement/draft-settlement.server.ts'
import { reviewSettlement } from '#app/services/settlement/review-settlement.server.ts'
import { type Database, openDatabase } from '#db/client.server.ts'
import { orderLines, orders, refunds } from '#db/schema/index.ts'
import { insertBaskets } from '#db/seed/insert-baskets.server.ts'
import type { Work } from './run-workers.ts'

/**
 * A process of the shop for the fault drills, bundled and started by run-workers.ts. It does what it is told until it is
 * done or killed, and says on its standard output what it has been answered: that much must never be lost.
 */
const tell = (line: string) => writeSync(1, `${line}\n`)

const work = JSON.parse(process.argv[2] ?? '') as Work
const startedAt = Date.now()
const now = () => new Date(work.atMs + Date.now() - startedAt)
const db = openDatabase()

const guestOf = (basketId: string): PlaceOrder => ({
  placementKey: `key_${basketId}`,
  basketId,
  customer: { customerId: null, userId: null, name: '甘棠', phone: '13800001111', email: null },
  delivery: { kind: 'door', districtId: 'inner', street: `桐梓林路 ${basketId}`, note: '' },
  waveId: 'tue',
  substitution: 'refund',
  payment: 'online',
  leaderId: null,
  locale: 'zh-CN',
  now: now(),
})

/** Customers order, pay at the sandbox or stay away; the sweep hears of it; some call off and are paid back. For ever. */
async function trade({ run, sandboxPort }: Extract<Work, { kind: 'trade' }>): Promise<void> {
  const processor = stripeProcessor({
    secretKey: 'sk_test_drill',
    webhookSecret: 'unused',
    sandbox: { host: '127.0.0.1', port: sandboxPort },
  })
  const urls = { success: 'http://shop.test/paid', cancel: 'http://shop.test/basket' }

  async function customers(lane: number): Promise<void> {
    for (let n = 0; ; n++) {
      const basketId = `bas_${run}_${lane}_${n}`
      await insertBaskets(db, [{ id: basketId, variantIds: n % 2 === 0 ? ['var_hill', 'var_brook'] : ['var_lake'] }])
      const placed = await placeOrder(db, guestOf(basketId))
      if (!placed.ok) throw new Error(`not placed: ${placed.refusal.code}`)
      const { orderId, paymentId } = placed.value
      tell(`placed ${orderId}`)
      if (n % 7 === 6) {
        if (await expireOrder(db, { orderId, now: now() })) tell(`expired ${orderId}`)
        continue
      }
      const opened = await openPayment(db, processor, { orderId, urls, now: now() })
      if (!opened.ok) continue
      const form = new URLSearchParams({ outcome: 'succeed', method: n % 3 === 0 ? 'alipay' : 'card' })
      const paid = await fetch(opened.value.url, { method: 'POST', body: form, redirect: 'manual' })
      await paid.arrayBuffer()
      if (paid.status === 303) tell(`paid ${paymentId}`)
    }
  }

  async function sweeps(): Promise<void> {
    for (;;) {
      await repairPayments(db, processor, now())
      await sendDueRefunds(db, processor, now())
      await sleep(10)
    }
  }

  async function regrets(): Promise<void> {
    for (;;) {
      for (const { orderId } of (await findConfirmed(db)).slice(0, 2)) {
        const lines = await db.reader.select({ id: orderLines.id }).from(orderLines).where(eq(orderLines.orderId, orderId))
        const lineIds = lines.map(({ id }) => id)
        const called = await cancelLines(db, { orderId, lineIds, requestKey: `call_off:${orderId}`, userId: 'office', now: now() })
        if (called.ok) tell(`called-off ${orderId}`)
      }
      await sleep(40)
    }
  }

  await Promise.all([customers(0), customers(1), customers(2), sweeps(), regrets()])
}

const findConfirmed = ({ reader }: Database) =>
  reader
    .select({ orderId: orders.id })
    .from(orders)
    .where(
      and(
        eq(orders.status, 'confirmed'),
        notExists(reader.select({ id: refunds.id }).from(refunds).where(eq(refunds.orderId, orders.id)) as never),
      ),
    )
    .limit(2)

/** Buyers of one box each, many at once: they pay at once when they got one. */
async function buy({ from, until, atOnce }: Extract<Work, { kind: 'buy' }>): Promise<void> {
  let next = from
  let sold = 0
  let refused = 0
  const lane = async () => {
    while (next < until) {
      const placed = await placeOrder(db, guestOf(`buyer_${next++}`))
      if (!placed.ok) {
        if (placed.refusal.code !== 'not_enough') throw new Error(`refused: ${placed.refusal.code}`)
        refused++
        continue
      }
      const { paymentId, totalFen } = placed.value
      if (paymentId === null) throw new Error('nothing to pay')
      const session = { paymentId, state: 'paid', paymentIntentId: `pi_${paymentId}`, amountFen: fen(totalFen) } as const
      const event = { id: `evt_${paymentId}`, type: 'checkout.session.completed', kind: 'paid', session } as const
      const paid = await handleProcessorEvent(db, { event, now: now() })
      if (paid.ok) sold++
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  tell(`sold ${sold} refused ${refused}`)
}

/** One person drafts and reviews, another approves; whoever runs it again, or beside, finds it done. */
async function settle({ period, settlementId }: Extract<Work, { kind: 'settle' }>): Promise<void> {
  const drafted = await draftSettlement(db, { period, userId: 'ana', now: now() })
  if (drafted.ok) tell('drafted')
  await reviewSettlement(db, { settlementId, userId: 'ana', now: now() })
  const approved = await approveSettlement(db, { settlementId, userId: 'ben', now: now() })
  tell(approved.ok ? `approved ${approved.value.payouts}` : `refused ${approved.refusal.code}`)
}

tell('ready')
if (work.kind === 'trade') await trade(work)
else if (work.kind === 'buy') await buy(work)
else await settle(work)
await db.close()
