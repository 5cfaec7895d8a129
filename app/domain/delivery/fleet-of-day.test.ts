import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { secondsOfClock } from './fleet-hours.ts'
import { dutiesOn, type FleetFacts, lastMileDuties } from './fleet-of-day.ts'

const rates = (run: number) => ({ costPerRunFen: fen(run), costPerKmFen: fen(1), costPerHourFen: fen(1) })
const van = { id: 'van', carrierId: 'shu', driverId: 'tan', kind: 'van', ...rates(1) }
const shift = { vehicleId: 'van', driverId: 'mu', weekdays: [2], fromTime: '07:00', untilTime: '17:00' }
const facts: FleetFacts<typeof van> = { vehicles: [van], shifts: [shift], absences: [], tariffs: [] }
const tuesday = '2026-11-24'

test('a vehicle is driven on its shift’s weekdays, by whoever is on duty', () => {
  expect(dutiesOn(facts, tuesday)).toMatchObject([{ id: 'van', driverId: 'mu', shift: { fromS: 25_200, untilS: 61_200 } }])
  expect(dutiesOn(facts, '2026-11-25')).toEqual([])
})

test('nobody drives while the vehicle or its driver is away', () => {
  expect(dutiesOn({ ...facts, absences: [{ vehicleId: 'van', driverId: null }] }, tuesday)).toEqual([])
  expect(dutiesOn({ ...facts, absences: [{ vehicleId: null, driverId: 'mu' }] }, tuesday)).toEqual([])
  expect(dutiesOn({ ...facts, absences: [{ vehicleId: null, driverId: 'tan' }] }, tuesday)).toHaveLength(1)
})

test('the carrier’s newest tariff that has begun counts; without one, what the vehicle costs', () => {
  const tariff = (fromOn: string, run: number) => ({ carrierId: 'shu', vehicleKind: 'van', fromOn, ...rates(run) })
  const dearer = [
    tariff('2026-11-25', 4),
    tariff('2026-11-24', 3),
    tariff('2026-01-01', 2),
    { ...tariff('2026-11-01', 9), vehicleKind: 'truck' },
  ]
  expect(dutiesOn(facts, tuesday)[0]?.costPerRunFen).toBe(1)
  expect(dutiesOn({ ...facts, tariffs: dearer }, tuesday)[0]?.costPerRunFen).toBe(3)
})

test('a night shift fetches and does not deliver; a day shift begins when the hub is ready', () => {
  const night = { ...shift, driverId: 'ai', fromTime: '01:30', untilTime: '06:00' }
  const duties = dutiesOn({ ...facts, shifts: [night, shift] }, tuesday)
  expect(duties.map(({ driverId }) => driverId)).toEqual(['ai', 'mu'])
  const readyS = secondsOfClock('07:30')
  expect(lastMileDuties(duties, readyS)).toMatchObject([{ driverId: 'mu', shift: { fromS: readyS, untilS: 61_200 } }])
  expect(lastMileDuties(duties, secondsOfClock('17:00'))).toEqual([])
})
