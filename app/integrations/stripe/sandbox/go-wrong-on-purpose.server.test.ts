import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Stripe from 'stripe'
import { expect, onTestFinished, test } from 'vitest'
import { basket, openTestShop } from './fixtures/open-test-shop.server.ts'

test.each([
  [409, 'lock_timeout', 'StripeAPIError'],
  [429, 'rate_limit', 'StripeRateLimitError'],
  [500, undefined, 'StripeAPIError'],
])('the next calls are answered %i and do nothing', async (status, code, type) => {
  const shop = await openTestShop()
  shop.sandbox.setFaults({ callsToRefuse: 1, refuseStatus: status })
  await expect(shop.stripe.checkout.sessions.create(basket())).rejects.toMatchObject({ statusCode: status, code, type })
  expect((await shop.stripe.checkout.sessions.list()).data).toEqual([])
})

test('when the connection is cut after the commit the work is done, and the same key finds it', async () => {
  const shop = await openTestShop()
  shop.sandbox.setFaults({ callsToCut: 2 })
  const lost = shop.stripe.checkout.sessions.create(basket(), { idempotencyKey: 'order-1' })
  await expect(lost).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError)
  const [made] = (await shop.stripe.checkout.sessions.list()).data
  const again = await shop.stripe.checkout.sessions.create(basket(), { idempotencyKey: 'order-1' })
  expect(again.id).toBe(made?.id)
  expect((await shop.stripe.checkout.sessions.list()).data).toHaveLength(1)
})

test('faults set by one process strike in another, each only once', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'stripe.db')
  const [office, shop] = [await openTestShop({ file }), await openTestShop({ file })]
  office.sandbox.setFaults({ callsToRefuse: 1 })
  await expect(shop.stripe.balance.retrieve()).rejects.toMatchObject({ statusCode: 500 })
  expect((await office.stripe.balance.retrieve()).object).toBe('balance')
  expect(shop.sandbox.readFaults().callsToRefuse).toBe(0)
})
