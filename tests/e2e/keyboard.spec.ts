import type { Locator, Page } from '@playwright/test'
import { checkoutMessages } from '#app/i18n/messages/checkout.ts'
import { basketMessages } from '#app/i18n/messages/shop-basket.ts'
import { productMessages } from '#app/i18n/messages/shop-product.ts'
import { payButton, sandboxWords, seePaid } from './support/buy.ts'
import { goods } from './support/goods.ts'
import { expect, test } from './support/shop-test.ts'

/** Tab until it has the focus, as someone without a mouse would. */
async function tabTo(page: Page, target: Locator) {
  await target.waitFor()
  for (let press = 0; press < 150; press++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${target}`)
}

async function press(page: Page, target: Locator, key = 'Enter') {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

async function type(page: Page, target: Locator, text: string) {
  await tabTo(page, target)
  await page.keyboard.type(text)
}

test('an order is placed and paid without touching a mouse', async ({ page, lang }) => {
  const t = checkoutMessages[lang]
  await page.goto(`/products/${goods.preservedEggs.slug}`)
  await press(page, page.getByRole('button', { name: productMessages[lang].addLabel }).first())
  await press(page, page.getByRole('link', { name: productMessages[lang].toBasket }))
  await press(page, page.getByRole('link', { name: basketMessages[lang].checkout }))
  await type(page, page.getByLabel(t.recipient, { exact: true }), '键盘')
  await type(page, page.getByLabel(t.phone, { exact: true }), '13900000041')
  const district = page.getByLabel(t.district)
  await tabTo(page, district)
  while ((await district.inputValue()) === '') await page.keyboard.press('ArrowDown')
  await type(page, page.getByLabel(t.street), '键盘路 1 号')
  await press(page, page.getByRole('group', { name: t.when }).getByRole('radio', { disabled: false }).first(), 'Space')
  await expect(payButton(page, lang)).toBeVisible()
  await press(page, payButton(page, lang))
  await press(page, page.getByRole('button', { name: sandboxWords(lang).succeed, exact: true }))
  await seePaid(page, lang)
})

test('the first thing the keyboard reaches is the way past the header', async ({ page }) => {
  await page.goto('/products')
  await page.keyboard.press('Tab')
  const skip = page.locator(':focus')
  await expect(skip).toHaveAttribute('href', '#main')
  await page.keyboard.press('Enter')
  await expect(page.locator('main#main, #main')).toHaveCount(1)
})
