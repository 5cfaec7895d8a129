import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import type { Database } from '#db/client.server.ts'
import { auditEntries, disputes, payments, periods, postings, refunds } from '#db/schema/index.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { openFleet, orderFor } from '#tests/support/open-fleet.ts'
import { postPlainly } from '#tests/support/post-plainly.ts'
import { closePeriod } from './close-period.server.ts'
import { post } from './post.server.ts'
import { readPeriods } from './read-periods.server.ts'

const userId = 'user_office_ledger'
const lastMoment = new Date('2026-10-31T15:59:59.999Z')
const midnight = new Date('2026-10-31T16:00:00Z')
const november = new Date('2026-11-03T02:00:00Z')
const december = new Date('2026-12-03T02:00:00Z')

const close = (db: Database, period: string, now: Date) => closePeriod(db, { period, userId, now })
const periodOf = async (db: Database, key: string) => (await db.reader.select().from(postings).where(eq(postings.key, key)))[0]?.period

test('a month is closed once, by somebody, and takes nothing more', async () => {
  const db = await openFresh()
  await postPlainly(db, 'capital:1', lastMoment, [['1030', '3010', 100]])
  expect(await close(db, '2026-10', november)).toEqual({ ok: true, value: { period: '2026-10' } })
  expect(await close(db, '2026-10', december)).toEqual({ ok: false, refusal: { code: 'already_closed', closedAt: november } })
  expect(await db.reader.select().from(periods).where(eq(periods.id, '2026-10'))).toEqual([
    { id: '2026-10', closedAt: november, closedBy: userId },
  ])
  expect(await db.reader.select().from(auditEntries)).toMatchObject([{ action: 'period_closed', subject: '2026-10', actorId: userId }])
  expect(await readPeriods(db.reader, november)).toEqual({
    periods: [
      { period: '2026-11', closedAt: null, closedBy: '' },
      { period: '2026-10', closedAt: november, closedBy: userId },
    ],
    next: { period: '2026-11', obstacles: [{ code: 'not_over', until: new Date('2026-11-30T17:00:00Z') }] },
  })
})

test('two who close a month at once close it once', async () => {
  const db = await openFresh()
  await postPlainly(db, 'capital:1', lastMoment, [['1030', '3010', 100]])
  const outcomes = await Promise.all([close(db, '2026-10', november), close(db, '2026-10', november)])
  expect(outcomes.map((outcome) => outcome.ok || outcome.refusal.code).sort()).toEqual(['already_closed', true])
  expect(await db.reader.select().from(auditEntries)).toHaveLength(1)
})

test('a posting belongs to the month it is posted in, to the millisecond at midnight in Shanghai', async () => {
  const db = await openFresh()
  await postPlainly(db, 'before', lastMoment, [['1030', '3010', 100]])
  await postPlainly(db, 'after', midnight, [['1030', '3010', 100]])
  expect(await periodOf(db, 'before')).toBe('2026-10')
  expect(await periodOf(db, 'after')).toBe('2026-11')
})

test('a fact learnt after its month was closed is posted now, with the time it is true from', async () => {
  const db = await openFresh()
  await postPlainly(db, 'capital:1', lastMoment, [['1030', '3010', 100]])
  await close(db, '2026-10', november)
  const late = { key: 'late', event: 'capital' as const, orderId: null, effectiveAt: lastMoment }
  await db.transact((tx) => post(tx, { ...late, transfers: [{ debit: '1030', credit: '3010', amountFen: fen(7) }] }, november))
  expect(await db.reader.select().from(postings).where(eq(postings.key, 'late'))).toMatchObject([
    { period: '2026-11', effectiveAt: lastMoment, postedAt: november },
  ])
})

test('the current month is never closed early, so that there is always one to post into', async () => {
  const db = await openFresh()
  await postPlainly(db, 'capital:1', november, [['1030', '3010', 100]])
  const until = new Date('2026-11-30T17:00:00Z')
  for (const now of [november, new Date(until.getTime() - 1)]) {
    expect(await close(db, '2026-11', now)).toEqual({ ok: false, refusal: { code: 'not_over', until } })
  }
  expect(await close(db, '2026-11', until)).toMatchObject({ ok: true })
  expect(await postPlainly(db, 'capital:2', until, [['1030', '3010', 100]])).toBe(true)
})

test('months before the books, and months after an open one, stay as they are', async () => {
  const db = await openFresh()
  await postPlainly(db, 'capital:1', lastMoment, [['1030', '3010', 100]])
  expect(await close(db, '2026-09', december)).toEqual({ ok: false, refusal: { code: 'before_the_books', booksBeginIn: '2026-10' } })
  expect(await close(db, '2026-11', december)).toEqual({ ok: false, refusal: { code: 'earlier_open', period: '2026-10' } })
})

test('money nobody can place keeps the month open until it is placed', async () => {
  const db = await openFresh()
  await postPlainly(db, 'whose?', lastMoment, [['1030', '9010', 4321]])
  expect(await close(db, '2026-10', november)).toEqual({ ok: false, refusal: { code: 'suspense_not_empty', balanceFen: -4321 } })
  await postPlainly(db, 'equity, it turns out', november, [['9010', '3010', 4321]])
  expect(await close(db, '2026-10', november)).toMatchObject({ ok: true })
})

async function openPaidOrder() {
  const db = await openFleet()
  const orderId = await orderFor(db, '8', [['hill', 2]])
  return { db, orderId }
}

test('what the processor holds is explained by the payments still with it, less their fees', async () => {
  const { db, orderId } = await openPaidOrder()
  const [{ id, amountFen } = { id: '', amountFen: fen(0) }] = await db.reader.select().from(payments).where(eq(payments.orderId, orderId))
  expect(await close(db, '2026-11', december)).toMatchObject({ ok: true })
  await db.transact((tx) =>
    tx
      .update(payments)
      .set({ feeFen: fen(9) })
      .where(eq(payments.id, id)),
  )
  const pending = { code: 'pending_differs', balanceFen: amountFen, explainedFen: amountFen - 9 }
  expect((await readPeriods(db.reader, new Date('2027-01-02T02:00:00Z'))).next).toEqual({ period: '2026-12', obstacles: [pending] })
  await postPlainly(db, 'fee', december, [['5010', '1010', 9]], 'processor_fee')
  expect(await close(db, '2026-12', new Date('2027-01-02T02:00:00Z'))).toMatchObject({ ok: true })
})

const refundOf = (orderId: string, status: 'approved' | 'unknown' | 'pending' | 'credited'): typeof refunds.$inferInsert => ({
  id: 're_1',
  orderId,
  requestKey: 'request',
  reason: 'quality',
  bearer: 'shared',
  status,
  cashFen: fen(300),
  deliveryFen: fen(0),
  couponFen: fen(0),
  goodsReturned: false,
  way: 'processor',
  note: '',
  requestedBy: 'system',
  requestedAt: november,
})

test.each([
  ['approved', true],
  ['pending', true],
  ['unknown', false],
  ['credited', false],
] as const)('a refund in transit that is %s explains its money: %s', async (status, explained) => {
  const { db, orderId } = await openPaidOrder()
  await db.transact((tx) => tx.insert(refunds).values(refundOf(orderId, status)))
  await postPlainly(db, 'refund', november, [[`2010:${orderId}`, '2030:re_1', 300]], 'refund')
  const refusal = { code: 'in_transit_unexplained', account: '2030:re_1', balanceFen: -300, explainedFen: 0 }
  expect(await close(db, '2026-11', december)).toEqual(explained ? { ok: true, value: { period: '2026-11' } } : { ok: false, refusal })
})

test('a refund of another amount than is in transit, a payout without a row and a dispute that is over are named', async () => {
  const { db, orderId } = await openPaidOrder()
  const [{ id: paymentId } = { id: '' }] = await db.reader.select().from(payments).where(eq(payments.orderId, orderId))
  await db.transact(async (tx) => {
    await tx.insert(refunds).values(refundOf(orderId, 'approved'))
    const dispute = { id: 'dp_1', paymentId, orderId, amountFen: fen(500), feeFen: fen(0), reason: 'fraudulent', openedAt: november }
    await tx.insert(disputes).values({ ...dispute, status: 'won', closedAt: november })
  })
  await postPlainly(db, 'refund', november, [[`2010:${orderId}`, '2030:re_1', 299]], 'refund')
  await postPlainly(db, 'payout', november, [['2120:hill', '2130:pay_out', 10]], 'payout')
  await postPlainly(db, 'dispute', november, [['1130:dp_1', '1020', 500]], 'dispute_opened')
  expect((await readPeriods(db.reader, december)).next?.obstacles).toEqual([
    { code: 'in_transit_unexplained', account: '1130:dp_1', balanceFen: 500, explainedFen: 0 },
    { code: 'in_transit_unexplained', account: '2030:re_1', balanceFen: -299, explainedFen: -300 },
    { code: 'in_transit_unexplained', account: '2130:pay_out', balanceFen: -10, explainedFen: 0 },
  ])
})
