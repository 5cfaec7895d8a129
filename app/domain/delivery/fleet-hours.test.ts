import { expect, test } from 'vitest'
import { aVan } from '#tests/support/delivery-problems.ts'
import { secondsOfClock, vehiclesLeft, WORKING_DAY } from './fleet-hours.ts'

const { shift: _, ...van } = aVan('van-1')

test('a van starts after the last run another wave has given it, and not at all when that fills its day', () => {
  const at = (clock: string) => ({ vehicleId: 'van-1', untilS: secondsOfClock(clock) })
  expect(vehiclesLeft([van], [])).toMatchObject([{ shift: WORKING_DAY }])
  expect(vehiclesLeft([van], [at('11:30'), at('09:00')])).toMatchObject([{ shift: { fromS: secondsOfClock('11:30') } }])
  expect(vehiclesLeft([van], [at('19:00')])).toEqual([])
  expect(vehiclesLeft([van], [{ vehicleId: 'another', untilS: WORKING_DAY.untilS }])).toHaveLength(1)
})
