import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { basket, openTestShop, postForm } from './fixtures/open-test-shop.server.ts'

const RETURN = 'http://shop.test/farm/payouts'
type Shop = Awaited<ReturnType<typeof openTestShop>>

async function openAccount(shop: Shop) {
  const account = await shop.stripe.accounts.create({ type: 'express', country: 'CN', business_profile: { name: '吾家农场' } })
  return { account, url: await linkTo(shop, account) }
}

async function linkTo({ stripe }: Shop, { id }: Stripe.Account) {
  const link = await stripe.accountLinks.create({
    account: id,
    type: 'account_onboarding',
    return_url: RETURN,
    refresh_url: `${RETURN}?again`,
  })
  return link.url
}

const told = { name: '吾家农场', number: '6222', agree: '1' }

/** A shop whose farm can be paid, with 50.00 that may be used. */
async function openWithFunds() {
  const shop = await openTestShop()
  const { account, url } = await openAccount(shop)
  await postForm(url, told)
  await shop.press(await shop.stripe.checkout.sessions.create(basket()), 'succeed')
  shop.passMinutes(2 * 24 * 60)
  await shop.sandbox.idle()
  shop.received.length = 0
  return { ...shop, account }
}
const availableOf = async ({ stripe }: Shop) => (await stripe.balance.retrieve()).available[0]?.amount

test('a farm sets its account up on the hosted page and comes back; before that nothing can be sent to it', async () => {
  const shop = await openTestShop()
  const { account, url } = await openAccount(shop)
  expect(account).toMatchObject({ details_submitted: false, payouts_enabled: false, capabilities: { transfers: 'inactive' } })
  const early = shop.stripe.transfers.create({ amount: 1, currency: 'cny', destination: account.id })
  await expect(early).rejects.toMatchObject({ code: 'insufficient_capabilities_for_transfer' })

  const page = await (await fetch(url)).text()
  for (const words of ['开通收款账户', '吾家农场', account.id, '以后再说']) expect(page).toContain(words)
  expect((await postForm(url, { ...told, agree: '' })).status).toBe(400)
  const done = await postForm(url, told)
  expect([done.status, done.headers.get('location')]).toEqual([303, RETURN])
  const ready = await shop.stripe.accounts.retrieve(account.id)
  expect(ready).toMatchObject({ details_submitted: true, payouts_enabled: true, capabilities: { transfers: 'active' } })
  expect(ready.requirements?.currently_due).toEqual([])
  await shop.sandbox.idle()
  expect(shop.receivedTypes()).toEqual(['account.updated'])
})

test('a link works once and for five minutes; after that it leads to where a new one is made', async () => {
  const shop = await openTestShop()
  const { account, url } = await openAccount(shop)
  await postForm(url, told)
  const follow = (link: string) => fetch(link, { redirect: 'manual' })
  expect((await follow(url)).headers.get('location')).toBe(`${RETURN}?again`)
  const late = await linkTo(shop, account)
  shop.passMinutes(5)
  expect((await follow(late)).headers.get('location')).toBe(`${RETURN}?again`)
  expect((await follow(`${shop.origin}/sandbox/onboarding/none`)).status).toBe(404)
})

test('what may be used is sent on to a farm, found again by its group, and taken back in part', async () => {
  const shop = await openWithFunds()
  const before = (await availableOf(shop)) ?? 0
  const sent = await shop.stripe.transfers.create({
    amount: 3_000,
    currency: 'cny',
    destination: shop.account.id,
    transfer_group: 'payout_1',
  })
  expect(await availableOf(shop)).toBe(before - 3_000)
  expect((await shop.stripe.transfers.list({ transfer_group: 'payout_1' })).data.map(({ id }) => id)).toEqual([sent.id])
  expect((await shop.stripe.transfers.list({ destination: 'acct_other' })).data).toEqual([])

  const back = await shop.stripe.transfers.createReversal(sent.id, { amount: 1_000 })
  expect(await shop.stripe.transfers.retrieve(sent.id)).toMatchObject({ amount_reversed: 1_000, reversed: false })
  expect(await shop.stripe.transfers.retrieveReversal(sent.id, back.id)).toEqual(
    expect.objectContaining({ amount: 1_000, transfer: sent.id }),
  )
  const tooMuch = shop.stripe.transfers.createReversal(sent.id, { amount: 2_001 })
  await expect(tooMuch).rejects.toMatchObject({ statusCode: 400, param: 'amount' })
  await shop.stripe.transfers.createReversal(sent.id)
  const whole = await shop.stripe.transfers.retrieve(sent.id)
  expect([whole.reversed, whole.reversals.data.map(({ amount }) => amount)]).toEqual([true, [2_000, 1_000]])
  expect((await shop.stripe.transfers.listReversals(sent.id, { limit: 1 })).has_more).toBe(true)
  expect(await availableOf(shop)).toBe(before)
  await shop.sandbox.idle()
  expect(shop.receivedTypes().sort()).toEqual(['transfer.created', 'transfer.reversed', 'transfer.reversed'])
})

test('more than may be used is not sent, except of a charge that is named as the source', async () => {
  const shop = await openWithFunds()
  const transfer = { amount: 5_452, currency: 'cny', destination: shop.account.id }
  await expect(shop.stripe.transfers.create(transfer)).rejects.toMatchObject({ code: 'balance_insufficient', statusCode: 400 })
  await shop.press(await shop.stripe.checkout.sessions.create(basket()), 'succeed')
  const [charge] = (await shop.stripe.charges.list({ limit: 1 })).data
  const sent = await shop.stripe.transfers.create({ ...transfer, source_transaction: charge?.id ?? '' })
  expect(sent).toMatchObject({ source_transaction: charge?.id, transfer_group: 'ord_1' })
  expect(await availableOf(shop)).toBe(5_451)
})

test('the same transfer under the same key is sent once, also when its answer was cut off', async () => {
  const shop = await openWithFunds()
  const transfer = { amount: 100, currency: 'cny', destination: shop.account.id, transfer_group: 'payout_1' }
  shop.sandbox.setFaults({ callsToCut: 1 })
  await shop.stripe.transfers.create(transfer, { idempotencyKey: 'payout_1' }).catch(() => {})
  const again = await shop.stripe.transfers.create(transfer, { idempotencyKey: 'payout_1' })
  expect((await shop.stripe.transfers.list({ transfer_group: 'payout_1' })).data).toEqual([expect.objectContaining({ id: again.id })])
})

test('our own money goes to our bank and arrives, is called back, or is sent back', async () => {
  const shop = await openWithFunds()
  const arrives = await shop.stripe.payouts.create({ amount: 1_000, currency: 'cny' })
  const called = await shop.stripe.payouts.create({ amount: 1_000, currency: 'cny' })
  shop.sandbox.setFaults({ payoutsToFail: 1 })
  const fails = await shop.stripe.payouts.create({ amount: 1_000, currency: 'cny' })
  expect(await availableOf(shop)).toBe(2_451)
  await expect(shop.stripe.payouts.create({ amount: 2_452, currency: 'cny' })).rejects.toMatchObject({ code: 'balance_insufficient' })
  expect((await shop.stripe.payouts.cancel(called.id)).status).toBe('canceled')
  shop.passMinutes(2 * 24 * 60)
  await shop.sandbox.idle()
  expect((await shop.stripe.payouts.retrieve(arrives.id)).status).toBe('paid')
  expect(await shop.stripe.payouts.retrieve(fails.id)).toMatchObject({ status: 'failed', failure_code: 'account_closed' })
  await expect(shop.stripe.payouts.cancel(arrives.id)).rejects.toMatchObject({ statusCode: 400 })
  expect((await shop.stripe.payouts.list({ status: 'paid' })).data).toHaveLength(1)
  expect(await availableOf(shop)).toBe(4_451)
})

test('the control page refuses moves for want of funds, fails refunds at once and disputes payments', async () => {
  const shop = await openWithFunds()
  const form = { action: 'save', movesToRefuse: '2', refundsToFailAtOnce: '1', paymentsToDispute: '1' }
  await postForm(`${shop.origin}/sandbox/faults`, form)
  const [charge] = (await shop.stripe.charges.list()).data
  const refund = () => shop.stripe.refunds.create({ charge: charge?.id ?? '', amount: 100 })
  await expect(refund()).rejects.toMatchObject({ code: 'balance_insufficient' })
  const transfer = { amount: 1, currency: 'cny', destination: shop.account.id }
  await expect(shop.stripe.transfers.create(transfer)).rejects.toMatchObject({ code: 'balance_insufficient' })
  expect(await refund()).toMatchObject({ status: 'failed', failure_reason: 'declined' })
  expect((await refund()).status).toBe('succeeded')
  await shop.press(await shop.stripe.checkout.sessions.create(basket()), 'succeed')
  expect((await shop.stripe.disputes.list()).data).toHaveLength(1)
})

test('parameters nobody knows are refused, and what is not there is not found', async () => {
  const { stripe } = await openTestShop()
  const unknown = stripe.rawRequest('POST', '/v1/transfers', { amount: 1, currency: 'cny', destination: 'acct_1', colour: 'red' })
  await expect(unknown).rejects.toMatchObject({ param: 'colour' })
  await expect(stripe.transfers.create({ amount: 1, currency: 'cny', destination: 'acct_1' })).rejects.toMatchObject({
    code: 'resource_missing',
    param: 'destination',
  })
  for (const missing of [
    stripe.transfers.retrieve('tr_none'),
    stripe.disputes.retrieve('dp_none'),
    stripe.payouts.retrieve('po_none'),
    stripe.accounts.retrieve('acct_none'),
  ]) {
    await expect(missing).rejects.toMatchObject({ statusCode: 404, code: 'resource_missing' })
  }
})
