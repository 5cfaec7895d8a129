import { expect, test } from 'vitest'
import { basket, openTestShop } from './fixtures/open-test-shop.server.ts'

async function openWithPayment(method = 'card') {
  const shop = await openTestShop({ refundSettlesAfterMs: 60_000 })
  const session = await shop.stripe.checkout.sessions.create(basket())
  await shop.press(session, 'succeed', method)
  const [charge] = (await shop.stripe.charges.list()).data
  if (!charge) throw new Error('nothing was charged')
  await shop.sandbox.idle()
  shop.received.length = 0
  return { ...shop, charge, intent: String(charge.payment_intent) }
}

test('part of a card payment is refunded at once; its bank reference follows', async () => {
  const { stripe, charge, intent, sandbox, passMinutes, receivedTypes } = await openWithPayment()
  const refund = await stripe.refunds.create({
    payment_intent: intent,
    amount: 850,
    reason: 'requested_by_customer',
    metadata: { line: 'ol_1' },
  })
  expect(refund).toMatchObject({ status: 'succeeded', amount: 850, charge: charge.id, metadata: { line: 'ol_1' } })
  expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ amount_refunded: 850, refunded: false })
  await sandbox.idle()
  expect(receivedTypes().sort()).toEqual(['charge.refunded', 'refund.created'])

  passMinutes(1)
  await sandbox.idle()
  expect(receivedTypes()).toContain('refund.updated')
  const later = await stripe.refunds.retrieve(refund.id)
  expect(later.destination_details?.card).toMatchObject({ reference_status: 'available', reference: expect.any(String) })
})

test('all that is left is refunded when no amount is named, and nothing after that', async () => {
  const { stripe, charge } = await openWithPayment()
  await stripe.refunds.create({ charge: charge.id, amount: 850 })
  expect((await stripe.refunds.create({ charge: charge.id })).amount).toBe(5_000)
  const refunded = await stripe.charges.retrieve(charge.id, { expand: ['refunds'] })
  expect(refunded).toMatchObject({ amount_refunded: 5_850, refunded: true })
  expect(refunded.refunds?.data).toHaveLength(2)
  await expect(stripe.refunds.create({ charge: charge.id })).rejects.toMatchObject({ code: 'charge_already_refunded' })
})

test('more than is left of a charge is never refunded', async () => {
  const { stripe, charge } = await openWithPayment()
  await stripe.refunds.create({ charge: charge.id, amount: 5_000 })
  await expect(stripe.refunds.create({ charge: charge.id, amount: 851 })).rejects.toMatchObject({ statusCode: 400, param: 'amount' })
  await expect(stripe.refunds.create({ charge: charge.id, amount: 0 })).rejects.toMatchObject({ statusCode: 400, param: 'amount' })
  expect((await stripe.charges.retrieve(charge.id)).amount_refunded).toBe(5_000)
})

test('a wallet refund is pending until the wallet confirms it', async () => {
  const { stripe, charge, sandbox, passMinutes } = await openWithPayment('wechat_pay')
  const refund = await stripe.refunds.create({ charge: charge.id, amount: 100 })
  expect(refund).toMatchObject({ status: 'pending', pending_reason: 'processing' })
  passMinutes(1)
  await sandbox.idle()
  expect((await stripe.refunds.retrieve(refund.id)).status).toBe('succeeded')
  expect((await stripe.refunds.list({ charge: charge.id })).data).toHaveLength(1)
})

test('a refund that fails comes back into our balance and may be tried again', async () => {
  const { stripe, charge, sandbox, passMinutes, receivedTypes } = await openWithPayment('alipay')
  const before = await stripe.balance.retrieve()
  sandbox.setFaults({ refundsToFail: 1 })
  const refund = await stripe.refunds.create({ charge: charge.id })
  expect(refund.status).toBe('pending')
  passMinutes(1)
  await sandbox.idle()
  expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'failed', failure_reason: 'declined' })
  expect(receivedTypes()).toEqual(expect.arrayContaining(['refund.failed', 'refund.updated']))
  expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ amount_refunded: 0, refunded: false })
  expect(await stripe.balance.retrieve()).toEqual(before)

  const again = await stripe.refunds.create({ charge: charge.id })
  passMinutes(1)
  expect((await stripe.refunds.retrieve(again.id)).status).toBe('succeeded')
})

test('the balance is payments less fees less refunds; a refund does not return the fee', async () => {
  const { stripe, charge } = await openWithPayment()
  await stripe.refunds.create({ charge: charge.id })
  const { available, pending } = await stripe.balance.retrieve()
  expect((available[0]?.amount ?? 0) + (pending[0]?.amount ?? 0)).toBe(-399)
})

test('what was never paid cannot be refunded', async () => {
  const shop = await openTestShop()
  const session = await shop.stripe.checkout.sessions.create(basket())
  await shop.press(session, 'decline')
  const [intent] = (await shop.stripe.paymentIntents.list()).data
  await expect(shop.stripe.refunds.create({ payment_intent: intent?.id ?? '' })).rejects.toMatchObject({ statusCode: 400 })
  await expect(shop.stripe.refunds.create({})).rejects.toMatchObject({ code: 'parameter_missing' })
})
