import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { basket, openTestShop, promiseLater, WEBHOOK_SECRET } from './fixtures/open-test-shop.server.ts'

const ONLY_COMPLETED = { webhookEvents: ['checkout.session.completed'] }

async function payOnce(shop: Awaited<ReturnType<typeof openTestShop>>) {
  await shop.press(await shop.stripe.checkout.sessions.create(basket()), 'succeed')
  await shop.sandbox.idle()
}

test('a webhook is signed over its very bytes and cannot be altered or signed by another', async () => {
  const shop = await openTestShop(ONLY_COMPLETED)
  await payOnce(shop)
  const [sent] = shop.received
  if (!sent) throw new Error('nothing was sent')
  const verify = (body: string, secret: string) => () =>
    shop.stripe.webhooks.constructEvent(body, sent.signature, secret, 300, undefined, shop.nowS() * 1000)
  expect(verify(sent.body, WEBHOOK_SECRET)().id).toBe(sent.event.id)
  expect(verify(sent.body.replace('5850', '1'), WEBHOOK_SECRET)).toThrow('No signatures found')
  expect(verify(sent.body, 'whsec_other')).toThrow('No signatures found')
})

test('an event tells which API call caused it, and says whether it has been delivered', async () => {
  const shop = await openTestShop()
  shop.answerWebhooksWith(500)
  const { id } = await shop.stripe.checkout.sessions.create(basket())
  const { lastResponse } = await shop.stripe.checkout.sessions.expire(id, {}, { idempotencyKey: 'expire-1' })
  await shop.sandbox.idle()
  const [event] = (await shop.stripe.events.list({ delivery_success: false })).data
  expect(event).toMatchObject({
    type: 'checkout.session.expired',
    pending_webhooks: 1,
    request: { id: lastResponse.requestId, idempotency_key: 'expire-1' },
  })
  shop.answerWebhooksWith(200)
  shop.passMinutes(1)
  await shop.sandbox.idle()
  expect((await shop.stripe.events.retrieve(event?.id ?? '')).pending_webhooks).toBe(0)
  expect((await shop.stripe.events.list({ delivery_success: false })).data).toEqual([])
})

test('a webhook that is not answered with success is sent again, later and later', async () => {
  const shop = await openTestShop(ONLY_COMPLETED)
  shop.answerWebhooksWith(503)
  await payOnce(shop)
  shop.answerWebhooksWith(200)
  await shop.sandbox.idle()
  expect(shop.received).toHaveLength(0)
  shop.passMinutes(1 / 60)
  await shop.sandbox.idle()
  expect(shop.receivedTypes()).toEqual(['checkout.session.completed'])
})

test('what was not delivered is delivered after a restart', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'stripe.db')
  const before = await openTestShop({ ...ONLY_COMPLETED, file })
  before.answerWebhooksWith(500)
  await payOnce(before)
  expect(before.received).toHaveLength(0)

  const after = await openTestShop({ ...ONLY_COMPLETED, file })
  after.passMinutes(5)
  await after.sandbox.idle()
  expect(after.receivedTypes()).toEqual(['checkout.session.completed'])
})

test('a payment does not wait for its webhooks', async () => {
  const answered = promiseLater<number>()
  const shop = await openTestShop({ deliver: () => answered.promise })
  const session = await shop.stripe.checkout.sessions.create(basket())
  expect((await shop.press(session, 'succeed')).status).toBe(303)
  expect((await shop.stripe.events.list({ delivery_success: true })).data).toEqual([])
  answered.keep(200)
  await shop.sandbox.idle()
  expect((await shop.stripe.events.list({ delivery_success: true })).data).toHaveLength(4)
})

test('webhooks can arrive twice', async () => {
  const shop = await openTestShop(ONLY_COMPLETED)
  shop.sandbox.setFaults({ duplicateWebhooks: 1 })
  await payOnce(shop)
  const ids = shop.received.map(({ event }) => event.id)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

test('webhooks can arrive last first', async () => {
  const shop = await openTestShop()
  shop.sandbox.setFaults({ reorderWebhooks: 1 })
  await payOnce(shop)
  expect(shop.receivedTypes()).toEqual(['charge.updated', 'checkout.session.completed', 'payment_intent.succeeded', 'charge.succeeded'])
})

test('webhooks can be late', async () => {
  const shop = await openTestShop(ONLY_COMPLETED)
  shop.sandbox.setFaults({ webhookDelayMs: 90_000 })
  await payOnce(shop)
  shop.passMinutes(1)
  await shop.sandbox.idle()
  expect(shop.received).toHaveLength(0)
  shop.passMinutes(1)
  await shop.sandbox.idle()
  expect(shop.received).toHaveLength(1)
})

test('webhooks can be lost, and the shop finds out by listing events', async () => {
  const shop = await openTestShop(ONLY_COMPLETED)
  shop.sandbox.setFaults({ webhooksToDrop: 1 })
  await payOnce(shop)
  shop.passMinutes(24 * 60)
  await shop.sandbox.idle()
  expect(shop.received).toHaveLength(0)
  expect((await shop.stripe.events.list({ type: 'checkout.session.completed' })).data).toHaveLength(1)
  await payOnce(shop)
  expect(shop.received).toHaveLength(1)
})
