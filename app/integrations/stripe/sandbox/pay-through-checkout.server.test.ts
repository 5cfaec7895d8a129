import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { basket, openTestShop } from './fixtures/open-test-shop.server.ts'

test('a customer pays on the hosted page and is sent back, and the shop hears of it by signed webhooks', async () => {
  const shop = await openTestShop()
  const session = await shop.stripe.checkout.sessions.create(basket())
  expect(session).toMatchObject({ status: 'open', payment_status: 'unpaid', amount_total: 5_850, payment_intent: null })
  expect(session.url).toBe(`${shop.origin}/sandbox/checkout/${session.id}`)

  const answer = await shop.press(session, 'succeed')
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(`http://shop.test/orders/ord_1?session=${session.id}`)

  await shop.sandbox.idle()
  expect(shop.receivedTypes().sort()).toEqual([
    'charge.succeeded',
    'charge.updated',
    'checkout.session.completed',
    'payment_intent.succeeded',
  ])
  const paid = await shop.stripe.checkout.sessions.retrieve(session.id)
  expect(paid).toMatchObject({ status: 'complete', payment_status: 'paid', url: null, client_reference_id: 'ord_1' })
})

test('what was paid, the fee and when the money can be used are found by expanding the session', async () => {
  const shop = await openTestShop()
  const { id } = await shop.stripe.checkout.sessions.create(basket())
  await shop.press({ id } as Stripe.Checkout.Session, 'succeed')
  const session = await shop.stripe.checkout.sessions.retrieve(id, {
    expand: ['payment_intent.latest_charge.balance_transaction', 'line_items'],
  })

  expect(session.payment_intent).toMatchObject({
    status: 'succeeded',
    amount_received: 5_850,
    transfer_group: 'ord_1',
    metadata: { order: 'ord_1' },
    latest_charge: {
      paid: true,
      transfer_group: 'ord_1',
      payment_method_details: { type: 'card', card: { last4: '4242' } },
      balance_transaction: { amount: 5_850, fee: 399, net: 5_451, status: 'pending', available_on: shop.nowS() + 2 * 86_400 },
    },
  })
  expect(
    session.line_items?.data.map((line) => [line.description, line.amount_total, line.price?.unit_amount_decimal?.toString()]),
  ).toEqual([
    ['贝贝南瓜 5 斤', 3_800, '1900'],
    ['"开心"鸡蛋 <30 枚>', 2_050, '2050'],
  ])
})

test('Alipay and WeChat Pay leave their own traces and cost their own fee', async () => {
  const shop = await openTestShop()
  for (const method of ['alipay', 'wechat_pay'] as const) {
    const session = await shop.stripe.checkout.sessions.create(basket())
    await shop.press(session, 'succeed', method)
    const { payment_intent } = await shop.stripe.checkout.sessions.retrieve(session.id)
    const charges = await shop.stripe.charges.list({ payment_intent: String(payment_intent), expand: ['data.balance_transaction'] })
    expect(charges.data[0]?.payment_method_details).toMatchObject({ type: method, [method]: { transaction_id: expect.any(String) } })
    expect(charges.data[0]?.balance_transaction).toMatchObject({ type: 'payment', fee: 129 })
  }
})

test('money that is pending can be used once the clock has passed its day', async () => {
  const shop = await openTestShop()
  await shop.press(await shop.stripe.checkout.sessions.create(basket()), 'succeed')
  expect(await shop.stripe.balance.retrieve()).toMatchObject({ available: [{ amount: 0, currency: 'cny' }], pending: [{ amount: 5_451 }] })
  shop.sandbox.advanceClock(2 * 86_400_000)
  expect(await shop.stripe.balance.retrieve()).toMatchObject({ available: [{ amount: 5_451 }], pending: [{ amount: 0 }] })
  expect((await shop.stripe.balanceTransactions.list()).data[0]?.status).toBe('available')
})

test('a declined customer stays on the page, is told so, and may pay the same intent another way', async () => {
  const shop = await openTestShop()
  const session = await shop.stripe.checkout.sessions.create(basket())
  const declined = await shop.press(session, 'decline')
  expect(declined.status).toBe(303)
  const page = await (await fetch(new URL(declined.headers.get('location') ?? '', shop.origin))).text()
  expect(page).toContain('付款被拒，没有扣款')

  const after = await shop.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] })
  expect(after).toMatchObject({
    status: 'open',
    payment_intent: { status: 'requires_payment_method', last_payment_error: { code: 'card_declined' } },
  })
  await shop.press(session, 'succeed', 'alipay')
  const paid = await shop.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] })
  expect(paid).toMatchObject({ status: 'complete', payment_intent: { status: 'succeeded', last_payment_error: null } })
  expect((paid.payment_intent as Stripe.PaymentIntent).id).toBe((after.payment_intent as Stripe.PaymentIntent).id)
  await shop.sandbox.idle()
  expect(shop.receivedTypes()).toContain('payment_intent.payment_failed')
})

test('cancelling leads back to the shop and leaves the session open', async () => {
  const shop = await openTestShop()
  const session = await shop.stripe.checkout.sessions.create(basket())
  const answer = await shop.press(session, 'cancel')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, 'http://shop.test/cart'])
  expect((await shop.stripe.checkout.sessions.retrieve(session.id)).status).toBe('open')
})

test('a paid session is not charged again, however often the button is pressed', async () => {
  const shop = await openTestShop()
  const session = await shop.stripe.checkout.sessions.create(basket())
  const answers = await Promise.all([shop.press(session, 'succeed'), shop.press(session, 'succeed')])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  expect(await (await shop.press(session, 'succeed')).text()).toContain('这笔订单已经付款')
  expect((await shop.stripe.charges.list()).data).toHaveLength(1)
})

test('a method that was not offered is not taken', async () => {
  const shop = await openTestShop()
  const session = await shop.stripe.checkout.sessions.create(basket({ allowed_payment_method_types: ['alipay'] }))
  expect((await shop.press(session, 'succeed', 'card')).status).toBe(400)
  expect((await shop.stripe.checkout.sessions.retrieve(session.id)).status).toBe('open')
})
