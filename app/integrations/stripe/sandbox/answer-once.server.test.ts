import { expect, test } from 'vitest'
import { basket, openTestShop, promiseLater } from './fixtures/open-test-shop.server.ts'

test('the same request under the same key is carried out once and answered alike', async () => {
  const shop = await openTestShop()
  const first = await shop.stripe.checkout.sessions.create(basket(), { idempotencyKey: 'order-1' })
  const again = await shop.stripe.checkout.sessions.create(basket(), { idempotencyKey: 'order-1' })
  expect(again).toEqual(first)
  expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined()
  expect(again.lastResponse.headers).toMatchObject({ 'idempotent-replayed': 'true', 'original-request': first.lastResponse.requestId })
  expect((await shop.stripe.checkout.sessions.list()).data).toHaveLength(1)
})

test('another request under the same key is refused', async () => {
  const shop = await openTestShop()
  await shop.stripe.checkout.sessions.create(basket(), { idempotencyKey: 'order-1' })
  const other = shop.stripe.checkout.sessions.create(basket({ client_reference_id: 'ord_2' }), { idempotencyKey: 'order-1' })
  await expect(other).rejects.toMatchObject({ statusCode: 400, type: 'StripeIdempotencyError' })
  expect((await shop.stripe.checkout.sessions.list()).data).toHaveLength(1)
})

test('a refused request leaves its key free to be tried again', async () => {
  const shop = await openTestShop()
  const refused = shop.stripe.checkout.sessions.create(basket({ line_items: [] }), { idempotencyKey: 'order-1' })
  await expect(refused).rejects.toMatchObject({ statusCode: 400 })
  expect((await shop.stripe.checkout.sessions.create(basket(), { idempotencyKey: 'order-1' })).status).toBe('open')
})

test('while the first answer is still held back its key is in use', async () => {
  const committed = promiseLater<void>()
  const released = promiseLater<void>()
  const wait = () => {
    committed.keep()
    return released.promise
  }
  const shop = await openTestShop({ wait })
  shop.sandbox.setFaults({ answerDelayMs: 60_000 })
  const first = shop.stripe.checkout.sessions.create(basket(), { idempotencyKey: 'order-1' })
  await committed.promise
  const second = shop.stripe.checkout.sessions.create(basket(), { idempotencyKey: 'order-1' })
  await expect(second).rejects.toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' })
  released.keep()
  expect((await first).status).toBe('open')
})

test('a key is forgotten after a day', async () => {
  const shop = await openTestShop()
  const first = await shop.stripe.checkout.sessions.create(basket(), { idempotencyKey: 'order-1' })
  shop.passMinutes(24 * 60)
  const later = await shop.stripe.checkout.sessions.create(basket(), { idempotencyKey: 'order-1' })
  expect(later.id).not.toBe(first.id)
})
