import type { Locale } from './locale.ts'

const businessTimeZone = 'Asia/Shanghai'

/** One formatter a locale: making one costs more than using it a thousand times. */
const perLocale = <Formatter>(make: (locale: Locale) => Formatter) => {
  const made = new Map<Locale, Formatter>()
  return (locale: Locale) => made.get(locale) ?? made.set(locale, make(locale)).get(locale)!
}

/** 6800 → ¥68.00; whole yuan stay short where `short` is asked for: ¥68. */
export function formatFen(amountFen: number, { short = false } = {}): string {
  const sign = amountFen < 0 ? '−' : ''
  const magnitude = Math.abs(amountFen)
  const yuan = Math.floor(magnitude / 100)
  const rest = magnitude % 100
  const grouped = String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')
  return short && rest === 0 ? `${sign}¥${grouped}` : `${sign}¥${grouped}.${String(rest).padStart(2, '0')}`
}

const days = perLocale((locale) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short', day: 'numeric', weekday: 'short' }))
const shortDays = perLocale((locale) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short', day: 'numeric' }))
const moments = perLocale(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      timeZone: businessTimeZone,
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
)
const clocks = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { timeZone: businessTimeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
)

/** A calendar day (YYYY-MM-DD) with its weekday: 11月24日周二, Tue, Nov 24. */
export const formatDay = (on: string, locale: Locale) => days(locale).format(new Date(`${on}T00:00:00Z`))
/** 11月24日, Nov 24. */
export const formatShortDay = (on: string, locale: Locale) => shortDays(locale).format(new Date(`${on}T00:00:00Z`))
/** An instant in the alliance's time zone: 11月23日 18:00. */
export const formatMoment = (at: Date | string | number, locale: Locale) => moments(locale).format(new Date(at))
export const formatClock = (at: Date | string | number, locale: Locale) => clocks(locale).format(new Date(at))

/** 2500 → 2.5 kg in English, 5 斤 in Chinese (1 斤 = 500 g). */
export function formatWeight(weightG: number, locale: Locale): string {
  if (locale === 'en') return weightG >= 1000 ? `${trim(weightG / 1000)} kg` : `${weightG} g`
  return weightG >= 500 ? `${trim(weightG / 500)} 斤` : `${weightG} 克`
}

const trim = (value: number) => String(Math.round(value * 100) / 100)
