import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { basket, openTestShop } from './fixtures/open-test-shop.server.ts'

test('a key that is absent, live or not ours opens nothing', async () => {
  const shop = await openTestShop({ apiKey: 'sk_test_ours' })
  const { port } = new URL(shop.origin)
  for (const key of ['sk_live_real', 'sk_test_theirs']) {
    const stranger = new Stripe(key, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 })
    await expect(stranger.balance.retrieve()).rejects.toMatchObject({ statusCode: 401, type: 'StripeAuthenticationError' })
  }
  expect((await fetch(`${shop.origin}/v1/balance`)).status).toBe(401)
  const ours = new Stripe('sk_test_ours', { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 })
  expect((await ours.balance.retrieve()).object).toBe('balance')
})

test('every answer carries its request id and the version asked for', async () => {
  const shop = await openTestShop()
  const { lastResponse } = await shop.stripe.balance.retrieve()
  expect(lastResponse.requestId).toMatch(/^req_/)
  expect(lastResponse.apiVersion).toBe(Stripe.API_VERSION)
})

test('what does not exist is not found, by path or by parameter', async () => {
  const shop = await openTestShop()
  const { stripe } = shop
  const missing = { code: 'resource_missing', type: 'StripeInvalidRequestError' }
  await expect(stripe.checkout.sessions.retrieve('cs_test_none')).rejects.toMatchObject({ ...missing, statusCode: 404 })
  await expect(stripe.paymentIntents.retrieve('pi_none')).rejects.toMatchObject({ ...missing, statusCode: 404 })
  await expect(stripe.charges.retrieve('ch_none')).rejects.toMatchObject({ ...missing, statusCode: 404 })
  await expect(stripe.refunds.retrieve('re_none')).rejects.toMatchObject({ ...missing, statusCode: 404 })
  await expect(stripe.events.retrieve('evt_none')).rejects.toMatchObject({ ...missing, statusCode: 404 })
  await expect(stripe.balanceTransactions.retrieve('txn_none')).rejects.toMatchObject({ ...missing, statusCode: 404 })
  await expect(stripe.refunds.create({ charge: 'ch_none' })).rejects.toMatchObject({ ...missing, statusCode: 400, param: 'charge' })
  await expect(stripe.charges.list({ starting_after: 'ch_none' })).rejects.toMatchObject({ ...missing, param: 'starting_after' })
  await expect(stripe.rawRequest('POST', '/v1/customers', {})).rejects.toMatchObject({ statusCode: 404 })
})

test.each([
  ['success_url', { success_url: undefined }],
  ['success_url', { success_url: 'javascript:alert(1)' }],
  ['cancel_url', { cancel_url: 'not a url' }],
  ['mode', { mode: 'subscription' }],
  ['line_items', { line_items: [] }],
  [
    'line_items[0][price_data][unit_amount]',
    { line_items: [{ quantity: 1, price_data: { currency: 'cny', product_data: { name: '米' } } }] },
  ],
  ['line_items[0][quantity]', { line_items: [{ price_data: { currency: 'cny', unit_amount: 5, product_data: { name: '米' } } }] }],
  [
    'line_items[0][price]',
    { line_items: [{ price: 'price_1', quantity: 1, price_data: { currency: 'cny', unit_amount: 5, product_data: { name: '米' } } }] },
  ],
  ['allowed_payment_method_types[0]', { allowed_payment_method_types: ['cashapp'] }],
  ['payment_method_types', { payment_method_types: ['card'] }],
  ['metadata[note]', { metadata: { note: 'x'.repeat(501) } }],
  ['allow_promotion_codes', { allow_promotion_codes: true }],
] as const)('a session is refused for its %s', async (param, change) => {
  const shop = await openTestShop()
  const creation = shop.stripe.checkout.sessions.create({ ...basket(), ...change } as Stripe.Checkout.SessionCreateParams)
  await expect(creation).rejects.toMatchObject({ statusCode: 400, type: 'StripeInvalidRequestError', param })
  expect((await shop.stripe.checkout.sessions.list()).data).toEqual([])
})

test('lists walk back in time page by page, and forward again', async () => {
  const shop = await openTestShop()
  const made: string[] = []
  for (let n = 0; n < 5; n++) {
    made.unshift((await shop.stripe.checkout.sessions.create(basket({ client_reference_id: `ord_${n}` }))).id)
    shop.passMinutes(1)
  }
  const ids = (page: Stripe.ApiList<{ id: string }>) => page.data.map(({ id }) => id)
  const first = await shop.stripe.checkout.sessions.list({ limit: 2 })
  expect([ids(first), first.has_more, first.url]).toEqual([made.slice(0, 2), true, '/v1/checkout/sessions'])
  const last = await shop.stripe.checkout.sessions.list({ limit: 3, starting_after: made[1] ?? '' })
  expect([ids(last), last.has_more]).toEqual([made.slice(2), false])
  const before = await shop.stripe.checkout.sessions.list({ limit: 2, ending_before: made[4] ?? '' })
  expect([ids(before), before.has_more]).toEqual([made.slice(2, 4), true])

  const everything: string[] = []
  for await (const { id } of shop.stripe.checkout.sessions.list({ limit: 2 })) everything.push(id)
  expect(everything).toEqual(made)
  const recent = await shop.stripe.checkout.sessions.list({ created: { gte: shop.nowS() - 120 } })
  expect(ids(recent)).toEqual(made.slice(0, 2))
  await expect(shop.stripe.checkout.sessions.list({ limit: 101 })).rejects.toMatchObject({ param: 'limit' })
})

test('lists are narrowed by what the shop looks for', async () => {
  const shop = await openTestShop()
  for (const group of ['ord_1', 'ord_2']) {
    await shop.press(await shop.stripe.checkout.sessions.create(basket({ payment_intent_data: { transfer_group: group } })), 'succeed')
  }
  await shop.stripe.checkout.sessions.create(basket())
  const [charge] = (await shop.stripe.charges.list({ transfer_group: 'ord_2' })).data
  expect(charge?.transfer_group).toBe('ord_2')
  const intent = String(charge?.payment_intent)
  expect((await shop.stripe.checkout.sessions.list({ payment_intent: intent })).data).toHaveLength(1)
  expect((await shop.stripe.checkout.sessions.list({ status: 'open' })).data).toHaveLength(1)
  expect((await shop.stripe.balanceTransactions.list({ source: charge?.id ?? '', type: 'charge' })).data).toHaveLength(1)
  expect((await shop.stripe.events.list({ type: 'charge.*' })).data).toHaveLength(4)
  expect((await shop.stripe.events.list({ types: ['checkout.session.completed', 'payment_intent.succeeded'] })).data).toHaveLength(4)
  expect((await shop.stripe.charges.list({ transfer_group: 'ord_3' })).data).toEqual([])
})

test('the lines of a session are listed in the order of the basket', async () => {
  const shop = await openTestShop()
  const { id } = await shop.stripe.checkout.sessions.create(basket())
  const first = await shop.stripe.checkout.sessions.listLineItems(id, { limit: 1 })
  expect([first.data[0]?.description, first.has_more]).toEqual(['贝贝南瓜 5 斤', true])
  const rest = await shop.stripe.checkout.sessions.listLineItems(id, { starting_after: first.data[0]?.id ?? '' })
  expect([rest.data.map(({ quantity }) => quantity), rest.has_more]).toEqual([[1], false])
})

test('only references can be expanded', async () => {
  const shop = await openTestShop()
  const { id } = await shop.stripe.checkout.sessions.create(basket())
  const attempt = shop.stripe.checkout.sessions.retrieve(id, { expand: ['currency'] })
  await expect(attempt).rejects.toMatchObject({ statusCode: 400, message: 'This property cannot be expanded (currency).' })
})
