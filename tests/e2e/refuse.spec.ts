import { createHmac } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { aDoor, fillCheckout, payButton, putIn } from './support/buy.ts'
import { goods } from './support/goods.ts'
import type { Shop } from './support/open-shop.ts'
import { expect, test } from './support/shop-test.ts'

/** A form sent by hand, from our own pages as far as the browser's headers go. */
const post = (request: APIRequestContext, origin: string, path: string, form: Record<string, string>) =>
  request.post(path, { form, headers: { origin }, maxRedirects: 0, failOnStatusCode: false })

test('what does not exist is not found, however it is spelled', async ({ request }) => {
  const unknown = [
    '/products/no-such-thing',
    '/products/%F0%9F%8D%85',
    "/products/'%20or%201=1--",
    '/products/..%2F..%2Fetc%2Fpasswd',
    `/products/${'a'.repeat(3000)}`,
    '/f/no-such-farm',
    '/f/no-such-farm/products',
    '/orders/ord_01K00000000000000000000000',
    '/orders/1',
    '/orders/%00',
    '/no/such/page',
    '/assets/none.js',
  ]
  for (const path of unknown) expect((await request.get(path)).status(), path).toBe(404)
})

test('odd searches are answered, not suffered', async ({ request }) => {
  for (const query of [
    'q=%25%25',
    'q=%22%27*()',
    `q=${'菜'.repeat(500)}`,
    'category=nope&sort=nope&page=-3',
    'page=99999999999',
    'q=a&q=b',
    'season=%00',
  ]) {
    expect((await request.get(`/products?${query}`)).status(), query).toBeLessThan(500)
  }
})

test('a basket takes whole quantities of known sizes and nothing else', async ({ request, shop }) => {
  const { variantId } = goods.riceWine
  const wrong: Record<string, string>[] = [
    { variantId, quantity: '-1' },
    { variantId, quantity: '1e9' },
    { variantId, quantity: '0.5' },
    { variantId, quantity: 'NaN' },
    { variantId, quantity: '' },
    { variantId: 'var_none', quantity: '1' },
    { quantity: '1' },
  ]
  for (const form of wrong) {
    const answer = await post(request, shop.url, '/basket', form)
    expect(answer.status(), JSON.stringify(form)).toBeLessThan(500)
  }
  const kept = shop.withRows((rows) => rows.prepare('select * from basket_lines where variant_id = ?').all(variantId))
  expect(kept).toEqual([])
})

test('another site cannot post for our visitors', async ({ request }) => {
  const form = { variantId: goods.riceWine.variantId, quantity: '1' }
  for (const headers of [{ origin: 'https://elsewhere.example' }, { origin: 'null' }, {}]) {
    const answer = await request.post('/basket', { form, headers, maxRedirects: 0 })
    expect(answer.status(), JSON.stringify(headers)).toBe(403)
  }
})

test('a price typed into the form changes nothing: the order costs what the shop asks', async ({ page, lang, shop }) => {
  await putIn(page, goods.riceWine.slug, lang)
  await fillCheckout(page, aDoor('改价', '13900000021', lang), lang)
  const shown = Number(await page.locator('input[name=shownTotalFen]').inputValue())
  await page
    .locator('form')
    .filter({ has: payButton(page, lang) })
    .evaluate((form) => {
      for (const name of ['totalFen', 'priceFen', 'unitPriceFen', 'deliveryFen', 'customerId', 'storefrontId']) {
        form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value: '1' }))
      }
    })
  await payButton(page, lang).click()
  await page.waitForURL(/sandbox/)
  const order = shop.withRows((rows) => rows.prepare('select total_fen from orders order by placed_at desc limit 1').get())
  expect(order).toEqual({ total_fen: shown })
})

test('a total lower than the real one is not agreed to behind the buyer’s back', async ({ page, lang, watch, shop }) => {
  watch.expect(/status of 409/)
  await putIn(page, goods.riceWine.slug, lang)
  await fillCheckout(page, aDoor('改总价', '13900000022', lang), lang)
  const before = countOrders(shop)
  await page.locator('input[name=shownTotalFen]').evaluate((input: HTMLInputElement) => (input.value = '1'))
  await payButton(page, lang).click()
  await expect(page.getByRole('alert')).toBeVisible()
  expect(countOrders(shop)).toBe(before)
})

test('an order form sent four times at once is one order', async ({ page, lang, shop }) => {
  await putIn(page, goods.riceWine.slug, lang)
  await fillCheckout(page, aDoor('双击', '13900000023', lang), lang)
  const before = countOrders(shop)
  const statuses = await page
    .locator('form')
    .filter({ has: payButton(page, lang) })
    .evaluate(async (form: HTMLFormElement) => {
      const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
      fields.set('intent', 'place')
      const answers = Array.from({ length: 4 }, () => fetch('/checkout', { method: 'POST', body: fields }))
      return (await Promise.all(answers)).map(({ status }) => status)
    })
  expect(
    statuses.every((status) => status < 400),
    statuses.join(),
  ).toBe(true)
  expect(countOrders(shop)).toBe(before + 1)
})

test('only the payment service can say that an order is paid', async ({ request }) => {
  const event = JSON.stringify({ id: 'evt_forged', object: 'event', type: 'checkout.session.completed', data: { object: {} } })
  const seconds = Math.floor(Date.now() / 1000)
  const forged = createHmac('sha256', 'whsec_guess').update(`${seconds}.${event}`).digest('hex')
  const headers = { 'content-type': 'application/json' }
  for (const signature of [undefined, '', 'v1=0', `t=${seconds},v1=${forged}`]) {
    const answer = await request.post('/webhooks/stripe', {
      data: event,
      headers: signature === undefined ? headers : { ...headers, 'stripe-signature': signature },
    })
    expect(answer.status(), String(signature)).toBe(400)
  }
})

test('back offices are closed to whoever is not signed in, and to the wrong people', async ({ request, newStaff }) => {
  for (const path of ['/farm', '/leader', '/alliance', '/courier', '/account']) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(302)
    expect(answer.headers().location, path).toContain('/sign-in?returnTo=')
  }
  const farmer = await newStaff('wj')
  for (const path of ['/leader', '/alliance', '/courier'])
    expect((await farmer.context.request.get(path, { maxRedirects: 0 })).status(), path).toBe(403)
})

const countOrders = (shop: Shop) => shop.withRows((rows) => rows.prepare('select count(*) from orders').pluck().get() as number)
