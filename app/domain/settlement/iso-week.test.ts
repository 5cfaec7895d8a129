import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/business-day.ts'
import { isoWeekOf, isoWeekSpan, lastWholeWeek } from './iso-week.ts'

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2001-01-01', days))

test('every day lies in its own week, and the weeks leave no day out', () => {
  fc.assert(
    fc.property(day, (on) => {
      const span = isoWeekSpan(isoWeekOf(on))
      expect(span && span.fromOn <= on && on < span.untilOn).toBe(true)
      expect(isoWeekOf(addDays(span!.untilOn, -1))).toBe(isoWeekOf(on))
      expect(isoWeekOf(span!.untilOn)).not.toBe(isoWeekOf(on))
    }),
  )
})

test.each([
  ['2026-W23', '2026-06-01', '2026-06-08'],
  ['2026-W53', '2026-12-28', '2027-01-04'],
  ['2025-W01', '2024-12-30', '2025-01-06'],
])('%s runs from %s until %s', (week, fromOn, untilOn) => {
  expect(isoWeekSpan(week)).toEqual({ fromOn, untilOn })
})

test.each(['2025-W53', '2026-W00', '2026-W54', '2026-23', 'W23', ''])('%j is no week', (week) => {
  expect(isoWeekSpan(week)).toBeNull()
})

test('on a Monday the week before is over, on a Sunday its own is not', () => {
  expect(lastWholeWeek('2026-11-23')).toBe('2026-W47')
  expect(lastWholeWeek('2026-11-22')).toBe('2026-W46')
})
