import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type Stripe from 'stripe'
import { onTestFinished } from 'vitest'
import { describeEvent, webhookEventTypes } from '#app/integrations/stripe/describe-stripe.ts'
import { createSandbox } from '#app/integrations/stripe/sandbox/create-sandbox.server.ts'
import { stripeProcessor } from '#app/integrations/stripe/stripe-processor.server.ts'
import { openPayment } from '#app/services/ordering/open-payment.server.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import { handleProcessorEvent } from '#app/services/payments/handle-processor-event.server.ts'
import { fillBasket, guestOrder, marketDay, openMarket } from './open-market.ts'

export type PayingShop = Awaited<ReturnType<typeof openPayingShop>>

/**
 * The small alliance, taking payments at the sandbox through the official SDK; one clock for both, which stands still until
 * it is moved. Webhooks reach the dispatcher as the route hands them on.
 */
export async function openPayingShop() {
  const db = await openMarket()
  let nowMs = marketDay.getTime()
  const now = () => new Date(nowMs)
  const app = express()
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const sandbox = createSandbox({
    file: ':memory:',
    publicUrl: origin,
    webhookUrl: `${origin}/webhooks`,
    webhookEvents: webhookEventTypes,
    now: () => nowMs,
    deliver: async ({ body }) => {
      const event = describeEvent(JSON.parse(body) as Stripe.Event)
      return (await handleProcessorEvent(db, { event, now: now() })).ok ? 200 : 409
    },
  })
  app.use(sandbox.router)
  onTestFinished(async () => {
    await sandbox.close()
    server.closeAllConnections()
    server.close()
  })
  const processor = stripeProcessor({ secretKey: 'sk_test_shop', webhookSecret: 'unused', sandbox: { host: '127.0.0.1', port } })
  const place = async (waveId = 'tue') => {
    const basketId = await fillBasket(db, `bas_${Math.random()}`, [['hill', 2]])
    const placed = await placeOrder(db, guestOrder(basketId, { waveId, now: now() }))
    if (!placed.ok || placed.value.paymentId === null) throw new Error('the order was not placed')
    const { orderId, paymentId, totalFen } = placed.value
    const urls = { success: `${origin}/paid`, cancel: `${origin}/basket` }
    const opened = await openPayment(db, processor, { orderId, urls, now: now() })
    if (!opened.ok) throw new Error('the payment page did not open')
    return { orderId, paymentId, totalFen, url: opened.value.url }
  }
  return {
    db,
    now,
    pass: (ms: number) => {
      nowMs += ms
    },
    processor,
    sandbox,
    place,
    /** The customer presses a button of the hosted page. */
    press: (url: string, outcome: 'succeed' | 'decline' | 'dispute', method = 'card') =>
      fetch(url, { method: 'POST', body: new URLSearchParams({ outcome, method }), redirect: 'manual' }),
  }
}
