import { expect, test } from 'vitest'
import { basket, openTestShop } from './fixtures/open-test-shop.server.ts'

test('a session runs out after a day, and then refuses to be paid', async () => {
  const shop = await openTestShop()
  const session = await shop.stripe.checkout.sessions.create(basket())
  expect(session.expires_at).toBe(shop.nowS() + 86_400)
  shop.passMinutes(24 * 60)
  const answer = await shop.press(session, 'succeed')
  expect(answer.status).toBe(410)
  expect(await answer.text()).toContain('付款已超时')
  await shop.sandbox.idle()
  expect(shop.receivedTypes()).toEqual(['checkout.session.expired'])
  expect((await shop.stripe.charges.list()).data).toEqual([])
})

test('a session expires by itself at the minute it was given, and not before', async () => {
  const shop = await openTestShop()
  const { id } = await shop.stripe.checkout.sessions.create(basket({ expires_at: shop.nowS() + 1_800 }))
  shop.passMinutes(29)
  await shop.sandbox.idle()
  expect((await shop.stripe.checkout.sessions.retrieve(id)).status).toBe('open')
  shop.passMinutes(1)
  await shop.sandbox.idle()
  expect((await shop.stripe.checkout.sessions.retrieve(id)).status).toBe('expired')
  expect(shop.receivedTypes()).toEqual(['checkout.session.expired'])
})

test('a session may not be given less than half an hour or more than a day', async () => {
  const shop = await openTestShop()
  for (const seconds of [1_799, 86_401]) {
    const creation = shop.stripe.checkout.sessions.create(basket({ expires_at: shop.nowS() + seconds }))
    await expect(creation).rejects.toMatchObject({ statusCode: 400, param: 'expires_at' })
  }
})

test('the shop can expire an open session, which cancels its declined intent, but never a paid one', async () => {
  const shop = await openTestShop()
  const session = await shop.stripe.checkout.sessions.create(basket())
  await shop.press(session, 'decline')
  const expired = await shop.stripe.checkout.sessions.expire(session.id, { expand: ['payment_intent'] })
  expect(expired).toMatchObject({ status: 'expired', url: null, payment_intent: { status: 'canceled' } })
  await expect(shop.stripe.checkout.sessions.expire(session.id)).rejects.toMatchObject({ statusCode: 400 })

  const paid = await shop.stripe.checkout.sessions.create(basket())
  await shop.press(paid, 'succeed')
  await expect(shop.stripe.checkout.sessions.expire(paid.id)).rejects.toMatchObject({ statusCode: 400 })
  shop.passMinutes(48 * 60)
  expect((await shop.stripe.checkout.sessions.retrieve(paid.id)).status).toBe('complete')
})

test('the intent of a session is cancelled by expiring the session, not directly', async () => {
  const shop = await openTestShop()
  const session = await shop.stripe.checkout.sessions.create(basket())
  await shop.press(session, 'decline')
  const [intent] = (await shop.stripe.paymentIntents.list()).data
  await expect(shop.stripe.paymentIntents.cancel(intent?.id ?? '')).rejects.toMatchObject({
    statusCode: 400,
    code: 'payment_intent_unexpected_state',
  })
})
