import { addDays } from '#app/domain/business-day.ts'

/** A settlement's period: an ISO week, Monday to Sunday in Asia/Shanghai; `untilOn` is the Monday after, not included. */
export type WeekSpan = { fromOn: string; untilOn: string }

const isoWeekday = (on: string) => ((new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
const mondayOf = (on: string) => addDays(on, 1 - isoWeekday(on))

/** The week a day lies in, '2026-W47'. A week belongs to the year its Thursday lies in (ISO 8601). */
export function isoWeekOf(on: string): string {
  const thursday = addDays(mondayOf(on), 3)
  const year = thursday.slice(0, 4)
  const days = (Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / 86_400_000
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`
}

/** @returns null for what is no week of its year: most have 52, some 53 */
export function isoWeekSpan(week: string): WeekSpan | null {
  const [, year, number] = /^(20\d{2})-W(\d{2})$/.exec(week) ?? []
  if (year === undefined || number === undefined) return null
  const fromOn = addDays(mondayOf(`${year}-01-04`), (Number(number) - 1) * 7)
  return isoWeekOf(fromOn) === week ? { fromOn, untilOn: addDays(fromOn, 7) } : null
}

/** The last week that was over on that day. */
export const lastWholeWeek = (on: string): string => isoWeekOf(addDays(mondayOf(on), -1))
