import { expect, test } from 'vitest'
import { harvestMonthsOf, isInSeason } from './season.ts'

const monthsOf = (from: number, to: number) =>
  Array.from({ length: 12 }, (_, i) => i + 1).filter((month) => isInSeason({ from, to }, month))

test('a season within the year has its first and last month', () => {
  expect(monthsOf(5, 7)).toEqual([5, 6, 7])
  expect(monthsOf(6, 6)).toEqual([6])
})

test('oranges from November to February are in season over the new year', () => {
  expect(monthsOf(11, 2)).toEqual([1, 2, 11, 12])
})

test('the months of several seasons are those of any of them, and of all the year all twelve', () => {
  const late = { from: 11, to: 1 }
  expect([...harvestMonthsOf([late, { from: 4, to: 4 }])]).toEqual([1, 4, 11, 12])
  expect(harvestMonthsOf([late, null]).size).toBe(12)
})
