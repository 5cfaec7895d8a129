import { orderPageMessages } from '#app/i18n/messages/order-page.ts'
import { aDoor, fillCheckout, fillCheckoutWithoutScript, orderAndPay, payButton, putIn, sandboxWords, seePaid } from './support/buy.ts'
import { goods } from './support/goods.ts'
import { expect, test } from './support/shop-test.ts'

test('things of three farms go into one basket, are paid once and make one order @everywhere', async ({ page, lang, shop }) => {
  for (const { slug } of [goods.chilliSauce, goods.vermicelli, goods.hamSausage]) await putIn(page, slug, lang)
  await fillCheckout(page, aDoor('林试', '13900000001', lang), lang)
  const orderId = await orderAndPay(page, lang)
  await expect(page.getByText(orderPageMessages[lang].confirmed).first()).toBeVisible()
  const farms = shop.withRows((rows) => rows.prepare('select distinct farm_id from order_lines where order_id = ?').all(orderId))
  expect(farms).toHaveLength(3)
})

test('whoever has no JavaScript buys the same way @phone', async ({ newVisitor, lang }) => {
  const { page } = await newVisitor({ javaScriptEnabled: false })
  await page.goto(`/products/${goods.rice.slug}`)
  await page
    .locator('main')
    .getByRole('button', { name: /放进篮子|basket/i })
    .first()
    .click()
  await fillCheckoutWithoutScript(page, aDoor('无脚本', '13900000002', lang), lang)
  await payButton(page, lang).click()
  await page.getByRole('button', { name: sandboxWords(lang).succeed, exact: true }).click()
  await seePaid(page, lang)
})

test('a declined payment can be tried again, and the order waits meanwhile', async ({ page, lang, watch }) => {
  watch.expect(/status of 4\d\d/)
  await putIn(page, goods.riceWine.slug, lang)
  await fillCheckout(page, aDoor('再付', '13900000003', lang), lang)
  await payButton(page, lang).click()
  await page.getByRole('button', { name: sandboxWords(lang).decline }).click()
  await expect(page.getByRole('alert')).toHaveText(sandboxWords(lang).declined)
  await page.getByRole('button', { name: sandboxWords(lang).cancel, exact: true }).click()
  await expect(page.getByText(orderPageMessages[lang].awaiting).first()).toBeVisible()
  await page.getByRole('button', { name: new RegExp(`${orderPageMessages[lang].payNow}|${orderPageMessages[lang].payAgain}`) }).click()
  await page.getByRole('button', { name: sandboxWords(lang).succeed, exact: true }).click()
  await seePaid(page, lang)
})
