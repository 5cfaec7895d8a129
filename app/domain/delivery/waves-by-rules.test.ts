import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { type CalendarDay, type WaveRule, wavesByRules } from './waves-by-rules.ts'

const rule: WaveRule = {
  id: 'r1',
  zoneId: 'east',
  weekdays: [2, 5],
  cutoffDaysBefore: 1,
  cutoffTime: '18:00',
  capacityDrops: 60,
  dropFeeFen: fen(700),
  fromOn: '2026-01-01',
  untilOn: null,
}
const daysOf = (rules: WaveRule[], calendar: CalendarDay[], fromOn = '2026-02-27', days = 8) =>
  wavesByRules(rules, calendar, { fromOn, days }).map(({ deliversOn }) => deliversOn)

test('a zone served on Tuesdays and Fridays closes at 18:00 Shanghai time the day before', () => {
  expect(wavesByRules([rule], [], { fromOn: '2026-02-27', days: 8 })).toMatchObject([
    { deliversOn: '2026-02-27', cutoffAt: new Date('2026-02-26T10:00:00Z'), capacityDrops: 60, dropFeeFen: 700 },
    { deliversOn: '2026-03-03', cutoffAt: new Date('2026-03-02T10:00:00Z') },
    { deliversOn: '2026-03-06', cutoffAt: new Date('2026-03-05T10:00:00Z') },
  ])
})

test('a cut-off at 24 o’clock is the midnight that ends the day, and Sunday is day 7', () => {
  const sundays = { ...rule, weekdays: [7], cutoffDaysBefore: 2, cutoffTime: '24:00' }
  expect(wavesByRules([sundays], [], { fromOn: '2026-03-01', days: 1 })).toMatchObject([{ cutoffAt: new Date('2026-02-27T16:00:00Z') }])
})

test('a rule that begins later replaces the one before it from its day on, and ends on its last', () => {
  const mondays = { ...rule, id: 'r2', weekdays: [1], fromOn: '2026-03-01', untilOn: '2026-03-08' }
  expect(daysOf([mondays, rule], [], '2026-02-27', 15)).toEqual(['2026-02-27', '2026-03-02', '2026-03-10', '2026-03-13'])
})

test('the calendar takes days away and adds some; its word for one zone goes before its word for all', () => {
  const off: CalendarDay = { zoneId: null, on: '2026-03-03', kind: 'no_delivery' }
  expect(daysOf([rule], [off])).toEqual(['2026-02-27', '2026-03-06'])
  expect(daysOf([rule], [off, { zoneId: 'east', on: '2026-03-03', kind: 'extra_delivery' }])).toHaveLength(3)
  expect(daysOf([rule], [{ zoneId: 'east', on: '2026-03-01', kind: 'extra_delivery' }])).toContain('2026-03-01')
  expect(daysOf([rule], [{ zoneId: 'west', on: '2026-03-03', kind: 'no_delivery' }])).toHaveLength(3)
  expect(daysOf([{ ...rule, fromOn: '2026-03-02' }], [{ zoneId: null, on: '2026-03-01', kind: 'extra_delivery' }])).not.toContain(
    '2026-03-01',
  )
})
