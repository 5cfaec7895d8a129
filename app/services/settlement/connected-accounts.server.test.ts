import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { stripeTransfers } from '#app/integrations/payout/stripe-transfers.ts'
import { createSandbox } from '#app/integrations/stripe/sandbox/create-sandbox.server.ts'
import { stripeProcessor } from '#app/integrations/stripe/stripe-processor.server.ts'
import type { Database } from '#db/client.server.ts'
import { findOwed } from '#db/queries/settlement/party-statement.server.ts'
import { findPayoutAccount } from '#db/queries/settlement/payout-accounts.server.ts'
import { settlementId } from '#db/queries/settlement/settlements.server.ts'
import { payouts } from '#db/schema/index.ts'
import { enter, monday, openSettlement, week } from '#tests/support/open-settlement.ts'
import { approveSettlement } from './approve-settlement.server.ts'
import { chooseConnectedAccount } from './choose-connected-account.server.ts'
import { draftSettlement } from './draft-settlement.server.ts'
import { openOnboarding } from './open-onboarding.server.ts'
import { payAgain } from './pay-again.server.ts'
import { recoverDebt } from './recover-debt.server.ts'
import { reviewSettlement } from './review-settlement.server.ts'
import { sendDuePayouts } from './send-payouts.server.ts'
import { sendDueReversals } from './send-reversals.server.ts'

const farmB = { type: 'farm', id: 'B' } as const
const back = 'http://shop.test/farm/payout-account?connected'
const urls = { returnUrl: back, refreshUrl: back }
const days = 24 * 60 * 60_000

/** The sandbox over HTTP and the official SDK before it, as in the shop. */
async function openProcessor() {
  const app = express()
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const sandbox = createSandbox({ file: ':memory:', publicUrl: origin })
  app.use(sandbox.router)
  onTestFinished(async () => {
    await sandbox.close()
    server.closeAllConnections()
    server.close()
  })
  const processor = stripeProcessor({ secretKey: 'sk_test_x', webhookSecret: 'unused', sandbox: { host: '127.0.0.1', port } })
  const press = (url: string, form: Record<string, string>) =>
    fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
  /** Somebody pays, and two days later the money may be used. */
  const earn = async (amountFen: number) => {
    const request = { paymentId: `pay_${amountFen}`, orderId: 'O1', lines: [{ name: '菜', amountFen: fen(amountFen) }] }
    const way = { locale: 'zh-CN' as const, email: null, successUrl: back, cancelUrl: back, expiresAt: new Date(Date.now() + 3_600_000) }
    const { url } = await processor.openSession({ ...request, ...way })
    await press(url, { outcome: 'succeed', method: 'alipay' })
    sandbox.advanceClock(3 * days)
    await sandbox.idle()
  }
  return { processor, sandbox, press, earn, rails: { stripe: stripeTransfers(processor) } }
}
type Processor = Awaited<ReturnType<typeof openProcessor>>

async function setUp(db: Database, { processor, press }: Processor) {
  const opened = await openOnboarding(db.reader, processor, { party: farmB, urls })
  if (!opened.ok) throw new Error(opened.refusal.code)
  return await press(opened.value.url, { name: 'B 农场', number: '6222', agree: '1' })
}
const use = (db: Database, { processor }: Processor) =>
  chooseConnectedAccount(db, processor, { party: farmB, userId: 'user_B', now: monday })

/** The worked example's week, approved, with farm B paid into its account at the processor. */
async function openConnected() {
  const db = await openSettlement()
  const bank = await openProcessor()
  await setUp(db, bank)
  await use(db, bank)
  const id = settlementId(week)
  await draftSettlement(db, { period: week, userId: 'ana', now: monday })
  await reviewSettlement(db, { settlementId: id, userId: 'ana', now: monday })
  await approveSettlement(db, { settlementId: id, userId: 'ben', now: monday })
  return { db, ...bank }
}
const payoutOf = async (db: Database) =>
  (await db.reader.select().from(payouts).where(eq(payouts.partyId, 'B'))).sort((a, b) => b.attempt - a.attempt)[0]!

test('a farm sets its account up at the processor, comes back, and is paid there from then on', async () => {
  const db = await openSettlement()
  const bank = await openProcessor()
  expect(await use(db, bank)).toEqual({ ok: false, refusal: { code: 'not_ready' } })
  const done = await setUp(db, bank)
  expect([done.status, done.headers.get('location')]).toEqual([303, back])
  expect(await use(db, bank)).toEqual({ ok: true, value: { changed: true } })
  expect(await use(db, bank)).toEqual({ ok: true, value: { changed: false } })
  const known = await bank.processor.findAccount('farm:B')
  expect(await findPayoutAccount(db.reader, farmB)).toMatchObject({ rail: 'stripe', number: known?.accountId, holder: 'B 农场' })
})

test('who breaks off and begins again goes on with the same account, and cannot be paid into it before it is done', async () => {
  const db = await openSettlement()
  const bank = await openProcessor()
  const first = await openOnboarding(db.reader, bank.processor, { party: farmB, urls })
  const account = await bank.processor.findAccount('farm:B')
  const second = await openOnboarding(db.reader, bank.processor, { party: farmB, urls })
  expect(first.ok && second.ok && first.value.url !== second.value.url).toBe(true)
  expect(await bank.processor.findAccount('farm:B')).toEqual(account)
  expect(await use(db, bank)).toEqual({ ok: false, refusal: { code: 'not_ready' } })
  expect(await findPayoutAccount(db.reader, farmB)).toMatchObject({ rail: 'bank' })
})

test('a transfer arrives, and a part of it is taken back when the farm owes it', async () => {
  const { db, processor, rails, earn } = await openConnected()
  await earn(20_000)
  expect(await sendDuePayouts(db, rails, monday)).toEqual({ confirmed: 1, rejected: 0 })
  const { id: payoutId, amountFen } = await payoutOf(db)
  expect(await processor.findTransfer(payoutId)).toMatchObject({ amountFen, reversedFen: 0 })

  await enter(db, 're_2', [['2120:B', '2010:O1', 5_000]], { event: 'refund', at: monday })
  const debt = {
    requestKey: 'form-1',
    farmId: 'B',
    kind: 'reversal',
    amountFen: fen(5_000),
    reason: 'x',
    userId: 'ana',
    now: monday,
  } as const
  expect(await recoverDebt(db, debt)).toMatchObject({ ok: true })
  expect(await sendDueReversals(db, rails, monday)).toEqual({ recovered: 1, failed: 0 })
  expect(await processor.findTransfer(payoutId)).toMatchObject({ reversedFen: 5_000 })
  expect(await findOwed(db.reader, ['2120:B'])).toEqual([0])
})

test('what the processor has no funds for comes back and is owed again; a new attempt pays it when they are there', async () => {
  const { db, rails, earn } = await openConnected()
  expect(await sendDuePayouts(db, rails, monday)).toEqual({ confirmed: 0, rejected: 1 })
  expect((await payoutOf(db)).failure).toMatch(/insufficient/i)
  expect(await findOwed(db.reader, ['2120:B'])).toEqual([9_773])
  await earn(20_000)
  await payAgain(db, { settlementId: settlementId(week), party: farmB, userId: 'ana', now: monday })
  expect(await sendDuePayouts(db, rails, monday)).toEqual({ confirmed: 1, rejected: 0 })
})

test('a transfer whose answer was cut off, retries and all, is looked up and not sent again', { timeout: 60_000 }, async () => {
  const { db, processor, sandbox, rails, earn } = await openConnected()
  await earn(20_000)
  const before = await processor.balance()
  sandbox.setFaults({ callsToCut: 3 }) // the SDK asks three times
  expect(await sendDuePayouts(db, rails, monday)).toEqual({ confirmed: 0, rejected: 0 })
  expect(await payoutOf(db)).toMatchObject({ status: 'unknown' })
  sandbox.setFaults({ callsToCut: 0 })
  expect(await sendDuePayouts(db, rails, monday)).toEqual({ confirmed: 1, rejected: 0 })
  expect((await processor.balance()).availableFen).toBe(before.availableFen - 9_773)
})
