import type { Page } from '@playwright/test'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { courierMessages } from '#app/i18n/messages/courier.ts'
import { courierRoadMessages } from '#app/i18n/messages/courier-road.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { farmStatementMessages } from '#app/i18n/messages/farm-statement.ts'
import { orderPageMessages } from '#app/i18n/messages/order-page.ts'
import { farms } from '#db/seed/data/farms.ts'
import { staff } from '#db/seed/data/people.ts'
import { aDoor, fillCheckout, orderAndPay, putIn } from './support/buy.ts'
import { goods } from './support/goods.ts'
import type { Shop } from './support/open-shop.ts'
import { expect, test } from './support/shop-test.ts'

type Drop = { dropId: string; runId: string; driverId: string }

/** The one drop that brings these orders, and who drives it. */
function dropOf(shop: Shop, ...orderIds: string[]): Drop {
  const query = `select distinct d.id as dropId, d.run_id as runId, v.driver_id as driverId from drop_orders o join drops d on d.id = o.drop_id
    join runs r on r.id = d.run_id join vehicles v on v.id = r.vehicle_id where o.order_id in (${orderIds.map(() => '?')})`
  const drops = shop.withRows((rows) => rows.prepare(query).all(...orderIds) as Drop[])
  expect(drops, 'drops of one door').toHaveLength(1)
  return drops[0]!
}

const waveOf = (shop: Shop, orderId: string) =>
  shop.withRows((rows) => rows.prepare('select distinct wave_id from order_lines where order_id = ?').pluck().all(orderId) as string[])

const statusOf = (shop: Shop, dropId: string) =>
  shop.withRows((rows) => rows.prepare('select status from drops where id = ?').pluck().get(dropId))

/** Until the phone has the run's page and what it is made of. */
const keptOnPhone = (page: Page, path: string) =>
  page.waitForFunction(async (asked) => (await caches.match(asked)) !== undefined && (await caches.keys()).length > 0, path)

test('bought as a guest in one farm’s shop from another: delivered without a network, confirmed, and the home farm earns its commission', async ({
  page,
  newVisitor,
  newStaff,
  lang,
  shop,
}) => {
  test.slow()
  // no other test delivers to this zone: closing its next wave is nobody else's loss
  const door = { ...aDoor('同门', '13900000051', lang), district: lang === 'en' ? 'Pidu' : '郫都区', street: '合并路 5 号 6 栋 707' }
  const { nameZh, nameEn } = farms.find(({ id }) => id === goods.chilliSauce.farmId)!
  const producer = lang === 'en' ? nameEn : nameZh
  const home = await newStaff('wj')
  await home.page.goto('/farm/statement?account=commission')
  const lines = home.page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: farmStatementMessages[lang].fromPurchaseAt(producer) })
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
  const { driverId, runId, dropId } = dropOf(shop, orderId, second)
  const planned = office.page.getByRole('listitem').filter({ hasText: door.street })
  await expect(planned).toHaveCount(1)

  const t = courierMessages[lang]
  const road = courierRoadMessages[lang]
  const account = staff.find(({ role, actsFor }) => role === 'courier' && actsFor === driverId)!.email.split('@')[0]!
  const driver = await newStaff(account)
  await driver.page.goto('/courier')
  await driver.page.locator(`a[href="/courier/runs/${runId}"]`).click()
  await driver.page.getByRole('button', { name: new RegExp(`^(${t.start}|${t.startAll})$`) }).click()
  const stop = driver.page.getByRole('article').filter({ hasText: door.street })
  await expect(stop).toHaveCount(1)
  await expect(driver.page.getByText(road.waiting(1))).toHaveCount(0)

  // no network: the page is opened anew, what is noted stays on the phone, and is sent once there is one again
  await keptOnPhone(driver.page, `/courier/runs/${runId}`)
  driver.watch.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/)
  await driver.context.setOffline(true)
  await driver.page.reload()
  await expect(driver.page.getByText(road.offline)).toBeVisible()
  await stop.getByText(t.deliver).first().click()
  await stop.getByRole('button', { name: deliveryMessages[lang].in_person }).click()
  await expect(stop.getByText(road.waitingHere)).toBeVisible()
  await driver.page.reload()
  await expect(stop.getByText(road.waitingHere)).toBeVisible()
  expect(statusOf(shop, dropId)).toBe('planned')
  await driver.context.setOffline(false)
  await expect(stop.getByText(road.waitingHere)).toHaveCount(0, { timeout: 30_000 })
  expect(statusOf(shop, dropId)).toBe('delivered')

  await page.goto(`/orders/${orderId}`)
  await page.getByRole('button', { name: orderPageMessages[lang].received }).click()
  await expect(page.getByText(orderPageMessages[lang].completed).first()).toBeVisible()

  await home.page.goto('/farm/statement?account=commission')
  await expect(lines).toHaveCount(linesBefore + 1)
  await expect(lines.first()).toContainText('¥')
})
