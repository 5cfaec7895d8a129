import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { PayoutOrder, TransferRail } from '#app/integrations/payout/payout-rail.ts'
import type { Database } from '#db/client.server.ts'
import { findCover } from '#db/queries/ordering/cover.server.ts'
import { findOwed } from '#db/queries/settlement/party-statement.server.ts'
import { settlementId } from '#db/queries/settlement/settlements.server.ts'
import { payouts, recoveries } from '#db/schema/index.ts'
import { connectedAccount, enter, monday, openSettlement, week } from '#tests/support/open-settlement.ts'
import { approveSettlement } from './approve-settlement.server.ts'
import { decideWriteOff } from './decide-write-off.server.ts'
import { draftSettlement } from './draft-settlement.server.ts'
import { payAgain } from './pay-again.server.ts'
import { type RecoverDebt, recoverDebt } from './recover-debt.server.ts'
import { reviewSettlement } from './review-settlement.server.ts'
import { sendDuePayouts } from './send-payouts.server.ts'
import { sendDueReversals } from './send-reversals.server.ts'

const id = settlementId(week)

/** A processor that does what it is told at most once a key; `trouble` goes wrong before or after it has been done. */
function fakeRail() {
  const sent = new Map<string, { transferId: string; amountFen: Fen; reversedFen: Fen }>()
  const taken = new Set<string>()
  const trouble: { before?: Error; after?: Error } = {}
  let asked = 0
  const done = async () => {
    if (trouble.after) throw trouble.after
  }
  const rail: TransferRail = {
    async send({ payoutId, amountFen }: PayoutOrder) {
      asked++
      if (trouble.before) throw trouble.before
      if (!sent.has(payoutId)) sent.set(payoutId, { transferId: `tr_${payoutId}`, amountFen, reversedFen: fen(0) })
      await done()
      return sent.get(payoutId)!
    },
    find: async (payoutId) => sent.get(payoutId) ?? null,
    async takeBack({ transferId, recoveryId, amountFen }) {
      asked++
      if (trouble.before) throw trouble.before
      const transfer = [...sent.values()].find((one) => one.transferId === transferId)!
      if (!taken.has(recoveryId)) transfer.reversedFen = fen(transfer.reversedFen + amountFen)
      taken.add(recoveryId)
      await done()
    },
  }
  return { rails: { stripe: rail }, sent, trouble, times: () => asked }
}

const lost = new IntegrationError('stripe', true)
const refused = new IntegrationError('stripe', false, { cause: new Error('No such destination') })

async function openPaying() {
  const db = await openSettlement()
  await connectedAccount(db, 'B')
  await draftSettlement(db, { period: week, userId: 'ana', now: monday })
  await reviewSettlement(db, { settlementId: id, userId: 'ana', now: monday })
  await approveSettlement(db, { settlementId: id, userId: 'ben', now: monday })
  return db
}

const payoutOf = async (db: Database, partyId: string) =>
  (await db.reader.select().from(payouts).where(eq(payouts.partyId, partyId))).sort((a, b) => b.attempt - a.attempt)[0]!
const again = (db: Database, partyId: string) =>
  payAgain(db, { settlementId: id, party: { type: 'farm', id: partyId }, userId: 'ana', now: monday })

test('a transfer that is made is confirmed, and its money leaves transit and the balance', async () => {
  const db = await openPaying()
  const { rails, sent } = fakeRail()
  expect(await sendDuePayouts(db, rails, monday)).toEqual({ confirmed: 1, rejected: 0 })
  const payout = await payoutOf(db, 'B')
  expect(payout).toMatchObject({ status: 'confirmed', amountFen: 9773, processorTransferId: `tr_${payout.id}` })
  expect(sent.get(payout.id)?.amountFen).toBe(9773)
  // available 46316 less 9773 to B; in transit stay A, C and the leader
  expect((await findCover(db.reader)).processor).toMatchObject({ availableFen: 36_543, inTransitFen: 13_705 })
  expect(await sendDuePayouts(db, rails, monday)).toEqual({ confirmed: 0, rejected: 0 })
})

test('after a lost answer the transfer is looked up, not sent again', async () => {
  const db = await openPaying()
  const { rails, trouble, times } = fakeRail()
  trouble.after = lost
  await sendDuePayouts(db, rails, monday)
  expect(await payoutOf(db, 'B')).toMatchObject({ status: 'unknown' })
  delete trouble.after
  expect(await sendDuePayouts(db, rails, monday)).toEqual({ confirmed: 1, rejected: 0 })
  expect(times()).toBe(1)
})

test('one that never reached the processor is sent again under its own key', async () => {
  const db = await openPaying()
  const { rails, trouble, sent } = fakeRail()
  trouble.before = lost
  await sendDuePayouts(db, rails, monday)
  expect(sent.size).toBe(0)
  delete trouble.before
  await Promise.all([sendDuePayouts(db, rails, monday), sendDuePayouts(db, rails, monday)])
  expect(await payoutOf(db, 'B')).toMatchObject({ status: 'confirmed' })
  expect(sent.size).toBe(1)
  expect((await findCover(db.reader)).processor).toMatchObject({ inTransitFen: 13_705 })
})

test('a refused transfer is owed again, and a new attempt pays it', async () => {
  const db = await openPaying()
  const { rails, trouble } = fakeRail()
  trouble.before = refused
  expect(await sendDuePayouts(db, rails, monday)).toEqual({ confirmed: 0, rejected: 1 })
  expect(await payoutOf(db, 'B')).toMatchObject({ status: 'rejected', failure: 'No such destination' })
  expect(await findOwed(db.reader, ['2120:B'])).toEqual([9773])
  delete trouble.before
  const both = await Promise.all([again(db, 'B'), again(db, 'B')])
  expect(both.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { attempt: 2 } }])
  expect(await sendDuePayouts(db, rails, monday)).toEqual({ confirmed: 1, rejected: 0 })
  expect(await findOwed(db.reader, ['2120:B'])).toEqual([0])
})

test('what came back and has been taken since is not paid again', async () => {
  const db = await openPaying()
  const { rails, trouble } = fakeRail()
  trouble.before = refused
  await sendDuePayouts(db, rails, monday)
  await enter(db, 're_2', [['2120:B', '2010:O1', 2660]], { event: 'refund', at: monday })
  expect(await again(db, 'B')).toEqual({ ok: false, refusal: { code: 'no_longer_owed' } })
})

const debt = (db: Database, change: Partial<RecoverDebt> = {}) =>
  recoverDebt(db, {
    requestKey: 'form-1',
    farmId: 'B',
    kind: 'reversal',
    amountFen: fen(5000),
    reason: 'complaint',
    userId: 'ana',
    now: monday,
    ...change,
  })

async function openOwing() {
  const db = await openPaying()
  const fake = fakeRail()
  await sendDuePayouts(db, fake.rails, monday)
  await enter(db, 're_2', [['2120:B', '2010:O1', 9773]], { event: 'refund', at: monday })
  return { db, ...fake }
}

test('a reversal takes back what the farm owes once, whatever becomes of its answer', async () => {
  const { db, rails, trouble, sent } = await openOwing()
  expect(await debt(db)).toEqual({ ok: true, value: { recovered: true } })
  expect(await debt(db)).toEqual({ ok: true, value: { recovered: false } })
  expect(await debt(db, { requestKey: 'form-2' })).toEqual({ ok: false, refusal: { code: 'under_way' } })
  trouble.after = lost
  expect(await sendDueReversals(db, rails, monday)).toEqual({ recovered: 0, failed: 0 })
  delete trouble.after
  expect(await sendDueReversals(db, rails, monday)).toEqual({ recovered: 1, failed: 0 })
  expect(await sendDueReversals(db, rails, monday)).toEqual({ recovered: 0, failed: 0 })
  expect([...sent.values()].map(({ reversedFen }) => reversedFen)).toEqual([5000])
  expect(await findOwed(db.reader, ['2120:B'])).toEqual([-4773])
})

test('a refused reversal takes nothing and may be asked for again', async () => {
  const { db, rails, trouble } = await openOwing()
  await debt(db)
  trouble.before = refused
  expect(await sendDueReversals(db, rails, monday)).toEqual({ recovered: 0, failed: 1 })
  expect(await payoutOf(db, 'B')).toMatchObject({ recoveredFen: 0 })
  expect(await findOwed(db.reader, ['2120:B'])).toEqual([-9773])
  delete trouble.before
  expect(await debt(db, { requestKey: 'form-2' })).toMatchObject({ ok: true })
})

test('no more is recovered than is owed, nor more taken back than was sent', async () => {
  const { db } = await openOwing()
  expect(await debt(db, { amountFen: fen(9774) })).toEqual({ ok: false, refusal: { code: 'owes_less', owedFen: 9773 } })
  await enter(db, 're_3', [['2120:B', '2010:O1', 500]], { event: 'refund', at: monday })
  expect(await debt(db, { amountFen: fen(9774) })).toEqual({ ok: false, refusal: { code: 'nothing_to_reverse' } })
})

test('what a farm pays in is posted at once, once', async () => {
  const { db } = await openOwing()
  const both = await Promise.all([debt(db, { kind: 'paid_in' }), debt(db, { kind: 'paid_in' })])
  expect(both.map((answer) => answer.ok && answer.value.recovered).sort()).toEqual([false, true])
  expect(await findOwed(db.reader, ['2120:B'])).toEqual([-4773])
})

test('a debt is written off by two persons', async () => {
  const { db } = await openOwing()
  await debt(db, { kind: 'write_off', amountFen: fen(9773) })
  const [proposed] = await db.reader.select().from(recoveries)
  const decide = (userId: string) => decideWriteOff(db, { recoveryId: proposed!.id, approve: true, userId, now: monday })
  expect(await decide('ana')).toEqual({ ok: false, refusal: { code: 'same_person' } })
  expect(await findOwed(db.reader, ['2120:B'])).toEqual([-9773])
  expect(await decide('ben')).toEqual({ ok: true, value: { writtenOff: true } })
  expect(await decide('ben')).toEqual({ ok: true, value: { writtenOff: false } })
  expect(await findOwed(db.reader, ['2120:B'])).toEqual([0])
})
