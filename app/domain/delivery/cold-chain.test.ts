import { expect, test } from 'vitest'
import { crateDifference, excessDeci, measuredIn } from './cold-chain.ts'

const crates = { ambient: 2, chilled: 3, frozen: 0 }

test('chilled goods may reach 8 °C and frozen ones −12 °C, not a tenth more', () => {
  expect(excessDeci(crates, 80)).toBe(0)
  expect(excessDeci(crates, 81)).toBe(1)
  expect(excessDeci({ ...crates, frozen: 1 }, -120)).toBe(0)
  expect(excessDeci({ ...crates, frozen: 1 }, -119)).toBe(1)
})

test('where nothing is cold nothing is read, and an absent reading is no excess', () => {
  expect(measuredIn({ ambient: 4, chilled: 0, frozen: 0 })).toBeNull()
  expect(excessDeci({ ambient: 4, chilled: 0, frozen: 0 }, 300)).toBe(0)
  expect(excessDeci(crates, null)).toBe(0)
})

test('a difference names the classes in which the two counts disagree', () => {
  expect(crateDifference(crates, crates)).toBeNull()
  expect(crateDifference(crates, { ambient: 2, chilled: 1, frozen: 1 })).toEqual({ ambient: 0, chilled: -2, frozen: 1 })
})
