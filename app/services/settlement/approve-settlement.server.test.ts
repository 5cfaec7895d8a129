import { asc, eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import type { Database } from '#db/client.server.ts'
import { findOwed } from '#db/queries/settlement/party-statement.server.ts'
import { findLines, settlementId } from '#db/queries/settlement/settlements.server.ts'
import { disputes, orders, payments, payouts, postings, transfers } from '#db/schema/index.ts'
import { fillBasket, guestOrder, openMarket } from '#tests/support/open-market.ts'
import { bankAccount, duringWeek, enter, monday, openSettlement, week } from '#tests/support/open-settlement.ts'
import { placeOrder } from '../ordering/place-order.server.ts'
import { approveSettlement } from './approve-settlement.server.ts'
import { draftSettlement } from './draft-settlement.server.ts'
import { reviewSettlement } from './review-settlement.server.ts'

const id = settlementId(week)
const draft = (db: Database, period = week, userId = 'ana', now = monday) => draftSettlement(db, { period, userId, now })
const review = (db: Database, userId = 'ana') => reviewSettlement(db, { settlementId: id, userId, now: monday })
const approve = (db: Database, userId = 'ben', now = monday) => approveSettlement(db, { settlementId: id, userId, now })

async function settleWeek(db: Database) {
  await draft(db)
  await review(db)
  return await approve(db)
}

async function posted(db: Database, events: string[]) {
  const rows = await db.reader
    .select({ key: postings.key, event: postings.event, debit: transfers.debit, credit: transfers.credit, amountFen: transfers.amountFen })
    .from(transfers)
    .innerJoin(postings, eq(postings.key, transfers.postingKey))
    .where(inArray(postings.event, events))
    .orderBy(asc(transfers.id))
  return rows
}

/** A payout's id is drawn; its place in the books is what matters. */
const plain = (account: string) => (account.startsWith('2130:') ? '2130' : account)

test('the worked example settles and pays out to the fen', async () => {
  const db = await openSettlement()
  expect(await settleWeek(db)).toEqual({ ok: true, value: { payouts: 4, withoutAccount: 0 } })
  const settled = await posted(db, ['settlement'])
  expect(settled.map(({ key, debit, credit, amountFen }) => [key, debit, credit, amountFen])).toEqual([
    ['settle:2026-W46', '2110:A', '2120:A', 8108],
    ['settle:2026-W46', '2110:B', '2120:B', 9773],
    ['settle:2026-W46', '2110:C', '2120:C', 3521],
    ['settle:2026-W46', '2210:C', '2120:C', 1106],
  ])
  const paid = await posted(db, ['payout'])
  expect(paid.map(({ debit, credit, amountFen }) => [debit, plain(credit), amountFen])).toEqual([
    ['2120:A', '2130', 8108],
    ['2120:B', '2130', 9773],
    ['2120:C', '2130', 4627],
    ['2310:L1', '2820', 29],
    ['2310:L1', '2130', 970],
  ])
  expect((await verifyLedger(db.reader)).differences.filter(({ check }) => check !== 'escrow_left' && check !== 'received')).toEqual([])
})

test('every line is read from the books: sold for, fees, commission, and what is left', async () => {
  const db = await openSettlement()
  await draft(db)
  const lines = await findLines(db.reader, id)
  expect(lines.map(({ party }) => party.id)).toEqual(['A', 'B', 'C', 'L1'])
  expect(lines[0]).toMatchObject({ grossFen: 10_872, feesFen: 2764, freightFen: 0, commissionFen: 0, adjustmentsFen: 0, netFen: 8108 })
  expect(lines[2]).toMatchObject({ grossFen: 3852, feesFen: 331, commissionFen: 1106, adjustmentsFen: 0, netFen: 4627, payoutFen: 4627 })
  expect(lines[3]).toMatchObject({ commissionFen: 999, netFen: 999, taxFen: 29, payoutFen: 970 })
})

test('who drafts or reviews may not approve', async () => {
  const db = await openSettlement()
  await draft(db, week, 'ana')
  await review(db, 'ben')
  expect(await approve(db, 'ana')).toEqual({ ok: false, refusal: { code: 'same_person' } })
  expect(await approve(db, 'ben')).toEqual({ ok: false, refusal: { code: 'same_person' } })
  expect(await approve(db, 'cui')).toMatchObject({ ok: true })
})

test('what nobody has reviewed cannot be approved, and a draft is no posting', async () => {
  const db = await openSettlement()
  await draft(db)
  expect(await approve(db)).toEqual({ ok: false, refusal: { code: 'not_in_review' } })
  expect(await posted(db, ['settlement', 'payout'])).toEqual([])
})

test('two who approve at once pay once', async () => {
  const db = await openSettlement()
  await draft(db)
  await review(db)
  const answers = await Promise.all([approve(db, 'ben'), approve(db, 'cui'), approve(db, 'ben')])
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect(await db.reader.select().from(payouts)).toHaveLength(4)
  expect(await findOwed(db.reader, ['2120:A', '2120:B', '2120:C', '2310:L1'])).toEqual([0, 0, 0, 0])
})

test('two who draft at once make one draft, and drafting again reckons it anew', async () => {
  const db = await openSettlement()
  const both = await Promise.all([draft(db), draft(db, week, 'ben')])
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  expect(await findLines(db.reader, id)).toHaveLength(4)
  await enter(db, 'late', [['2110:A', '2030:re_9', 300]], { event: 'refund' })
  await draft(db)
  expect((await findLines(db.reader, id))[0]).toMatchObject({ adjustmentsFen: -300, netFen: 7808 })
})

test('books that moved after the draft are not approved unseen, and the parties are named', async () => {
  const db = await openSettlement()
  await draft(db)
  await review(db)
  await enter(db, 'late', [['2110:B', '2030:re_9', 300]], { event: 'refund' })
  expect(await approve(db)).toEqual({ ok: false, refusal: { code: 'books_moved', parties: ['B'] } })
  expect(await posted(db, ['settlement', 'payout'])).toEqual([])
})

test('an approved settlement never changes: it is neither drafted nor reviewed again', async () => {
  const db = await openSettlement()
  await settleWeek(db)
  const before = await findLines(db.reader, id)
  await enter(db, 'late', [['2120:A', '2010:O1', 500]], { event: 'refund', at: monday })
  expect(await draft(db)).toEqual({ ok: false, refusal: { code: 'already_approved' } })
  expect(await review(db)).toEqual({ ok: false, refusal: { code: 'already_approved' } })
  expect(await findLines(db.reader, id)).toEqual(before)
})

test('a week that is not over, and one before another that is drafted, cannot be settled', async () => {
  const db = await openSettlement()
  expect(await draft(db, week, 'ana', new Date('2026-11-15T15:59:59Z'))).toEqual({ ok: false, refusal: { code: 'period_not_over' } })
  expect(await draft(db, week, 'ana', new Date('2026-11-15T16:00:00Z'))).toMatchObject({ ok: true })
  expect(await draft(db, '2026-W45')).toEqual({ ok: false, refusal: { code: 'later_made', period: week } })
  expect(await draft(db, '2026-W47', 'ana', new Date('2026-11-23T02:00:00Z'))).toEqual({
    ok: false,
    refusal: { code: 'earlier_open', period: week },
  })
  expect(await draft(db, '2026-W99')).toEqual({ ok: false, refusal: { code: 'not_a_week' } })
})

test('the period ends at midnight in Shanghai: what is posted then waits for the next', async () => {
  const db = await openSettlement()
  await enter(db, 'pay', [['1020', '2010:O1', 18]], { event: 'payment_succeeded' })
  await enter(db, 'in', [['2010:O1', '2110:A', 11]], { at: new Date('2026-11-15T15:59:59.999Z') })
  await enter(db, 'out', [['2010:O1', '2110:A', 7]], { at: new Date('2026-11-15T16:00:00Z') })
  await settleWeek(db)
  expect(await findOwed(db.reader, ['2110:A', '2120:A'])).toEqual([7, 0])
})

test('a refund after the payout is brought forward and netted by the next settlement', async () => {
  const db = await openSettlement()
  await settleWeek(db)
  await enter(db, 're_2', [['2120:B', '2010:O1', 2660]], { event: 'refund', at: monday })
  await enter(db, 'pi_2', [['1020', '2010:O2', 4000]], { event: 'payment_succeeded', at: monday })
  await enter(db, 'O2:1:accepted', [['2010:O2', '2110:B', 4000]], { at: monday })
  const next = new Date('2026-11-23T02:00:00Z')
  await draft(db, '2026-W47', 'ana', next)
  const lines = await findLines(db.reader, settlementId('2026-W47'))
  expect(lines).toMatchObject([{ party: { id: 'B' }, netFen: 4000, broughtForwardFen: -2660, payoutFen: 1340 }])
})

test('payouts leave enough to cover open refunds, or are refused with what is missing', async () => {
  const db = await openSettlement()
  await enter(db, 'drain', [['3010', '1020', 20_000]], { event: 'capital' })
  await enter(db, 're_8', [['2020:U1', '2030:re_8', 3000]], { event: 'refund_retried' })
  await draft(db)
  await review(db)
  // available 26316, payouts 8108 + 9773 + 4627 + 970 = 23478, refunds 3000
  expect(await approve(db)).toEqual({ ok: false, refusal: { code: 'cover_short', shortFen: 162 } })
  await enter(db, 'more', [['1020', '3010', 162]], { event: 'capital' })
  expect(await approve(db)).toMatchObject({ ok: true })
})

test('a party without an account is settled and not paid', async () => {
  const db = await openSettlement()
  await enter(db, 'pay', [['1020', '2010:O9', 500]], { event: 'payment_succeeded' })
  await enter(db, 'O9:1:accepted', [['2010:O9', '2110:D', 500]])
  expect(await settleWeek(db)).toEqual({ ok: true, value: { payouts: 4, withoutAccount: 1 } })
  expect(await findOwed(db.reader, ['2110:D', '2120:D'])).toEqual([0, 500])
})

test('shares of an order in dispute are held back while it is open', async () => {
  const db = await openMarket()
  await fillBasket(db, 'bas_1', [['hill', 2]])
  const placed = await placeOrder(db, guestOrder('bas_1'))
  if (!placed.ok) throw new Error(placed.refusal.code)
  const [order] = await db.reader.select().from(orders)
  const [payment] = await db.reader.select().from(payments)
  const orderId = order!.id
  await enter(db, 'pi', [['1020', `2010:${orderId}`, 3000]], { event: 'payment_succeeded' })
  await enter(db, 'accepted', [[`2010:${orderId}`, '2110:hill', 1800]], { orderId })
  await enter(db, 'other', [[`2010:${orderId}`, '2110:hill', 700]])
  await bankAccount(db, { type: 'farm', id: 'hill' })
  const dispute = { id: 'dp_1', paymentId: payment!.id, orderId, amountFen: order!.totalFen, feeFen: order!.deliveryFen, reason: 'fraud' }
  await db.transact((tx) => tx.insert(disputes).values({ ...dispute, status: 'open', openedAt: duringWeek, closedAt: null }))
  await draft(db)
  expect(await findLines(db.reader, id)).toMatchObject([{ netFen: 2500, heldFen: 1800, payoutFen: 700 }])
  await review(db)
  await approve(db)
  expect(await findOwed(db.reader, ['2110:hill', '2120:hill'])).toEqual([0, 1800])
})
