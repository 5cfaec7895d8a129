import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/business-day.ts'
import { datesProblem, freeNumbers, harvestsFor } from './adoption-dates.ts'

const today = '2026-11-22'

test('dates leave room for a harvest before and a wave after each, within what can be promised', () => {
  expect(datesProblem(['2026-12-05', '2027-01-05'], today)).toBe(null)
  expect(datesProblem([], today)).toBe('no_dates')
  expect(datesProblem(['2026-11-23'], today)).toBe('too_soon')
  expect(datesProblem(['2026-12-05', '2026-12-12'], today)).toBe('too_close')
  expect(datesProblem(['2027-09-01'], today)).toBe('too_far_ahead')
})

test('a harvest fills its own date and no other', () => {
  const gaps = fc.array(fc.integer({ min: 14, max: 40 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(gaps, (days) => {
      const dates = ['2026-12-05']
      for (const gap of days) dates.push(addDays(dates.at(-1)!, gap))
      for (const [index, { harvestedOn, bestBeforeOn }] of harvestsFor(dates).entries()) {
        expect(dates.map((on) => harvestedOn <= on && on <= bestBeforeOn)).toEqual(dates.map((_, other) => other === index))
      }
    }),
  )
})

test('numbers given back are given out again, the lowest first', () => {
  expect(freeNumbers(new Set([1, 3]), 3)).toEqual([2, 4, 5])
})
