import { expect, type Page } from '@playwright/test'
import type { Locale } from '#app/i18n/locale.ts'
import { checkoutMessages } from '#app/i18n/messages/checkout.ts'
import { orderPageMessages } from '#app/i18n/messages/order-page.ts'
import { basketMessages } from '#app/i18n/messages/shop-basket.ts'
import { productMessages } from '#app/i18n/messages/shop-product.ts'
import { CHECKOUT_WORDS } from '#app/integrations/stripe/sandbox/pages/say-checkout-words.server.ts'

export type Door = { recipient: string; phone: string; district: string; street: string }

/** A door in the first zone, as typed by whoever lives there. */
export const aDoor = (who: string, phone: string, lang: Locale): Door => ({
  recipient: who,
  phone,
  district: lang === 'en' ? 'Jinjiang' : '锦江区',
  street: '试验路 1 号 2 栋 3 单元 404',
})

export async function putIn(page: Page, slug: string, lang: Locale) {
  const t = productMessages[lang]
  await page.goto(`/products/${slug}`)
  await page.getByRole('button', { name: t.addLabel }).first().click()
  await expect(page.getByRole('link', { name: t.toBasket })).toBeVisible()
}

/** From the basket to the filled-in form, with the first day that is offered. */
export async function fillCheckout(page: Page, door: Door, lang: Locale) {
  await page.goto('/basket')
  await page.getByRole('link', { name: basketMessages[lang].checkout }).click()
  await typeDoor(page, door, lang)
  await chooseFirstDay(page, lang)
}

/** Without a script the days are asked for by a press. */
export async function fillCheckoutWithoutScript(page: Page, door: Door, lang: Locale) {
  await page.goto('/checkout')
  await typeDoor(page, door, lang)
  await page.getByRole('button', { name: checkoutMessages[lang].showDays }).click()
  await chooseFirstDay(page, lang)
  await page.getByRole('button', { name: checkoutMessages[lang].showDaysAgain }).click()
}

async function typeDoor(page: Page, door: Door, lang: Locale) {
  const t = checkoutMessages[lang]
  await page.getByLabel(t.recipient, { exact: true }).fill(door.recipient)
  await page.getByLabel(t.phone, { exact: true }).fill(door.phone)
  await page.getByLabel(t.street).fill(door.street)
  await page.getByLabel(t.district).selectOption({ label: door.district })
}

async function chooseFirstDay(page: Page, lang: Locale) {
  const days = page.getByRole('group', { name: checkoutMessages[lang].when })
  await days.getByRole('radio', { disabled: false }).first().check()
}

/** The order button once it knows the total. */
export const payButton = (page: Page, lang: Locale) => page.getByRole('button', { name: checkoutMessages[lang].pay('¥') })

export const sandboxWords = (lang: Locale) => CHECKOUT_WORDS[lang === 'en' ? 'en' : 'zh']

/** Presses the order button and answers for the bank; ends on the order's page. @returns the order's id */
export async function orderAndPay(page: Page, lang: Locale): Promise<string> {
  await payButton(page, lang).click()
  await page.getByRole('button', { name: sandboxWords(lang).succeed, exact: true }).click()
  return await seePaid(page, lang)
}

/** @returns the order's id */
export async function seePaid(page: Page, lang: Locale): Promise<string> {
  await expect(page).toHaveURL(/\/orders\/ord_/)
  await expect(page.getByText(orderPageMessages[lang].paidThanks)).toBeVisible({ timeout: 15_000 })
  return new URL(page.url()).pathname.split('/').at(-1)!
}
