import { invariant } from '#app/domain/invariant.ts'
import { addDays, instantOf, type Weekday, weekdayOf } from './business-day.ts'

/** When a zone is delivered to: on these weekdays; orders close at `cutoffHour` (0–24, Asia/Shanghai) `daysBefore` the delivery. */
export type WaveSchedule = { readonly weekdays: readonly Weekday[]; readonly cutoffHour: number; readonly daysBefore: number }

export type UpcomingCutoff = { readonly deliversOn: string; readonly cutoffAt: Date }

/** The zone's waves that deliver on `fromOn` or one of the `days - 1` days after it, earliest first. Some may have closed already. */
export function upcomingCutoffs(schedule: WaveSchedule, fromOn: string, days: number): UpcomingCutoff[] {
  const { weekdays, cutoffHour, daysBefore } = schedule
  invariant(cutoffHour >= 0 && cutoffHour <= 24, `not an hour: ${cutoffHour}`)
  invariant(Number.isInteger(daysBefore) && daysBefore >= 0, `orders close before they are delivered: ${daysBefore}`)
  return Array.from({ length: days }, (_, day) => addDays(fromOn, day))
    .filter((deliversOn) => weekdays.includes(weekdayOf(deliversOn)))
    .map((deliversOn) => ({ deliversOn, cutoffAt: instantOf(addDays(deliversOn, -daysBefore), cutoffHour) }))
}
