import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/business-day.ts'
import type { ProductRow } from '#app/domain/catalog/product-row.ts'
import { readProductSheet } from '#app/domain/catalog/read-product-sheet.ts'
import { containsPlace } from '#app/domain/delivery/zone.ts'
import { crops } from '#app/domain/woodcut/crop-names.ts'
import { readSpreadsheet } from '#app/integrations/spreadsheet/read-spreadsheet.server.ts'
import { allianceLots } from './alliance-lots.ts'
import { carriers, drivers, shifts } from './carriers.ts'
import { customers } from './customers.ts'
import { distributions } from './distributions.ts'
import { farms } from './farms.ts'
import { fillDates } from './fill-dates.ts'
import { geographicalIndications } from './geographical-indications.ts'
import { pastOrders } from './past-orders.ts'
import { leaders, staff } from './people.ts'
import { districts, hubs, pickupPoints, zones } from './places.ts'
import { vehicles } from './vehicles.ts'

const today = '2026-11-22'
const readData = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

async function readSheet(path: string, day = today): Promise<ReturnType<typeof readProductSheet>> {
  const rows = await readSpreadsheet(path, Buffer.from(fillDates(readData(path), day)))
  if (!rows.ok) throw new Error(`${path}: ${rows.refusal.code}`)
  return readProductSheet(rows.value, { today: day, geographicalIndications: new Set(geographicalIndications.map(({ code }) => code)) })
}

const sheetOf = (farmId: string) => (farmId === 'alliance' ? 'alliance-products.csv' : `products/${farmId}.csv`)
const producers = [...farms.map(({ id }) => id), 'alliance']
const rowsByProducer = new Map<string, ProductRow[]>()
for (const producer of producers) rowsByProducer.set(producer, (await readSheet(sheetOf(producer))).good)

const rows = [...rowsByProducer.values()].flat()
const rowOfVariant = new Map(rows.map((row) => [row.variant.code, row]))
const producerOf = new Map([...rowsByProducer].flatMap(([producer, own]) => own.map(({ product }) => [product.code, producer] as const)))
const products = [...new Map(rows.map(({ product }) => [product.code, product])).values()]

test('every product has a woodcut of its own crop', () => {
  const drawn: readonly string[] = crops
  expect(products.filter(({ crop }) => crop === null || !drawn.includes(crop)).map(({ code, crop }) => [code, crop])).toEqual([])
})

test('every sheet is a farm’s or the alliance’s, and imports without a problem or a note, whatever day it is', async () => {
  expect(readdirSync(new URL('products', import.meta.url)).toSorted()).toEqual(farms.map(({ id }) => `${id}.csv`).toSorted())
  for (const producer of producers) {
    for (const day of [today, '2028-02-29']) {
      const { good, bad, notes } = await readSheet(sheetOf(producer), day)
      expect({ producer, bad, notes }).toEqual({ producer, bad: [], notes: [] })
      expect(good.length).toBeGreaterThan(0)
    }
  }
})

test('there are at least 120 products, in every category and storage class, and no code is used twice', () => {
  expect(products.length).toBeGreaterThanOrEqual(120)
  expect(rowOfVariant.size).toBe(rows.length)
  expect([...rowsByProducer.values()].reduce((sum, own) => sum + new Set(own.map(({ product }) => product.code)).size, 0)).toBe(
    products.length,
  )
  expect(new Set(products.map(({ category }) => category)).size).toBe(8)
  expect(new Set(rows.map(({ variant }) => variant.storage)).size).toBe(3)
})

test('prices are those of S0 and S1 where they tell them', () => {
  expect(rowOfVariant.get('FQ-TOMATO-5J')?.variant.priceFen).toBe(68_00)
  expect(rowOfVariant.get('FQ-TOMATO-10J')?.variant.priceFen).toBe(108_00)
  const oranges = rows.filter(({ product }) => product.code === 'HCUN-ORANGE')
  expect(oranges).toHaveLength(3)
  for (const { variant } of oranges) expect(variant.priceFen * 1_000).toBe(9_00 * variant.netWeightG)
})

test('a larger size of a product never costs more by weight, gift packing aside', () => {
  for (const product of products) {
    const sizes = rows
      .filter((row) => row.product.code === product.code && !row.variant.code.endsWith('-GIFT'))
      .map(({ variant }) => variant)
    for (const [small, large] of sizes.flatMap((a) => sizes.filter((b) => b.netWeightG > a.netWeightG).map((b) => [a, b] as const))) {
      expect
        .soft(large.priceFen * small.netWeightG, `${small.code} and ${large.code}`)
        .toBeLessThanOrEqual(small.priceFen * large.netWeightG)
    }
  }
})

test('the shelf has plenty, something scarce, something sold out and something out of season', () => {
  const quantities = rows.flatMap(({ lot }) => (lot ? [lot.quantity] : []))
  expect(quantities.filter((quantity) => quantity >= 20).length).toBeGreaterThan(120)
  expect(quantities.filter((quantity) => quantity >= 3 && quantity <= 8).length).toBeGreaterThanOrEqual(4)
  expect(quantities.filter((quantity) => quantity === 0)).toHaveLength(2)
  const unstocked = rows.filter(({ product, lot }) => lot === null && producerOf.get(product.code) !== 'alliance')
  const inNovember = ({ from, to }: { from: number; to: number }) => (from <= to ? from <= 11 && 11 <= to : from <= 11 || 11 <= to)
  expect(unstocked.length).toBeGreaterThanOrEqual(4)
  for (const { product } of unstocked) expect(product.season && inNovember(product.season), product.code).toBe(false)
})

test('a geographical indication stands only on its crops and its farms’ products', () => {
  for (const product of products.filter(({ geographicalIndication }) => geographicalIndication !== null)) {
    const indication = geographicalIndications.find(({ code }) => code === product.geographicalIndication)
    expect(indication?.crops, product.code).toContain(product.crop)
    expect(indication?.farmIds, product.code).toContain(producerOf.get(product.code))
  }
})

test('each alliance product is held by two or three farms, and by nobody else’s sheet', () => {
  const farmIds = new Set(farms.map(({ id }) => id))
  const variantCodes = (rowsByProducer.get('alliance') ?? []).map(({ variant }) => variant.code)
  expect(allianceLots.every((lot) => farmIds.has(lot.farmId) && variantCodes.includes(lot.variantCode) && lot.quantity > 0)).toBe(true)
  for (const code of variantCodes) {
    const holders = new Set(allianceLots.filter(({ variantCode }) => variantCode === code).map(({ farmId }) => farmId))
    expect([2, 3], code).toContain(holders.size)
  }
})

test('every farm distributes 20 to 40 products of others, each once', () => {
  expect(Object.keys(distributions).toSorted()).toEqual(farms.map(({ id }) => id).toSorted())
  for (const [farmId, codes] of Object.entries(distributions)) {
    expect(codes.length).toBeGreaterThanOrEqual(20)
    expect(codes.length).toBeLessThanOrEqual(40)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) expect([undefined, farmId], `${farmId} ${code}`).not.toContain(producerOf.get(code))
  }
})

test('a past order names a customer, a shop that sold its items, and a leader’s own pick-up point', () => {
  expect(pastOrders.length).toBeGreaterThanOrEqual(55)
  for (const order of pastOrders) {
    const customer = customers.find(({ id }) => id === order.customerId)
    expect(customer, order.id).toBeDefined()
    expect(order.storefrontId).toBe(customer?.homeType === 'farm' ? customer.homeId : 'alliance')
    expect(order.daysAgo).toBeGreaterThanOrEqual(4)
    expect(order.daysAgo).toBeLessThanOrEqual(42)
    for (const [variantCode, quantity] of order.items) {
      const code = rowOfVariant.get(variantCode)?.product.code ?? variantCode
      const sold =
        order.storefrontId === 'alliance' ||
        producerOf.get(code) === order.storefrontId ||
        distributions[order.storefrontId]?.includes(code)
      expect(sold && producerOf.has(code), `${order.id} ${variantCode}`).toBe(true)
      expect(quantity).toBeGreaterThan(0)
    }
    if (order.leaderId) expect(order.pickupPointId).toBe(leaders.find(({ id }) => id === order.leaderId)?.pickupPointId)
    else expect([null, ...pickupPoints.map(({ id }) => id)]).toContain(order.pickupPointId)
  }
})

test('between half and two thirds of the customers bought again (S0)', () => {
  const repeaters = customers.filter(({ id }) => pastOrders.filter(({ customerId }) => customerId === id).length > 1)
  expect(repeaters.length / customers.length).toBeGreaterThanOrEqual(0.5)
  expect(repeaters.length / customers.length).toBeLessThanOrEqual(0.65)
})

const zoneIdsAt = (lat: number, lon: number) =>
  zones.filter(({ polygon }) => containsPlace({ rings: [polygon] }, { lat, lon })).map(({ id }) => id)

test('the zones cover the city and no door lies in two of them', () => {
  for (let lat = 30.4013; lat < 30.92; lat += 0.0071) {
    for (let lon = 103.7611; lon < 104.36; lon += 0.0083) expect(zoneIdsAt(lat, lon), `${lat} ${lon}`).toHaveLength(1)
  }
})

test('every pick-up point, district and door lies in its zone', () => {
  for (const point of pickupPoints) expect(zoneIdsAt(point.lat, point.lon), point.id).toEqual([point.zoneId])
  for (const district of districts)
    expect(zoneIdsAt(district.lat, district.lon), district.id).toEqual(district.zoneId ? [district.zoneId] : [])
  for (const customer of customers) {
    const district = districts.find(({ id }) => id === customer.districtId)
    expect(zoneIdsAt(customer.lat, customer.lon), customer.id).toEqual([district?.zoneId])
  }
  expect([pickupPoints.length, districts.length, zones.length]).toEqual([12, 14, 4])
  for (const { dropFeeFen } of zones) expect(dropFeeFen >= 600 && dropFeeFen <= 800).toBe(true)
})

test('people, homes, leaders, vans and their drivers refer to what is there', () => {
  const farmIds = farms.map(({ id }) => id)
  const leaderIds = leaders.map(({ id }) => id)
  const homes = { alliance: ['alliance'], farm: farmIds, leader: leaderIds }
  for (const { homeType, homeId } of customers) expect(homes[homeType]).toContain(homeId)
  for (const leader of leaders) {
    expect(pickupPoints.map(({ id }) => id)).toContain(leader.pickupPointId)
    expect(customers.map(({ id }) => id)).toContain(leader.customerId)
  }
  const actors = { office: ['alliance'], farm: farmIds, courier: vehicles.map(({ driverId }) => driverId), leader: leaderIds }
  for (const { role, actsFor } of staff) expect(actors[role]).toContain(actsFor)
  for (const farmId of farmIds) expect(staff.some(({ actsFor }) => actsFor === farmId)).toBe(true)
  for (const { driverId, hubId, carrierId, id } of vehicles) {
    expect(carriers.map(({ id }) => id)).toContain(carrierId)
    expect(drivers.find(({ id }) => id === driverId)?.carrierId).toBe(carrierId)
    expect(shifts.find(({ vehicleId }) => vehicleId === id)?.driverId).toBe(driverId)
    expect(staff.some(({ actsFor }) => actsFor === driverId)).toBe(true)
    expect(hubs.map(({ id }) => id)).toContain(hubId)
  }
  const emails = [...customers, ...staff].flatMap(({ email }) => email ?? [])
  expect(new Set(emails).size).toBe(emails.length)
  expect(emails.every((email) => email.endsWith('@commonfield.example'))).toBe(true)
})

test('no customer’s name, phone or door turns up in what others may see', () => {
  const openData = JSON.stringify([
    farms,
    geographicalIndications,
    distributions,
    pastOrders,
    allianceLots,
    hubs,
    pickupPoints,
    vehicles,
    carriers,
    zones,
    districts,
    leaders,
  ])
  const open = openData + producers.map((producer) => readData(sheetOf(producer))).join('')
  for (const { name, phone, street } of customers) for (const secret of [name, phone, street]) expect(open).not.toContain(secret)
  for (const key of ['name', 'phone', 'street'] as const)
    expect(new Set(customers.map((customer) => customer[key])).size).toBe(customers.length)
})

test('every text is there in Chinese and in English', () => {
  const told: object[] = [
    ...farms,
    ...products,
    ...geographicalIndications,
    ...hubs,
    ...zones,
    ...districts,
    ...pickupPoints,
    ...vehicles,
    ...carriers,
    ...leaders,
  ]
  const pairs = [
    ...told.flatMap((one) =>
      Object.entries(one).map(([key, value]) => [key.endsWith('Zh') ? 'zh' : key.endsWith('En') ? 'en' : '', value] as const),
    ),
    ...[...farms.flatMap(({ practices }) => practices), ...rows.map(({ variant }) => variant)].flatMap(({ zh, en }) => [
      ['zh', zh] as const,
      ['en', en] as const,
    ]),
  ]
  for (const [language, text] of pairs) {
    if (language === 'zh') expect(text).toMatch(/[\u4e00-\u9fff]|\d (?:g|kg|ml|L)/)
    if (language === 'en') expect(text).toMatch(/^[^\u4e00-\u9fff]+$/)
  }
})

test('farm colours differ and can be read on white (4.5:1)', () => {
  const channel = (hex: string) => {
    const value = Number.parseInt(hex, 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  for (const { colour } of farms) {
    const luminance = 0.2126 * channel(colour.slice(1, 3)) + 0.7152 * channel(colour.slice(3, 5)) + 0.0722 * channel(colour.slice(5, 7))
    expect(1.05 / (luminance + 0.05), colour).toBeGreaterThanOrEqual(4.5)
  }
  expect(new Set(farms.map(({ colour }) => colour)).size).toBe(farms.length)
})

test('dates are filled in around any today', () => {
  expect(fillDates('{{today-1}},{{today}},{{today+40}},{{tomorrow}}', today)).toBe(`2026-11-21,${today},${addDays(today, 40)},{{tomorrow}}`)
})
