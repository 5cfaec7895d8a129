import { expect, test } from 'vitest'
import { aVan } from '#tests/support/delivery-problems.ts'
import { secondsOfClock, vehiclesLeft } from './fleet-hours.ts'

const van = { ...aVan('van-1'), shift: { fromS: secondsOfClock('07:00'), untilS: secondsOfClock('19:00') } }

test('a van starts after the last run another wave has given it, and not at all when that fills its day', () => {
  const at = (clock: string) => ({ vehicleId: 'van-1', untilS: secondsOfClock(clock) })
  expect(vehiclesLeft([van], [])).toMatchObject([{ shift: van.shift }])
  expect(vehiclesLeft([van], [at('11:30'), at('09:00')])).toMatchObject([{ shift: { fromS: secondsOfClock('11:30') } }])
  expect(vehiclesLeft([van], [at('19:00')])).toEqual([])
  expect(vehiclesLeft([van], [{ vehicleId: 'another', untilS: van.shift.untilS }])).toHaveLength(1)
})
