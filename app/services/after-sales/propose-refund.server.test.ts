import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { aloneUpToFen } from '#app/domain/after-sales/approval.ts'
import { fen } from '#app/domain/money/fen.ts'
import { acceptOrder } from '#app/services/ledger/accept-order.server.ts'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import { auditEntries, disputes, orderLines, orders, payments, refunds } from '#db/schema/index.ts'
import { deliverAll, orderFor } from '#tests/support/open-fleet.ts'
import type { Market } from '#tests/support/open-market.ts'
import {
  balanceOf,
  complaint,
  countPostings,
  eventsOf,
  later,
  openAccepted,
  openPaid,
  postedOf,
  refundOf,
  sumOf,
} from '#tests/support/open-refunds.ts'
import { approveRefund } from './approve-refund.server.ts'
import { declineRefund } from './decline-refund.server.ts'
import { proposeRefund } from './propose-refund.server.ts'

const soundBooks = async (db: Market) => expect((await verifyLedger(db.reader)).differences).toEqual([])
const orderOf = async (db: Market, id: string) => (await db.reader.select().from(orders).where(eq(orders.id, id)))[0]!
const idOf = (answer: Awaited<ReturnType<typeof proposeRefund>>) => {
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value.refundId
}

test('a small complaint after acceptance is paid back by everyone who had a share, at once and by one person', async () => {
  const { db, orderId, hill } = await openAccepted()
  // 2000 fen: hill 1800, distribution 100, service 76 and 4 of VAT, brand 20
  const id = idOf(await proposeRefund(db, complaint(orderId, hill, 1000)))
  expect(await postedOf(db, `${id}:refund`)).toEqual([
    ['2110:hill', `2010:${orderId}`, 900],
    ['4020', `2010:${orderId}`, 50],
    ['4010', `2010:${orderId}`, 38],
    ['2810', `2010:${orderId}`, 2],
    ['2410', `2010:${orderId}`, 10],
    [`2010:${orderId}`, `2030:${id}`, 1000],
  ])
  expect(await refundOf(db, id)).toMatchObject({ status: 'approved', way: 'processor', cashFen: 1000, approvedBy: 'user_one' })
  expect(await eventsOf(db, orderId, ['refund_sent'])).toEqual(['refund_sent'])
  await soundBooks(db)
})

test('the rest of an accepted line takes back every share to the fen, and what goods returned had put into the reserve', async () => {
  const { db, orderId, hill } = await openAccepted()
  await proposeRefund(db, complaint(orderId, hill, 333))
  const rest = complaint(orderId, hill, 0, { requestKey: 'rest', lines: [{ lineId: hill, part: { by: 'rest' } }], goodsReturned: true })
  const id = idOf(await proposeRefund(db, rest))
  expect(await balanceOf(db, '2110:hill')).toBe(0)
  expect(await sumOf(db, '2610')).toBe(-40) // of brook's kilogram: its own 20 and the state's
  expect((await postedOf(db, `${id}:refund`)).slice(-2)).toEqual([
    ['2610', '2110:hill', 40],
    ['2610', '1110', 40],
  ])
  const again = complaint(orderId, hill, 1, { requestKey: 'more' })
  expect(await proposeRefund(db, again)).toMatchObject({ refusal: { code: 'over_what_is_left', leftFen: 0 } })
  await soundBooks(db)
})

test('by fault the farm, the carrier or the alliance alone bears it', async () => {
  const { db, orderId, hill, brook } = await openAccepted()
  const farm = idOf(await proposeRefund(db, complaint(orderId, hill, 300, { bearer: 'farm' })))
  expect(await postedOf(db, `${farm}:refund`)).toEqual([['2110:hill', `2030:${farm}`, 300]])
  const carrier = idOf(await proposeRefund(db, complaint(orderId, brook, 200, { bearer: 'carrier', reason: 'damaged' })))
  expect((await postedOf(db, `${carrier}:refund`))[0]?.[0]).toMatch(/^2520:carrier_/)
  const alliance = idOf(await proposeRefund(db, complaint(orderId, brook, 100, { bearer: 'alliance', reason: 'goodwill' })))
  expect(await postedOf(db, `${alliance}:refund`)).toEqual([['5030', `2030:${alliance}`, 100]])
  expect(await proposeRefund(db, complaint(orderId, brook, 701, { bearer: 'alliance' }))).toMatchObject({
    refusal: { code: 'over_what_is_left', leftFen: 700 },
  })
  await soundBooks(db)
})

test('the delivery fee goes back from the pool, once', async () => {
  const { db, orderId } = await openAccepted()
  const fee = { lines: [], deliveryFen: fen(1), reason: 'delivery' as const }
  const { deliveryFen } = (await db.reader.select().from(orders))[0]!
  const whole = { ...fee, deliveryFen }
  const id = idOf(await proposeRefund(db, complaint(orderId, 'none', 0, whole)))
  expect(await postedOf(db, `${id}:refund`)).toEqual([['2510', `2030:${id}`, deliveryFen]])
  expect(await proposeRefund(db, complaint(orderId, 'none', 0, { ...fee, requestKey: 'again' }))).toMatchObject({
    refusal: { code: 'over_delivery', leftFen: 0 },
  })
  await soundBooks(db)
})

test('a complaint within the window comes out of escrow, and acceptance shares out the rest', async () => {
  const { db, orderId, hill } = await openPaid()
  await deliverAll(db, later(0))
  const id = idOf(await proposeRefund(db, complaint(orderId, hill, 500, { now: later(2) })))
  expect(await postedOf(db, `${id}:refund`)).toEqual([[`2010:${orderId}`, `2030:${id}`, 500]])
  expect(await acceptOrder(db, { orderId, now: later(24) })).toMatchObject({ value: { accepted: true } })
  expect(await balanceOf(db, '2110:hill')).toBe(-(1500 - 75 - 60 - 15) + 40)
  await soundBooks(db)
})

test('nothing is posted for what is refused, and each refusal says why', async () => {
  const { db, orderId, hill } = await openAccepted()
  const before = await countPostings(db)
  const refusal = async (change: Parameters<typeof complaint>[3]) => {
    const answer = await proposeRefund(db, complaint(orderId, hill, 2001, change))
    return answer.ok ? null : answer.refusal.code
  }
  expect(await refusal({})).toBe('over_what_is_left')
  expect(await refusal({ lines: [{ lineId: 'line_of_another', part: { by: 'rest' } }] })).toBe('not_of_this_order')
  expect(await refusal({ lines: [] })).toBe('nothing_to_refund')
  expect(await refusal({ orderId: 'ord_none' })).toBe('unknown_order')
  const [payment] = await db.reader.select().from(payments)
  const open = { id: 'dp_1', paymentId: payment!.id, orderId, amountFen: fen(1), feeFen: fen(0), reason: 'fraud', status: 'open' as const }
  await db.transact((tx) => tx.insert(disputes).values({ ...open, openedAt: later(1) }))
  expect(await refusal({ lines: [{ lineId: hill, part: { by: 'rest' } }] })).toBe('in_dispute')
  expect(await countPostings(db)).toBe(before)
  expect(await db.reader.$count(refunds)).toBe(0)
})

test("another order's line is not refunded on this one", async () => {
  const { db, orderId } = await openAccepted()
  const other = await orderFor(db, '9', [['lake', 1]], { waveId: 'fri' })
  const [line] = await db.reader.select().from(orderLines).where(eq(orderLines.orderId, other))
  expect(await proposeRefund(db, complaint(orderId, line!.id, 100))).toMatchObject({ refusal: { code: 'not_of_this_order' } })
})

test('an unpaid order has nothing to give back', async () => {
  const { db, orderId, hill } = await openPaid()
  await db.transact((tx) => tx.update(orders).set({ paidAt: null }))
  expect(await proposeRefund(db, complaint(orderId, hill, 100))).toMatchObject({ refusal: { code: 'not_paid' } })
})

test('two who refund the whole line at the same time: one wins', async () => {
  const { db, orderId, hill } = await openAccepted()
  const answers = await Promise.all(
    [1, 2, 3, 4].map((n) => proposeRefund(db, complaint(orderId, hill, 1500, { requestKey: `at-once-${n}`, userId: `user_${n}` }))),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.filter(({ ok }) => !ok)).toEqual(
    [1, 2, 3].map(() => ({ ok: false, refusal: { code: 'over_what_is_left', lineId: hill, leftFen: 500 } })),
  )
  await soundBooks(db)
})

test('a double click makes one refund; the same key for another order is refused', async () => {
  const { db, orderId, hill } = await openAccepted()
  const answers = await Promise.all([1, 2, 3].map(() => proposeRefund(db, complaint(orderId, hill, 700))))
  expect(new Set(answers.map(idOf)).size).toBe(1)
  expect(await db.reader.$count(refunds)).toBe(1)
  const other = await orderFor(db, '9', [['lake', 1]], { waveId: 'fri' })
  expect(await proposeRefund(db, { ...complaint(orderId, hill, 700), orderId: other })).toMatchObject({ refusal: { code: 'request_used' } })
})

async function openLarge() {
  const world = await openAccepted([['hill', 30]])
  const large = aloneUpToFen + 1
  const asked = complaint(world.orderId, world.hill, large)
  return { ...world, large, id: idOf(await proposeRefund(world.db, asked)) }
}

test('above the threshold nothing moves until a second person approves, and what is proposed is not given away twice', async () => {
  const { db, orderId, hill, id, large } = await openLarge()
  expect(await refundOf(db, id)).toMatchObject({ status: 'proposed', approvedBy: null })
  expect(await postedOf(db, `${id}:refund`)).toEqual([])
  const tooMuch = complaint(orderId, hill, 30_000 - large + 1, { requestKey: 'too-much' })
  expect(await proposeRefund(db, tooMuch)).toMatchObject({ refusal: { code: 'over_what_is_left', leftFen: 30_000 - large } })
  expect(await approveRefund(db, { refundId: id, userId: 'user_one', now: later(31) })).toMatchObject({ refusal: { code: 'same_person' } })
  const approvals = await Promise.all(
    ['user_two', 'user_three'].map((userId) => approveRefund(db, { refundId: id, userId, now: later(31) })),
  )
  expect(approvals.map((answer) => (answer.ok ? answer.value.status : answer.refusal.code)).sort()).toEqual(['already_decided', 'approved'])
  expect(await balanceOf(db, `2030:${id}`)).toBe(-large)
  expect((await db.reader.select().from(auditEntries)).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['refund_proposed', 'refund_approved']),
  )
  await soundBooks(db)
})

test('what is declined is left again, and cannot be approved any more', async () => {
  const { db, orderId, hill, id } = await openLarge()
  expect(await declineRefund(db, { refundId: id, userId: 'user_two', now: later(31) })).toMatchObject({ ok: true })
  expect(await declineRefund(db, { refundId: id, userId: 'user_two', now: later(31) })).toMatchObject({
    refusal: { code: 'already_decided' },
  })
  expect(await approveRefund(db, { refundId: id, userId: 'user_two', now: later(31) })).toMatchObject({
    refusal: { code: 'already_decided' },
  })
  expect(await approveRefund(db, { refundId: 're_none', userId: 'user_two', now: later(31) })).toMatchObject({
    refusal: { code: 'unknown_refund' },
  })
  const whole = complaint(orderId, hill, 0, { requestKey: 'whole', lines: [{ lineId: hill, part: { by: 'rest' } }] })
  expect(await proposeRefund(db, whole)).toMatchObject({ ok: true })
})

test('as credit it is theirs at once', async () => {
  const { db, orderId, hill } = await openAccepted()
  const id = idOf(await proposeRefund(db, complaint(orderId, hill, 700, { asCredit: true })))
  expect(await refundOf(db, id)).toMatchObject({ status: 'credited', way: 'credit' })
  expect(await balanceOf(db, `2030:${id}`)).toBe(0)
  expect((await postedOf(db, `${id}:refund`)).at(-1)).toEqual([`2030:${id}`, `2020:${(await orderOf(db, orderId)).customerId}`, 700])
  expect(await eventsOf(db, orderId, ['refund_sent', 'credited'])).toEqual(['credited'])
  await soundBooks(db)
})
