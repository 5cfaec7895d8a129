import { expect, test } from 'vitest'
import { basket, openTestShop, postForm } from './fixtures/open-test-shop.server.ts'

async function openWithDispute() {
  const shop = await openTestShop()
  await shop.press(await shop.stripe.checkout.sessions.create(basket()), 'dispute')
  await shop.sandbox.idle()
  const [dispute] = (await shop.stripe.disputes.list()).data
  if (!dispute) throw new Error('nothing was disputed')
  return { ...shop, dispute }
}
type Shop = Awaited<ReturnType<typeof openTestShop>>
const balanceOf = async ({ stripe }: Shop) => {
  const { available, pending } = await stripe.balance.retrieve()
  return (available[0]?.amount ?? 0) + (pending[0]?.amount ?? 0)
}

test('the magic card pays and is disputed at once: the money and a fee are taken back', async () => {
  const shop = await openWithDispute()
  expect(shop.dispute).toMatchObject({ status: 'needs_response', amount: 5_850, reason: 'fraudulent', is_charge_refundable: false })
  expect(shop.dispute.balance_transactions).toMatchObject([{ amount: -5_850, fee: 150, net: -6_000, reporting_category: 'dispute' }])
  expect(shop.receivedTypes()).toEqual(expect.arrayContaining(['charge.dispute.created', 'charge.dispute.funds_withdrawn']))
  expect(await shop.stripe.charges.retrieve(String(shop.dispute.charge))).toMatchObject({ disputed: true })
  expect(await balanceOf(shop)).toBe(5_850 - 399 - 6_000)
})

test('evidence is kept, counted and handed in; the bank then decides on the control page', async () => {
  const shop = await openWithDispute()
  const { id } = shop.dispute
  const kept = await shop.stripe.disputes.update(id, { evidence: { shipping_carrier: '顺丰' }, submit: false })
  expect(kept).toMatchObject({ status: 'needs_response', evidence_details: { has_evidence: true, submission_count: 0 } })
  const sent = await shop.stripe.disputes.update(id, { evidence: { uncategorized_text: '签收照片' } })
  expect(sent).toMatchObject({ status: 'under_review', evidence: { shipping_carrier: '顺丰', uncategorized_text: '签收照片' } })
  await postForm(`${shop.origin}/sandbox/disputes/${id}`, { outcome: 'won' })
  await shop.sandbox.idle()
  const won = await shop.stripe.disputes.retrieve(id)
  expect(won).toMatchObject({ status: 'won', is_charge_refundable: true })
  expect(won.balance_transactions.map(({ net }) => net)).toEqual([-6_000, 5_850])
  expect(await balanceOf(shop)).toBe(5_850 - 399 - 150)
  expect(shop.receivedTypes()).toEqual(expect.arrayContaining(['charge.dispute.closed', 'charge.dispute.funds_reinstated']))
  await expect(shop.stripe.disputes.update(id, { evidence: { uncategorized_text: 'late' } })).rejects.toMatchObject({ statusCode: 400 })
  await postForm(`${shop.origin}/sandbox/disputes/${id}`, { outcome: 'lost' })
  expect((await shop.stripe.disputes.retrieve(id)).status).toBe('won')
})

test("Stripe's own test words decide at once", async () => {
  const winning = await openWithDispute()
  const won = await winning.stripe.disputes.update(winning.dispute.id, { evidence: { uncategorized_text: 'winning_evidence' } })
  expect(won.status).toBe('won')
  const losing = await openWithDispute()
  const lost = await losing.stripe.disputes.update(losing.dispute.id, { evidence: { uncategorized_text: 'losing_evidence' } })
  expect(lost.status).toBe('lost')
})

test('a dispute we give in to is lost, and the money stays gone', async () => {
  const shop = await openWithDispute()
  expect((await shop.stripe.disputes.close(shop.dispute.id)).status).toBe('lost')
  await expect(shop.stripe.disputes.close(shop.dispute.id)).rejects.toMatchObject({ statusCode: 400 })
  expect(await balanceOf(shop)).toBe(5_850 - 399 - 6_000)
})

test('what the bank took back cannot be refunded too', async () => {
  const shop = await openWithDispute()
  const charge = String(shop.dispute.charge)
  await expect(shop.stripe.refunds.create({ charge })).rejects.toMatchObject({ code: 'charge_disputed' })
  await shop.stripe.disputes.update(shop.dispute.id, { evidence: { uncategorized_text: 'winning_evidence' } })
  expect((await shop.stripe.refunds.create({ charge })).status).toBe('succeeded')
})

test('a payment is disputed from the control page, once, and only one by card', async () => {
  const shop = await openTestShop()
  for (const method of ['card', 'alipay']) await shop.press(await shop.stripe.checkout.sessions.create(basket()), 'succeed', method)
  const control = await (await fetch(`${shop.origin}/sandbox`)).text()
  const offered = [...control.matchAll(/action="([^"]+\/dispute[^"]*)"/g)]
  expect(offered).toHaveLength(1)
  for (const { payment_intent } of (await shop.stripe.charges.list()).data) {
    for (let twice = 0; twice < 2; twice++) await postForm(`${shop.origin}/sandbox/payments/${payment_intent}/dispute`, {})
  }
  expect((await shop.stripe.disputes.list()).data).toHaveLength(1)
  const session = await shop.stripe.checkout.sessions.create(basket())
  expect((await shop.press(session, 'dispute', 'wechat_pay')).status).toBe(400)
})
