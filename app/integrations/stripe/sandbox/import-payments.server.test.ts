import { expect, test } from 'vitest'
import { openTestShop } from './fixtures/open-test-shop.server.ts'
import type { ImportedPayment } from './payments/import-payment.server.ts'

const paidAt = new Date('2020-10-01T02:00:00Z')
const payment: ImportedPayment = {
  paymentIntentId: 'pi_demo_1',
  chargeId: 'ch_demo_1',
  method: 'card',
  amountFen: 10_000,
  feeFen: 540,
  transferGroup: 'ord_1',
  metadata: { payment: 'pay_1' },
  paidAt,
  availableAt: new Date('2020-10-03T02:00:00Z'),
  refunds: [{ id: 're_demo_1', amountFen: 2_500, metadata: { refund: 're_1' } }],
  dispute: null,
}
const disputed: ImportedPayment = {
  ...payment,
  paymentIntentId: 'pi_demo_2',
  chargeId: 'ch_demo_2',
  refunds: [],
  dispute: { id: 'dp_demo_2', amountFen: 10_000, reason: 'fraudulent' },
}

test('a payment from before can be looked up, and what is left of it refunded, no more', async () => {
  const { sandbox, stripe } = await openTestShop()
  expect(sandbox.importPayments([payment])).toBe(1)
  expect(sandbox.importPayments([payment])).toBe(0)
  const intent = await stripe.paymentIntents.retrieve('pi_demo_1', { expand: ['latest_charge.balance_transaction'] })
  expect(intent).toMatchObject({ status: 'succeeded', latest_charge: { id: 'ch_demo_1', balance_transaction: { fee: 540 } } })
  expect((await stripe.refunds.list({ payment_intent: 'pi_demo_1' })).data).toMatchObject([{ id: 're_demo_1', status: 'succeeded' }])
  expect((await stripe.balance.retrieve()).available).toMatchObject([{ amount: 10_000 - 540 - 2_500 }])
  await expect(stripe.refunds.create({ payment_intent: 'pi_demo_1', amount: 7_501 })).rejects.toMatchObject({ statusCode: 400 })
  expect(await stripe.refunds.create({ payment_intent: 'pi_demo_1', amount: 7_500 })).toMatchObject({ status: 'succeeded' })
})

test('a dispute from before stands, and nobody is told of what is imported', async () => {
  const shop = await openTestShop()
  shop.sandbox.importPayments([disputed])
  expect(await shop.stripe.disputes.retrieve('dp_demo_2')).toMatchObject({ status: 'needs_response', charge: 'ch_demo_2' })
  await expect(shop.stripe.refunds.create({ payment_intent: 'pi_demo_2' })).rejects.toMatchObject({ code: 'charge_disputed' })
  await shop.sandbox.idle()
  expect(shop.receivedTypes()).toEqual([])
  expect((await shop.stripe.events.list()).data).toEqual([])
})
