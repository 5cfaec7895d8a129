import type { Page } from '@playwright/test'
import { formatDay } from '#app/i18n/format.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { checkoutMessages } from '#app/i18n/messages/checkout.ts'
import { courierMessages } from '#app/i18n/messages/courier.ts'
import { courierRoadMessages } from '#app/i18n/messages/courier-road.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { farmMessages } from '#app/i18n/messages/farm.ts'
import { farmStatementMessages } from '#app/i18n/messages/farm-statement.ts'
import { orderPageMessages } from '#app/i18n/messages/order-page.ts'
import { waveCostMessages } from '#app/i18n/messages/wave-costs.ts'
import { farms } from '#db/seed/data/farms.ts'
import { staff } from '#db/seed/data/people.ts'
import { aDoor, fillCheckout, orderAndPay, putIn } from './support/buy.ts'
import { goods } from './support/goods.ts'
import type { Shop } from './support/open-shop.ts'
import { expect, test } from './support/shop-test.ts'

type Parcel = { alias: string; farmId: string; waveId: string; deliversOn: string }
type Drop = { dropId: string; runId: string; driverId: string }

/** The boxes an order is packed in, one for each farm. */
const parcelsOf = (shop: Shop, orderId: string) =>
  shop.withRows(
    (rows) =>
      rows
        .prepare(
          `select c.alias, c.farm_id as farmId, c.wave_id as waveId, w.delivers_on as deliversOn
          from consignments c join waves w on w.id = c.wave_id where c.order_id = ? order by c.farm_id`,
        )
        .all(orderId) as Parcel[],
  )

/** The one drop that brings an order, and who drives it. */
function dropOf(shop: Shop, orderId: string): Drop {
  const query = `select distinct d.id as dropId, r.id as runId, r.driver_id as driverId
    from drop_orders o join drops d on d.id = o.drop_id join runs r on r.id = d.run_id where o.order_id = ?`
  const drops = shop.withRows((rows) => rows.prepare(query).all(orderId) as Drop[])
  expect(drops, 'drops of one order').toHaveLength(1)
  return drops[0]!
}

const statusOf = (shop: Shop, dropId: string) =>
  shop.withRows((rows) => rows.prepare('select status from drops where id = ?').pluck().get(dropId))

/** The demo's account of whoever works for a farm or drives. */
const accountOf = (actsFor: string) => staff.find((one) => one.actsFor === actsFor)!.email.split('@')[0]!

/** Until the phone has the run's page and what it is made of. */
const keptOnPhone = (page: Page, path: string) =>
  page.waitForFunction(async (asked) => (await caches.match(asked)) !== undefined && (await caches.keys()).length > 0, path)

test('four farms’ goods bought in one farm’s shop: packed, at the hub, one drop, delivered without a network, its cost posted', async ({
  page,
  newStaff,
  lang,
  shop,
}) => {
  test.slow()
  // the last day offered in a zone no other test delivers to: nobody else is in its wave, and it can be driven to its end
  const door = { ...aDoor('同门', '13900000051', lang), district: lang === 'en' ? 'Pidu' : '郫都区', street: '合并路 5 号 6 栋 707' }
  const nameOf = (farmId: string) => {
    const { nameZh, nameEn } = farms.find(({ id }) => id === farmId)!
    return lang === 'en' ? nameEn : nameZh
  }
  const home = await newStaff('wj')
  await home.page.goto('/farm/statement?account=commission')
  const lines = home.page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: farmStatementMessages[lang].fromPurchaseAt(nameOf('farm_lx')) })
  const linesBefore = await lines.count()

  await page.goto('/f/wujia')
  for (const { slug } of [goods.chilliSauce, goods.vermicelli, goods.preservedEggs, goods.rice]) await putIn(page, slug, lang)
  await fillCheckout(page, door, lang)
  await page.getByRole('group', { name: checkoutMessages[lang].when }).getByRole('radio', { disabled: false }).last().check()
  const orderId = await orderAndPay(page, lang)
  const parcels = parcelsOf(shop, orderId)
  expect(new Set(parcels.map(({ farmId }) => farmId)).size).toBe(4)
  const { waveId, deliversOn } = parcels[0]!

  const office = await newStaff('office')
  await office.page.goto(`/alliance/waves/${waveId}`)
  await office.page.getByRole('button', { name: allianceMessages[lang].closeNow }).click()
  await expect(office.page.getByText(allianceMessages[lang].planned)).toBeVisible()
  await expect(office.page.getByRole('listitem').filter({ hasText: door.street })).toHaveCount(1)

  const dock = dockMessages[lang]
  for (const { farmId, alias } of parcels) {
    const farm = farmId === 'farm_wj' ? home : await newStaff(accountOf(farmId))
    await farm.page.goto(`/farm/consignments?wave=${waveId}`)
    await farm.page.getByRole('button', { name: farmMessages[lang].packOne(alias) }).click()
    await expect(farm.page.getByText(farmMessages[lang].packedNow(1))).toBeVisible()
    await farm.page.goto('/farm/handover')
    const ofWave = farm.page.getByRole('region').filter({ has: farm.page.getByRole('checkbox', { name: alias, exact: true }) })
    await ofWave.getByRole('button', { name: dock.handOver }).click()
    await expect(farm.page.getByText(dock.handedOverNow(1))).toBeVisible()
  }
  await office.page.goto('/alliance/dock')
  for (const { farmId } of parcels) {
    const expected = office.page
      .getByRole('region', { name: dock.expectedHere })
      .getByRole('listitem')
      .filter({ hasText: nameOf(farmId) })
      .filter({ hasText: formatDay(deliversOn, lang) })
    await expected.getByText(dock.receive, { exact: true }).click()
    await expected.getByLabel(dock.crates_ambient).fill('1')
    await expected.getByRole('button', { name: dock.received }).click()
    await expect(expected).toHaveCount(0)
  }

  const t = courierMessages[lang]
  const road = courierRoadMessages[lang]
  const { driverId, runId, dropId } = dropOf(shop, orderId)
  const driver = await newStaff(accountOf(driverId))
  await driver.page.setViewportSize({ width: 360, height: 640 })
  await driver.page.goto(`/courier/runs/${runId}`)
  const [typed, ...pressed] = parcels.map(({ alias }) => alias)
  await driver.page.getByLabel(road.scanAlias).fill(typed!.toLowerCase())
  await driver.page.getByRole('button', { name: road.scanLoaded, exact: true }).click()
  for (const alias of pressed) await driver.page.getByRole('button', { name: `${alias} ${road.load_loaded}`, exact: true }).click()
  await expect(driver.page.getByText(road.loadedOf(4, 4))).toBeVisible()
  await driver.page.getByRole('button', { name: t.start, exact: true }).click()
  const stop = driver.page.getByRole('article').filter({ hasText: door.street })
  await expect(stop.getByText(road.parcels(4))).toBeVisible()
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

  await driver.page.getByLabel(road.drivenKm).fill('18.5')
  await driver.page.getByRole('button', { name: road.end }).click()
  await expect(driver.page.getByRole('heading', { name: road.endTitle })).toHaveCount(0)
  await expect(driver.page.getByText('18.5')).toBeVisible()

  await page.goto(`/orders/${orderId}`)
  await page.getByRole('button', { name: orderPageMessages[lang].received }).click()
  await expect(page.getByText(orderPageMessages[lang].completed).first()).toBeVisible()

  await home.page.goto('/farm/statement?account=commission')
  await expect(lines).toHaveCount(linesBefore + 1)
  await expect(lines.first()).toContainText('¥')

  const costs = waveCostMessages[lang]
  await office.page.goto(`/alliance/waves/${waveId}/costs`)
  // every minute a sweep reckons what is done: it may have been there first
  const reckon = office.page.getByRole('button', { name: costs.reckonNow })
  if (await reckon.isVisible()) await reckon.click()
  await expect(office.page.getByRole('region', { name: costs.bill })).toContainText(costs.lastMile)
  await expect(office.page.getByRole('region', { name: costs.runs })).toContainText('18.5')
})
