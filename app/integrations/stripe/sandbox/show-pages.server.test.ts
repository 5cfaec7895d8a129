import { expect, test } from 'vitest'
import { basket, openTestShop, postForm } from './fixtures/open-test-shop.server.ts'

const read = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(url, { headers })
  return { answer, text: await answer.text() }
}

test('the hosted page shows the amount, the lines and the ways to pay, marked as a sandbox', async () => {
  const shop = await openTestShop()
  const session = await shop.stripe.checkout.sessions.create(basket())
  const { text } = await read(session.url ?? '')
  expect(text).toContain('<html lang="zh-CN">')
  for (const words of ['¥58.50', '贝贝南瓜 5 斤', '¥38.00', '银行卡', '支付宝', '微信支付', '沙箱', '支付成功', '付款被拒', '取消']) {
    expect(text).toContain(words)
  }
})

test('nothing a shop writes becomes markup on the hosted page', async () => {
  const shop = await openTestShop()
  const name = `<script>alert("1")</script>' onload='x`
  const { url } = await shop.stripe.checkout.sessions.create(
    basket({ line_items: [{ quantity: 1, price_data: { currency: 'cny', unit_amount: 5, product_data: { name } } }] }),
  )
  const { text } = await read(url ?? '')
  expect(text).not.toContain('<script')
  expect(text).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; onload=&#39;x')
})

test('the address to go back to is escaped too', async () => {
  const shop = await openTestShop()
  const session = await shop.stripe.checkout.sessions.create(
    basket({ success_url: 'http://shop.test/?a="><script>&b={CHECKOUT_SESSION_ID}' }),
  )
  await shop.press(session, 'succeed')
  const { text } = await read(`${shop.origin}/sandbox/checkout/${session.id}`)
  expect(text).not.toContain('"><script>')
})

test('the page speaks the language of the session, else of the browser, else Chinese', async () => {
  const shop = await openTestShop()
  const english = await shop.stripe.checkout.sessions.create(basket({ locale: 'en' }))
  expect((await read(english.url ?? '', { 'accept-language': 'zh-CN' })).text).toContain('Payment is declined')
  const undecided = await shop.stripe.checkout.sessions.create(basket({ locale: 'auto' }))
  expect((await read(undecided.url ?? '', { 'accept-language': 'en-GB,en' })).text).toContain('Pay with')
  expect((await read(undecided.url ?? '', { 'accept-language': 'fr' })).text).toContain('付款方式')
})

test('the page runs no script, loads only its own stylesheet and can be sent to the shop', async () => {
  const shop = await openTestShop()
  const { url } = await shop.stripe.checkout.sessions.create(basket())
  const { answer, text } = await read(url ?? '')
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("form-action 'self' http://shop.test;")
  expect(text).not.toMatch(/ style=|<style|<script| on[a-z]+=/)
  const stylesheet = /href="([^"]+\.css)"/.exec(text)?.[1] ?? ''
  const style = await read(new URL(stylesheet, shop.origin).href)
  expect([style.answer.status, style.answer.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
})

test('a link that leads nowhere says so', async () => {
  const shop = await openTestShop()
  const { answer, text } = await read(`${shop.origin}/sandbox/checkout/cs_test_none`)
  expect([answer.status, text.includes('找不到这次付款')]).toEqual([404, true])
})

test('a press on the page without a method or an outcome changes nothing', async () => {
  const shop = await openTestShop()
  const { id } = await shop.stripe.checkout.sessions.create(basket())
  const page = `${shop.origin}/sandbox/checkout/${id}`
  expect((await postForm(page, { outcome: 'succeed' })).status).toBe(400)
  expect((await postForm(page, { method: 'card' })).status).toBe(400)
  expect((await shop.stripe.checkout.sessions.retrieve(id)).status).toBe('open')
})

test('the control page sets faults and brings things back to normal', async () => {
  const shop = await openTestShop()
  const form = {
    action: 'save',
    duplicateWebhooks: '1',
    webhookDelayMs: '250',
    callsToRefuse: '3',
    refuseStatus: '429',
    refundsToFail: '-1',
  }
  const answer = await postForm(`${shop.origin}/sandbox/faults?lang=en`, form)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sandbox?lang=en&saved=1'])
  expect(shop.sandbox.readFaults()).toMatchObject({
    duplicateWebhooks: 1,
    reorderWebhooks: 0,
    webhookDelayMs: 250,
    callsToRefuse: 3,
    refuseStatus: 429,
    refundsToFail: 0,
  })
  expect((await read(`${shop.origin}/sandbox?lang=en&saved=1`)).text).toContain('Delay webhooks (ms)')
  await postForm(`${shop.origin}/sandbox/faults`, { action: 'clear' })
  expect(shop.sandbox.readFaults()).toMatchObject({ duplicateWebhooks: 0, webhookDelayMs: 0, callsToRefuse: 0 })
})

test('the control page moves the clock, and what falls due happens', async () => {
  const shop = await openTestShop()
  const { id } = await shop.stripe.checkout.sessions.create(basket())
  await postForm(`${shop.origin}/sandbox/clock`, { minutes: '1440' })
  await shop.sandbox.idle()
  expect((await shop.stripe.checkout.sessions.retrieve(id)).status).toBe('expired')
  expect(shop.receivedTypes()).toEqual(['checkout.session.expired'])
})

test('the control page lists what happened and sends an event again', async () => {
  const shop = await openTestShop({ webhookEvents: ['checkout.session.completed'] })
  await shop.press(await shop.stripe.checkout.sessions.create(basket()), 'succeed')
  await shop.sandbox.idle()
  const { text } = await read(`${shop.origin}/sandbox`)
  for (const words of ['支付沙箱控制台', '已付款', 'ord_1', 'checkout.session.completed', '已送达', '不发送']) expect(text).toContain(words)
  const resend = /action="([^"]+\/resend[^"]*)"/g
  for (const [, action] of text.matchAll(resend)) await postForm(new URL(action ?? '', shop.origin).href, {})
  await shop.sandbox.idle()
  expect(shop.receivedTypes().filter((type) => type === 'checkout.session.completed')).toHaveLength(2)
})
