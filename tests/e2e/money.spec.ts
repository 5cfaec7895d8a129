import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { orderPageMessages } from '#app/i18n/messages/order-page.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { aDoor, fillCheckout, orderAndPay, putIn } from './support/buy.ts'
import { goods } from './support/goods.ts'
import { expect, test } from './support/shop-test.ts'

test('a line is cancelled before it is packed: the office sees who bears what, and the money goes back the way it came', async ({
  page,
  newStaff,
  lang,
}) => {
  test.slow()
  const t = afterSalesMessages[lang]
  await putIn(page, goods.chilliSauce.slug, lang)
  await putIn(page, goods.vermicelli.slug, lang)
  await fillCheckout(page, aDoor('令狐青黛', '13900000061', lang), lang)
  const orderId = await orderAndPay(page, lang)

  const office = await newStaff('office')
  await office.page.goto(`/alliance/refunds/new?order=${orderId}`)
  await office.page.getByLabel(t.reason, { exact: true }).selectOption({ label: t.reason_cancelled })
  await office.page.getByLabel(t.howMuch).first().selectOption({ label: t.by_rest })
  await office.page.getByRole('button', { name: t.preview }).click()
  await office.page.getByRole('button', { name: t.confirm('¥') }).click()
  await expect(office.page).toHaveURL(/\/alliance\/refunds\/re_/)

  await expect(async () => {
    await page.goto(`/orders/${orderId}`)
    await expect(page.getByText(orderPageMessages[lang].refunded).first()).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 45_000 })
})

test('a week is settled by two: the one who looked it through may not approve it, the second person pays it', async ({
  newStaff,
  shop,
  lang,
}) => {
  const t = settlementMessages[lang]
  const id = shop.withRows((rows) => rows.prepare("select id from settlements where status = 'in_review'").pluck().get() as string)
  const first = await newStaff('ledger')
  await first.page.goto(`/alliance/settlements/${id}`)
  await expect(first.page.getByText(t.same_person)).toBeVisible()
  await expect(first.page.getByRole('button', { name: t.approve })).toHaveCount(0)
  const second = await newStaff('office2')
  await second.page.goto(`/alliance/settlements/${id}`)
  await second.page.getByRole('button', { name: t.approve }).click()
  await expect(second.page.getByText(t.approved).first()).toBeVisible()
  const made = shop.withRows((rows) => rows.prepare('select count(*) from payouts where settlement_id = ?').pluck().get(id) as number)
  expect(made).toBeGreaterThan(3)
})
