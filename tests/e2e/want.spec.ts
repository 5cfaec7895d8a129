import { bundleMessages } from '#app/i18n/messages/bundles.ts'
import { wantingMessages } from '#app/i18n/messages/wanting.ts'
import { aDoor, fillCheckout, orderAndPay, putIn } from './support/buy.ts'
import { goods } from './support/goods.ts'
import { expect, test } from './support/shop-test.ts'

test('a box of several farms is bought as one thing; the order names its parts and what the box saved', async ({ page, lang }) => {
  const t = bundleMessages[lang]
  await putIn(page, goods.smallBox.slug, lang)
  await page.goto('/basket')
  await expect(page.getByRole('list', { name: t.contains })).toBeVisible()
  await fillCheckout(page, aDoor('菜箱', '13900000051', lang), lang)
  await orderAndPay(page, lang)
  await expect(page.getByText(t.boughtText)).toBeVisible()
  await expect(page.getByText(t.savedIn('¥')).first()).toBeVisible()
})

test('a box is brought every week, one week is skipped and taken back; a product is kept an eye on', async ({ newStaff, lang }) => {
  const t = wantingMessages[lang]
  const { page } = await newStaff('buyer1')
  await page.goto(`/products/${goods.smallBox.slug}`)
  await page.getByRole('button', { name: t.goOn }).click()
  await page.getByLabel(t.place).selectOption({ index: 1 })
  await page.getByRole('button', { name: t.start }).click()
  await expect(page).toHaveURL(/\/account\/subscriptions\/sub_/)
  await expect(page.getByText(t.started)).toBeVisible()
  await page
    .getByRole('button', { name: t.skipThis('').trim() })
    .last()
    .click()
  await page
    .getByRole('button', { name: t.unskipThis('').trim() })
    .last()
    .click()
  await expect(page.getByText(t.skipped, { exact: true })).toHaveCount(0)

  await page.goto(`/products/${goods.riceWine.slug}`)
  await page.getByRole('button', { name: t.wishKeep }).click()
  await expect(page.getByText(t.wishKept)).toBeVisible()
})
