import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { businessDay } from '#app/domain/business-day.ts'
import { fen } from '#app/domain/money/fen.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import { findFleetOn } from '#db/queries/delivery/fleet-of-day.server.ts'
import { addresses, drivers, hubs, orderContacts, orders, pickupPoints, vehicles, waves, zones } from '#db/schema/index.ts'
import { openFleet, orderFor } from '#tests/support/open-fleet.ts'
import { fillBasket, guestOrder, marketDay, openMarket } from '#tests/support/open-market.ts'
import { answerPlace } from './answer-place.server.ts'
import { askPlaces } from './ask-places.server.ts'
import { importZones, previewZones } from './import-zones.server.ts'
import { saveFleet } from './save-fleet.server.ts'
import { saveHub } from './save-hub.server.ts'
import { saveRule } from './save-rule.server.ts'
import { saveWaveTerms } from './save-wave-terms.server.ts'
import { saveZone } from './save-zone.server.ts'
import { setCalendarDay } from './set-calendar-day.server.ts'

const by = { userId: 'ana', now: marketDay }
const square = (west: number, south: number): [number, number][] => [
  [west, south],
  [west + 0.2, south],
  [west + 0.2, south + 0.2],
  [west, south + 0.2],
]
const drawn = (west: number, south: number) => ({
  nameZh: '城西',
  nameEn: 'West',
  hubId: 'hub',
  corners: square(west, south),
  status: 'open' as const,
})

test('a zone beside another is saved, one that shares ground is refused, and of two edits of one the later is told', async () => {
  const db = await openMarket()
  expect(await saveZone(db, { zoneId: null, version: 0, zone: drawn(104.1, 30.6), ...by })).toMatchObject({
    refusal: { code: 'overlaps', zoneId: 'east' },
  })
  const saved = await saveZone(db, { zoneId: null, version: 0, zone: drawn(103.8, 30.6), ...by })
  expect(saved.ok).toBe(true)
  const east = { ...drawn(104, 30.6), nameZh: '城东', corners: square(104, 30.6) }
  expect((await saveZone(db, { zoneId: 'east', version: 0, zone: east, ...by })).ok).toBe(true)
  expect(await saveZone(db, { zoneId: 'east', version: 0, zone: east, ...by })).toMatchObject({ refusal: { code: 'changed_meanwhile' } })
})

test('an import is all or nothing, and gives a zone of the same name its new border', async () => {
  const db = await openMarket()
  const moved = [
    { nameZh: '城东', nameEn: 'East', corners: square(104.05, 30.6) },
    { nameZh: '城西', nameEn: 'West', corners: square(103.85, 30.6) },
  ]
  expect((await previewZones(db.reader, moved)).map(({ zoneId, refusal }) => [zoneId, refusal])).toEqual([
    ['east', null],
    [null, null],
  ])
  const crossed = [...moved, { nameZh: '城南', nameEn: 'South', corners: square(104.1, 30.5) }]
  expect((await importZones(db, { drawn: crossed, hubId: 'hub', ...by })).ok).toBe(false)
  expect(await db.reader.select({ id: zones.id }).from(zones)).toHaveLength(1)
  expect(await importZones(db, { drawn: moved, hubId: 'hub', ...by })).toEqual({ ok: true, value: { imported: 2 } })
  expect((await db.reader.select().from(zones).where(eq(zones.id, 'east')))[0]).toMatchObject({
    status: 'open',
    polygon: square(104.05, 30.6),
  })
})

test('a new rule changes the waves nobody has ordered for; a day with orders cannot be taken away', async () => {
  const db = await openFleet()
  await orderFor(db, '1', [['hill', 1]])
  const rule = { weekdays: [3], cutoffDaysBefore: 1, cutoffTime: '12:00', capacityDrops: 9, dropFeeFen: fen(900), fromOn: '2026-11-22' }
  expect((await saveRule(db, { zoneId: 'east', rule, ...by })).ok).toBe(true)
  const days = (await db.reader.select().from(waves).orderBy(waves.deliversOn)).map(({ deliversOn, capacityDrops }) => [
    deliversOn,
    capacityDrops,
  ])
  expect(days).toEqual([
    ['2026-11-24', 60],
    ['2026-11-25', 9],
    ['2026-12-02', 9],
  ])
  const off = (on: string) => setCalendarDay(db, { zoneId: null, on, kind: 'no_delivery', noteZh: '', noteEn: '' }, by)
  expect(await off('2026-11-24')).toMatchObject({ refusal: { code: 'has_orders' } })
  expect((await off('2026-11-25')).ok).toBe(true)
  expect(await db.reader.select().from(waves).where(eq(waves.deliversOn, '2026-11-25'))).toEqual([])
})

test('who is away drives nothing that day, and nobody has two shifts at once', async () => {
  const db = await openFleet()
  const on = '2026-11-24'
  const away = { kind: 'absence', vehicleId: null, driverId: 'driver_tan', on, reason: 'leave' } as const
  expect((await saveFleet(db, { change: away, ...by })).ok).toBe(true)
  expect((await findFleetOn(db.reader, { hubId: 'hub', on })).map(({ id }) => id)).toEqual(['van_mu'])
  const shift = { vehicleId: 'van_mu', driverId: 'driver_tan', weekdays: [2], fromTime: '18:00', untilTime: '20:00' }
  expect(await saveFleet(db, { change: { kind: 'shift', shift }, ...by })).toMatchObject({ refusal: { code: 'shifts_overlap' } })
})

test('a pick-up point that is full takes no more orders of a wave', async () => {
  const db = await openMarket()
  await db.transact((tx) => tx.update(pickupPoints).set({ capacityOrders: 1 }))
  const delivery = { kind: 'pickup' as const, pickupPointId: 'gate', note: '' }
  const place = async (name: string) =>
    placeOrder(db, guestOrder(await fillBasket(db, name, [['hill', 1]]), { delivery, placementKey: name }))
  expect((await place('first')).ok).toBe(true)
  expect(await place('second')).toMatchObject({ refusal: { code: 'wave_full', waveId: 'tue' } })
})

test('a door off the wave’s way pays its detour, never more than direct shipping, and the order keeps how it came about', async () => {
  const db = await openFleet()
  const door = {
    kind: 'door' as const,
    districtId: 'inner',
    street: '远处 1 号',
    note: '',
    known: { lat: 30.79, lon: 104.19, placedBy: 'customer' as const },
  }
  const placed = await placeOrder(
    db,
    guestOrder(
      await fillBasket(db, 'far', [
        ['hill', 1],
        ['brook', 1],
      ]),
      { delivery: door },
    ),
  )
  if (!placed.ok) throw new Error(placed.refusal.code)
  const [order] = await db.reader.select().from(orders).where(eq(orders.id, placed.value.orderId))
  const [fee] = order!.deliveryFees!
  expect(fee).toMatchObject({ waveId: 'tue', leastFen: 700, feeFen: order!.deliveryFen })
  expect(fee!.detour!.costFen).toBeGreaterThan(700)
  expect(fee!.feeFen).toBe(Math.max(700, Math.min(fee!.detour!.costFen, fee!.directFen)))
})

test('the office is asked once about a door without coordinates, and its answer moves contact and fee not', async () => {
  const db = await openFleet()
  const orderId = await orderFor(db, '1', [['hill', 1]])
  expect(await askPlaces(db, null, marketDay)).toEqual({ found: 0, asked: 1 })
  expect(await askPlaces(db, null, marketDay)).toEqual({ found: 0, asked: 0 })
  expect(await answerPlace(db, { orderId, lat: 31, lon: 104, ...by })).toMatchObject({ refusal: { code: 'outside_zone' } })
  expect(await answerPlace(db, { orderId, lat: 30.7, lon: 104.1, ...by })).toEqual({ ok: true, value: { plannedWaveIds: [] } })
  expect(await answerPlace(db, { orderId, lat: 30.7, lon: 104.1, ...by })).toMatchObject({ refusal: { code: 'unknown_question' } })
  const [moved] = await db.reader
    .select()
    .from(orderContacts)
    .where(and(eq(orderContacts.orderId, orderId), eq(orderContacts.placedBy, 'office')))
  expect(moved).toMatchObject({ lat: 30.7, lon: 104.1 })
})

test('the office’s answer moves every order to come of that door, whoever placed it, and the addresses kept for it', async () => {
  const db = await openFleet()
  const first = await orderFor(db, '1', [['hill', 1]])
  const second = await orderFor(db, '１', [['brook', 1]], { now: new Date(marketDay.getTime() + 60_000) })
  const other = await orderFor(db, '2', [['hill', 1]])
  const customer = async (orderId: string) => (await db.reader.select().from(orders).where(eq(orders.id, orderId)))[0]!.customerId
  const kept = { recipient: '', phone: '', districtId: 'inner', lat: 30.65, lon: 104.08, usedAt: marketDay }
  await db.transact(async (tx) => {
    await tx.insert(addresses).values({ id: 'same', customerId: await customer(second), street: '桐梓林路 1 号', ...kept })
    await tx.insert(addresses).values({ id: 'else', customerId: await customer(second), street: '桐梓林路 2 号', ...kept })
    await tx
      .insert(addresses)
      .values({ id: 'pin', customerId: await customer(second), street: '桐梓林路 1 号', ...kept, placedBy: 'customer' })
  })
  await askPlaces(db, null, marketDay)
  expect((await answerPlace(db, { orderId: first, lat: 30.7, lon: 104.1, ...by })).ok).toBe(true)
  const placed = await db.reader.select().from(orderContacts)
  const of = (orderId: string) => placed.find((contact) => contact.orderId === orderId)
  expect([of(first), of(second), of(other)].map((contact) => contact!.placedBy)).toEqual(['office', 'office', 'district'])
  expect(of(second)).toMatchObject({ lat: 30.7, lon: 104.1 })
  const addressed = await db.reader.select({ id: addresses.id, lat: addresses.lat, placedBy: addresses.placedBy }).from(addresses)
  const guessed = addressed.filter(({ id }) => ['same', 'else', 'pin'].includes(id)).sort((a, b) => (a.id < b.id ? -1 : 1))
  expect(guessed).toEqual([
    { id: 'else', lat: 30.65, placedBy: 'district' },
    { id: 'pin', lat: 30.65, placedBy: 'customer' },
    { id: 'same', lat: 30.7, placedBy: 'office' },
  ])
  expect(await answerPlace(db, { orderId: second, lat: 30.7, lon: 104.1, ...by })).toMatchObject({ refusal: { code: 'unknown_question' } })
})

test('a geocoder that knows the door spares the office the question', async () => {
  const db = await openFleet()
  const orderId = await orderFor(db, '1', [['hill', 1]])
  const out = await askPlaces(db, { locate: async () => ({ lat: 30.71, lon: 104.11 }) }, marketDay)
  expect(out).toEqual({ found: 1, asked: 0 })
  expect((await db.reader.select().from(orderContacts).where(eq(orderContacts.orderId, orderId)))[0]?.placedBy).toBe('geocoder')
})

test('a hub says until when crates stand there; a vehicle is added once its carrier has a tariff for its kind', async () => {
  const db = await openFleet()
  const hub = {
    nameZh: '仓',
    nameEn: 'Hub',
    addressZh: '路 1 号',
    addressEn: '1 Road',
    lat: 30.6,
    lon: 104,
    arriveBy: '05:30',
    crossDockMinutes: 30,
    status: 'open' as const,
  }
  const [{ id: hubId } = { id: '' }] = await db.reader.select({ id: hubs.id }).from(hubs)
  expect((await saveHub(db, { hubId, version: 0, hub, ...by })).ok).toBe(true)
  expect(await saveHub(db, { hubId, version: 0, hub, ...by })).toMatchObject({ refusal: { code: 'changed_meanwhile' } })
  expect(await saveHub(db, { hubId: 'none', version: 0, hub, ...by })).toMatchObject({ refusal: { code: 'unknown_hub' } })
  expect((await db.reader.select().from(hubs).where(eq(hubs.id, hubId)))[0]).toMatchObject(hub)

  const [{ id: driverId, carrierId } = { id: '', carrierId: '' }] = await db.reader.select().from(drivers)
  const room = { capacityKg: 300, cratesAmbient: 8, cratesChilled: 0, cratesFrozen: 0 }
  const vehicle = {
    hubId,
    endHubId: null,
    nameZh: '三轮',
    nameEn: 'Trike',
    driverId,
    carrierId,
    kind: 'trike' as const,
    ...room,
    status: 'open' as const,
  }
  const add = () => saveFleet(db, { change: { kind: 'new_vehicle', vehicle }, ...by })
  expect(await add()).toMatchObject({ refusal: { code: 'no_tariff' } })
  const rates = { costPerRunFen: fen(2000), costPerKmFen: fen(50), costPerHourFen: fen(2400) }
  const tariff = { carrierId, vehicleKind: 'trike' as const, fromOn: businessDay(marketDay), ...rates }
  expect((await saveFleet(db, { change: { kind: 'tariff', tariff }, ...by })).ok).toBe(true)
  expect((await add()).ok).toBe(true)
  expect(await db.reader.select().from(vehicles).where(eq(vehicles.kind, 'trike'))).toMatchObject([{ ...vehicle, ...rates }])
})

test('one wave is sold on terms of its own: never below what is booked, told when edited meanwhile, kept when the rule changes', async () => {
  const db = await openFleet()
  await orderFor(db, '1', [['hill', 1]])
  const terms = { capacityDrops: 5, dropFeeFen: fen(800), cutoffAt: new Date('2026-11-26T12:00:00Z') }
  const save = (waveId: string, version: number, change: object = {}) =>
    saveWaveTerms(db, { waveId, version, terms: { ...terms, ...change }, ...by })
  const tuesday = { cutoffAt: new Date('2026-11-23T11:00:00Z') }
  expect(await save('tue', 0, { ...tuesday, capacityDrops: 0 })).toMatchObject({ refusal: { code: 'below_booked' } })
  expect((await save('tue', 0, { ...tuesday, capacityDrops: 1 })).ok).toBe(true)
  expect(await save('tue', 0, tuesday)).toMatchObject({ refusal: { code: 'changed_meanwhile' } })
  const second = await placeOrder(db, guestOrder(await fillBasket(db, 'second', [['hill', 1]])))
  expect(second).toMatchObject({ refusal: { code: 'wave_full' } })
  expect((await save('fri', 0)).ok).toBe(true)
  const rule = { weekdays: [2, 5], cutoffDaysBefore: 1, cutoffTime: '18:00', capacityDrops: 9, dropFeeFen: fen(900), fromOn: '2026-11-22' }
  expect((await saveRule(db, { zoneId: 'east', rule, ...by })).ok).toBe(true)
  const friday = await db.reader.select().from(waves).where(eq(waves.id, 'fri'))
  expect(friday).toMatchObject([{ ...terms, version: 1 }])
})

test('a second hub takes a zone and its unordered waves over, is planned with its own vehicles, and is closed only when nothing hangs on it', async () => {
  const db = await openFleet()
  await orderFor(db, '1', [['hill', 1]])
  const hub = { nameZh: '南仓', nameEn: 'South', addressZh: '路', addressEn: 'Road', lat: 30.5, lon: 104.1, arriveBy: '06:00' }
  const draft = { ...hub, crossDockMinutes: 45, status: 'open' as const }
  const added = await saveHub(db, { hubId: null, version: 0, hub: draft, ...by })
  if (!added.ok) throw new Error(added.refusal.code)
  const { hubId } = added.value
  const [zone] = await db.reader.select().from(zones)
  const { nameZh, nameEn, polygon: corners } = zone!
  const move = (to: string, version: number) =>
    saveZone(db, { zoneId: 'east', version, zone: { nameZh, nameEn, corners, hubId: to, status: 'open' }, ...by })
  expect((await move(hubId, 0)).ok).toBe(true)
  const from = await db.reader.select({ id: waves.id, hubId: waves.hubId }).from(waves).orderBy(waves.deliversOn)
  expect(from).toEqual([
    { id: 'tue', hubId: 'hub' },
    { id: 'fri', hubId },
  ])
  const [van] = await db.reader.select().from(vehicles).where(eq(vehicles.id, 'van_mu'))
  const stand = (to: string, endHubId: string | null, version: number) =>
    saveFleet(db, { change: { kind: 'vehicle', vehicleId: 'van_mu', version, vehicle: { ...van!, hubId: to, endHubId } }, ...by })
  expect((await stand(hubId, 'hub', 0)).ok).toBe(true)
  const [south] = await findFleetOn(db.reader, { hubId, on: '2026-11-27' })
  expect(south).toMatchObject({ id: 'van_mu', endLat: 30.6, endLon: 104 })
  const close = () => saveHub(db, { hubId, version: 0, hub: { ...draft, status: 'closed' }, ...by })
  expect(await close()).toMatchObject({ refusal: { code: 'hub_in_use' } })
  expect((await move('hub', 1)).ok).toBe(true)
  expect(await close()).toMatchObject({ refusal: { code: 'hub_in_use' } })
  expect((await stand('hub', null, 1)).ok).toBe(true)
  expect((await close()).ok).toBe(true)
  expect(await move(hubId, 2)).toMatchObject({ refusal: { code: 'hub_closed' } })
})
