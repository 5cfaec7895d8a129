import { expect, test } from 'vitest'
import { addDays } from '#app/domain/business-day.ts'
import { formatClock, formatDay, formatFen, formatMoment, formatShortDay, formatWeight } from './format.ts'
import { locales } from './locale.ts'

const year = Array.from({ length: 366 }, (_, day) => addDays('2026-03-01', day))
const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

test.each(locales)('days and instants read as the language writes them: %s', (locale) => {
  const intl = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', ...options })
  const day = intl({ timeZone: 'UTC', weekday: 'short' })
  const shortDay = intl({ timeZone: 'UTC' })
  const moment = intl({ timeZone: 'Asia/Shanghai', ...hour })
  for (const on of year) {
    const at = new Date(`${on}T16:07:00Z`)
    expect(formatDay(on, locale)).toBe(day.format(new Date(on)))
    expect(formatShortDay(on, locale)).toBe(shortDay.format(new Date(on)))
    expect(formatMoment(at, locale)).toBe(moment.format(at))
  }
})

test('the clock is the alliance’s, whatever form the instant comes in', () => {
  const at = new Date('2026-11-23T16:05:00Z')
  for (const form of [at, at.toISOString(), at.getTime()]) expect(formatClock(form)).toBe('00:05')
})

test('money and weight', () => {
  expect([formatFen(123_456_789), formatFen(-5), formatFen(6800, { short: true })]).toEqual(['¥1,234,567.89', '−¥0.05', '¥68'])
  expect([formatWeight(2500, 'zh-CN'), formatWeight(2500, 'en'), formatWeight(250, 'zh-CN')]).toEqual(['5 斤', '2.5 kg', '250 克'])
})
