import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { logisticsRange } from './saving-figures.ts'

const farm = (before: [number, number], now: [number, number]) => ({
  logisticsBeforeLowFen: fen(before[0] * 100),
  logisticsBeforeHighFen: fen(before[1] * 100),
  logisticsNowLowFen: fen(now[0] * 100),
  logisticsNowHighFen: fen(now[1] * 100),
})

test('the six farms of S0 paid 8 to 15 yuan an order alone and pay 6 to 7 together', () => {
  const s0 = [
    farm([8, 10], [6, 7]),
    farm([10, 10], [6, 7]),
    farm([10, 12], [6, 7]),
    farm([15, 15], [6, 7]),
    farm([8, 10], [6, 7]),
    farm([12, 15], [6, 7]),
  ]
  expect(logisticsRange(s0)).toEqual({ before: { lowFen: 800, highFen: 1500 }, now: { lowFen: 600, highFen: 700 } })
})

test('a farm without figures does not count, and without any farm there is nothing to say', () => {
  expect(logisticsRange([farm([0, 0], [0, 0]), farm([10, 12], [6, 7])])?.before).toEqual({ lowFen: 1000, highFen: 1200 })
  expect(logisticsRange([farm([0, 0], [0, 0])])).toBeNull()
  expect(logisticsRange([])).toBeNull()
})
