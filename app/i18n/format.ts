import type { Locale } from './locale.ts'

const weekdays = { 'zh-CN': ['日', '一', '二', '三', '四', '五', '六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] }
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** 6800 → ¥68.00; whole yuan stay short where `short` is asked for: ¥68. */
export function formatFen(amountFen: number, { short = false } = {}): string {
  const sign = amountFen < 0 ? '−' : ''
  const magnitude = Math.abs(amountFen)
  const yuan = Math.floor(magnitude / 100)
  const rest = magnitude % 100
  const grouped = String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')
  return short && rest === 0 ? `${sign}¥${grouped}` : `${sign}¥${grouped}.${String(rest).padStart(2, '0')}`
}

/** An instant whose UTC fields are what the alliance's clocks show (UTC+8, no summer time). */
const wallClock = (at: Date | string | number) => new Date(new Date(at).getTime() + 8 * 3600_000)

/** Written out rather than by `Intl`: a phone takes 150 ms to make its first formatter, and words its own way. */
const shortDay = (day: Date, locale: Locale) =>
  locale === 'en' ? `${months[day.getUTCMonth()]} ${day.getUTCDate()}` : `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`

/** A calendar day (YYYY-MM-DD) with its weekday: 11月24日周二, Tue, Nov 24. */
export function formatDay(on: string, locale: Locale): string {
  const day = new Date(`${on}T00:00:00Z`)
  const weekday = weekdays[locale][day.getUTCDay()]
  return locale === 'en' ? `${weekday}, ${shortDay(day, locale)}` : `${shortDay(day, locale)}周${weekday}`
}

/** 11月24日, Nov 24. */
export const formatShortDay = (on: string, locale: Locale) => shortDay(new Date(`${on}T00:00:00Z`), locale)

/** An instant's time of day at the alliance: 18:00. */
export const formatClock = (at: Date | string | number) => wallClock(at).toISOString().slice(11, 16)

/** An instant at the alliance: 11月23日 18:00, Nov 23, 18:00. */
export const formatMoment = (at: Date | string | number, locale: Locale) =>
  `${shortDay(wallClock(at), locale)}${locale === 'en' ? ', ' : ' '}${formatClock(at)}`

/** 2500 → 2.5 kg in English, 5 斤 in Chinese (1 斤 = 500 g). */
export function formatWeight(weightG: number, locale: Locale): string {
  if (locale === 'en') return weightG >= 1000 ? `${trim(weightG / 1000)} kg` : `${weightG} g`
  return weightG >= 500 ? `${trim(weightG / 500)} 斤` : `${weightG} 克`
}

const trim = (value: number) => String(Math.round(value * 100) / 100)
