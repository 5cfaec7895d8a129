import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/business-day.ts'
import { daysBetween } from '#app/domain/days-between.ts'
import { weekdayOf } from '#app/domain/delivery/weekday.ts'
import { firstWeek, isDue, mondayOf, type Rhythm, waveOfWeek, weekOfDay, weeksAhead, wishedDay } from './due-weeks.ts'

const weekly: Rhythm = { startsOn: '2026-11-22', weekday: 2, everyWeeks: 1, status: 'active', pausedUntilOn: null }

const days = fc.integer({ min: 0, max: 1200 }).map((offset) => addDays('2026-01-01', offset))
const rhythms: fc.Arbitrary<Rhythm> = fc.record({
  startsOn: days,
  weekday: fc.integer({ min: 1, max: 7 }),
  everyWeeks: fc.constantFrom(1, 2, 4),
  status: fc.constantFrom('active', 'paused'),
  pausedUntilOn: fc.option(days),
})

test('a weekly box comes on the first wished weekday after its start, and each week from there', () => {
  expect(weeksAhead(weekly, '2026-11-22', 3).map((week) => wishedDay(week, weekly))).toEqual(['2026-11-24', '2026-12-01', '2026-12-08'])
})

test('every other week stays in step, over the turn of the year too', () => {
  const fortnightly = { ...weekly, everyWeeks: 2 }
  expect(weeksAhead(fortnightly, '2026-12-20', 3).map((week) => wishedDay(week, weekly))).toEqual([
    '2026-12-22',
    '2027-01-05',
    '2027-01-19',
  ])
  expect(isDue(fortnightly, '2026-11-30')).toBe(false)
})

test('a pause with an end lets go by itself', () => {
  const paused: Rhythm = { ...weekly, status: 'paused', pausedUntilOn: '2026-12-01' }
  expect([mondayOf('2026-11-24'), mondayOf('2026-12-01')].map((week) => isDue(paused, week))).toEqual([false, true])
  expect(isDue({ ...paused, pausedUntilOn: null }, mondayOf('2027-12-01'))).toBe(false)
})

test('where no wave goes on the wished day it comes with the next, and with none of another week', () => {
  const waves = ['2026-11-20', '2026-11-27', '2026-12-01'].map((deliversOn) => ({ deliversOn }))
  expect(waveOfWeek('2026-11-23', weekly, waves)?.deliversOn).toBe('2026-11-27')
  expect(waveOfWeek('2026-12-07', weekly, waves)).toBeNull()
})

test('no two weeks of a subscription come with one wave, and each wave knows its week', () => {
  fc.assert(
    fc.property(rhythms, fc.uniqueArray(days, { minLength: 1, maxLength: 60 }), (rhythm, on) => {
      const waves = on.map((deliversOn) => ({ deliversOn }))
      const weeks = weeksAhead(rhythm, rhythm.startsOn, 40)
      const taken = weeks.flatMap((week) => waveOfWeek(week, rhythm, waves) ?? [])
      expect(new Set(taken).size).toBe(taken.length)
      for (const week of weeks) {
        const wave = waveOfWeek(week, rhythm, waves)
        if (wave) expect(weekOfDay(wave.deliversOn, rhythm)).toBe(week)
      }
    }),
  )
})

test('weeks ahead are in step, in order, none too early and none left out', () => {
  fc.assert(
    fc.property(rhythms, days, (rhythm, fromOn) => {
      const weeks = weeksAhead({ ...rhythm, status: 'active' }, fromOn, 4)
      const [next] = weeks
      for (const week of weeks) {
        expect(weekdayOf(week)).toBe(1)
        expect(wishedDay(week, rhythm) >= fromOn && wishedDay(week, rhythm) >= rhythm.startsOn).toBe(true)
        expect(isDue({ ...rhythm, status: 'active' }, week)).toBe(true)
      }
      const before = addDays(next!, -7 * rhythm.everyWeeks)
      expect(before < firstWeek(rhythm) || wishedDay(before, rhythm) < fromOn).toBe(true)
      expect(daysBetween(next!, weeks[3]!)).toBe(21 * rhythm.everyWeeks)
    }),
  )
})
