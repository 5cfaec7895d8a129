import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import type { DisputeState } from '#app/integrations/stripe/processor.ts'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import { findHeldShares } from '#db/queries/payments/disputes.server.ts'
import { disputes, orders, payments, refunds } from '#db/schema/index.ts'
import type { Market } from '#tests/support/open-market.ts'
import { balanceOf, complaint, countPostings, later, openAccepted, openPaid, postedOf, sumOf } from '#tests/support/open-refunds.ts'
import { approveRefund } from './approve-refund.server.ts'
import { handleDispute } from './handle-dispute.server.ts'
import { proposeRefund } from './propose-refund.server.ts'

const soundBooks = async (db: Market) => expect((await verifyLedger(db.reader)).differences).toEqual([])

async function disputed(world: { db: Market; orderId: string }) {
  const [payment] = await world.db.reader.select().from(payments).where(eq(payments.orderId, world.orderId))
  const [order] = await world.db.reader.select().from(orders).where(eq(orders.id, world.orderId))
  const totalFen = order!.totalFen
  const say = (state: DisputeState['state'], change: Partial<DisputeState> = {}) =>
    handleDispute(world.db, {
      dispute: {
        disputeId: 'dp_1',
        paymentIntentId: payment!.paymentIntentId!,
        amountFen: totalFen,
        feeFen: fen(150),
        reason: 'fraudulent',
        state,
        ...change,
      },
      now: later(50),
    })
  return { say, totalFen, deliveryFen: order!.deliveryFen }
}

test('an opened dispute takes the money and its fee, and what the parties of its order got is held', async () => {
  const world = await openAccepted()
  const { db, orderId, hill } = world
  const { say, totalFen } = await disputed(world)
  expect(await say('open')).toMatchObject({ value: { status: 'open' } })
  expect(await postedOf(db, 'dp_1:created')).toEqual([
    ['1130:dp_1', '1020', totalFen],
    ['5040', '1020', 150],
  ])
  const held = await findHeldShares(db.reader, { partyAccountIds: ['2110:hill', '2110:brook', '2110:lake', '2310:nobody'] })
  expect(held).toEqual(
    new Map([
      ['2110:hill', -(await balanceOf(db, '2110:hill'))],
      ['2110:brook', -(await balanceOf(db, '2110:brook'))],
    ]),
  )
  expect(await proposeRefund(db, complaint(orderId, hill, 100))).toMatchObject({ refusal: { code: 'in_dispute' } })
  await soundBooks(db)
})

test('what was proposed before a dispute is not approved while it is open', async () => {
  const world = await openAccepted([['hill', 30]])
  const proposed = await proposeRefund(world.db, complaint(world.orderId, world.hill, 25_000))
  const { say } = await disputed(world)
  await say('open')
  const refundId = proposed.ok ? proposed.value.refundId : ''
  expect(await approveRefund(world.db, { refundId, userId: 'user_two', now: later(51) })).toMatchObject({ refusal: { code: 'in_dispute' } })
})

test('won: the money is back, the fee is lost, and nothing is held any more', async () => {
  const world = await openAccepted()
  const { say, totalFen } = await disputed(world)
  await say('open')
  expect(await say('won')).toMatchObject({ value: { status: 'won' } })
  expect(await balanceOf(world.db, '1130:dp_1')).toBe(0)
  expect(await postedOf(world.db, 'dp_1:won')).toEqual([['1020', '1130:dp_1', totalFen]])
  expect(await sumOf(world.db, '5040')).toBe(150)
  expect((await findHeldShares(world.db.reader, { partyAccountIds: ['2110:hill'] })).size).toBe(0)
  await soundBooks(world.db)
})

test('lost: every share goes back, the delivery too, and nothing is left to refund', async () => {
  const world = await openAccepted()
  const { db, orderId, hill } = world
  const { say, deliveryFen } = await disputed(world)
  await say('open')
  await say('lost')
  expect(await balanceOf(db, '1130:dp_1')).toBe(0)
  expect(await balanceOf(db, '2110:hill')).toBe(40) // the reserve is not the customer's: the goods did not come back
  expect(await balanceOf(db, `2010:${orderId}`)).toBe(0)
  expect((await postedOf(db, 'dp_1:lost')).at(-1)).toEqual(['2510', '1130:dp_1', deliveryFen])
  expect(await proposeRefund(db, complaint(orderId, hill, 1))).toMatchObject({ refusal: { code: 'over_what_is_left', leftFen: 0 } })
  await soundBooks(db)
})

test('lost after a refund: what had gone back already is our loss, not taken from the parties twice', async () => {
  const world = await openAccepted()
  const { db, orderId, hill } = world
  await proposeRefund(db, complaint(orderId, hill, 600))
  const { say } = await disputed(world)
  await say('lost')
  expect(await balanceOf(db, '2110:hill')).toBe(40)
  expect(await sumOf(db, '5030')).toBe(600)
  expect(await balanceOf(db, '1130:dp_1')).toBe(0)
  await soundBooks(db)
})

test('lost before the order was accepted: it comes out of escrow', async () => {
  const world = await openPaid()
  const { say, totalFen } = await disputed(world)
  await say('lost')
  expect(await balanceOf(world.db, `2010:${world.orderId}`)).toBe(0)
  expect(await balanceOf(world.db, '1130:dp_1')).toBe(0)
  expect((await postedOf(world.db, 'dp_1:lost')).reduce((sum, [, , amount]) => sum + amount, 0)).toBe(totalFen)
  await soundBooks(world.db)
})

test('a fee that becomes known later is entered once', async () => {
  const world = await openAccepted()
  const { say } = await disputed(world)
  await say('open', { feeFen: fen(0) })
  for (let times = 0; times < 3; times++) await say('open')
  expect(await sumOf(world.db, '5040')).toBe(150)
  await soundBooks(world.db)
})

test('a dispute about a payment we do not know is refused', async () => {
  const world = await openAccepted()
  const { say } = await disputed(world)
  expect(await say('open', { paymentIntentId: 'pi_none' })).toMatchObject({ refusal: { code: 'unknown_payment' } })
})

test('whatever order the events come in, and however often, also at once, each step is entered once', async () => {
  const end = fc.constantFrom('won' as const, 'lost' as const)
  const schedule = end.chain((last) => fc.array(fc.constantFrom('open' as const, last), { minLength: 1, maxLength: 6 }))
  await fc.assert(
    fc.asyncProperty(schedule, async (states) => {
      const world = await openAccepted()
      const { say } = await disputed(world)
      const before = await countPostings(world.db)
      await Promise.all(states.map((state) => say(state)))
      const last = states.find((state) => state !== 'open')
      expect(await world.db.reader.select().from(disputes)).toMatchObject([{ status: last ?? 'open' }])
      expect(await countPostings(world.db)).toBe(before + (last ? 2 : 1))
      expect(await world.db.reader.$count(refunds)).toBe(last === 'lost' ? 1 : 0)
    }),
    { numRuns: 8 },
  )
}, 60_000)
