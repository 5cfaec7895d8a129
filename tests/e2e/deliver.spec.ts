import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { courierMessages } from '#app/i18n/messages/courier.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { farmStatementMessages } from '#app/i18n/messages/farm-statement.ts'
import { orderPageMessages } from '#app/i18n/messages/order-page.ts'
import { staff } from '#db/seed/data/people.ts'
import { aDoor, fillCheckout, orderAndPay, putIn } from './support/buy.ts'
import { goods } from './support/goods.ts'
import type { Shop } from './support/open-shop.ts'
import { expect, test } from './support/shop-test.ts'

const waveOf = (shop: Shop, orderId: string) =>
  shop.withRows((rows) => rows.prepare('select distinct wave_id from order_lines where order_id = ?').pluck().all(orderId) as string[])

/** The account of whoever drives the wave's first run. */
function driverOf(shop: Shop, waveId: string) {
  const query = 'select v.driver_id from runs r join vehicles v on v.id = r.vehicle_id where r.wave_id = ? order by r.position'
  const driverId = shop.withRows((rows) => rows.prepare(query).pluck().get(waveId))
  return staff.find(({ role, actsFor }) => role === 'courier' && actsFor === driverId)!.email.split('@')[0]!
}

test('bought as a guest in one farm’s shop from another: delivered, confirmed, and the home farm earns its commission', async ({
  page,
  newVisitor,
  newStaff,
  lang,
  shop,
}) => {
  test.slow()
  // nobody else in these tests lives in this zone: the wave holds two orders of one door
  const door = { ...aDoor('同门', '13900000051', lang), district: lang === 'en' ? 'Pidu' : '郫都区', street: '合并路 5 号 6 栋 707' }
  const home = await newStaff('wj')
  await home.page.goto('/farm/statement?account=commission')
  const lines = home.page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: farmStatementMessages[lang].fromPurchaseAt(lang === 'en' ? 'Linxi' : '林溪农场').slice(-4) })
  const linesBefore = await lines.count()

  await page.goto('/f/wujia')
  await putIn(page, goods.chilliSauce.slug, lang)
  await fillCheckout(page, door, lang)
  const orderId = await orderAndPay(page, lang)

  const neighbour = await newVisitor()
  await putIn(neighbour.page, goods.vermicelli.slug, lang)
  await fillCheckout(neighbour.page, door, lang)
  const second = await orderAndPay(neighbour.page, lang)
  const [waveId] = waveOf(shop, orderId)
  expect(waveOf(shop, second)).toEqual([waveId])

  const office = await newStaff('office')
  await office.page.goto(`/alliance/waves/${waveId}`)
  await office.page.getByRole('button', { name: allianceMessages[lang].closeNow }).click()
  await expect(office.page.getByText(allianceMessages[lang].planned)).toBeVisible()
  await expect(office.page.getByText(allianceMessages[lang].totals(2, 2, 1))).toBeVisible()

  const t = courierMessages[lang]
  const driver = await newStaff(driverOf(shop, waveId!))
  await driver.page.goto('/courier')
  await driver.page
    .getByRole('main')
    .getByRole('link')
    .filter({ hasText: t.stops(0, 1) })
    .first()
    .click()
  await driver.page.getByRole('button', { name: new RegExp(`^(${t.start}|${t.startAll})$`) }).click()
  await expect(driver.page.getByText(t.started)).toBeVisible()
  await expect(driver.page.getByRole('article')).toHaveCount(1)
  await driver.page.getByText(t.deliver).first().click()
  await driver.page.getByRole('button', { name: deliveryMessages[lang].in_person }).click()
  await expect(driver.page.getByText(t.doneTitle)).toBeVisible()

  await page.goto(`/orders/${orderId}`)
  await page.getByRole('button', { name: orderPageMessages[lang].received }).click()
  await expect(page.getByText(orderPageMessages[lang].completed).first()).toBeVisible()

  await home.page.goto('/farm/statement?account=commission')
  await expect(lines).toHaveCount(linesBefore + 1)
  await expect(lines.first()).toContainText('¥')
})
