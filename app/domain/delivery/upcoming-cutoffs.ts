import { addDays, shanghaiInstant } from '#app/domain/business-day.ts'
import { invariant } from '#app/domain/invariant.ts'

/**
 * When a zone is delivered to: on these weekdays, 1 Monday to 7 Sunday (ISO 8601). Orders close at `cutoffHour` (0–24,
 * Asia/Shanghai, +08:00 all year) `daysBefore` the delivery; 24 is the midnight that ends that day.
 */
export type WaveSchedule = { readonly weekdays: readonly number[]; readonly cutoffHour: number; readonly daysBefore: number }

export type UpcomingCutoff = { readonly deliversOn: string; readonly cutoffAt: Date }

/** The zone's waves that deliver on `fromOn` or one of the `days - 1` days after it, earliest first. Some may have closed already. */
export function upcomingCutoffs(schedule: WaveSchedule, fromOn: string, days: number): UpcomingCutoff[] {
  const { weekdays, cutoffHour, daysBefore } = schedule
  invariant(Number.isInteger(cutoffHour) && cutoffHour >= 0 && cutoffHour <= 24, `not an hour: ${cutoffHour}`)
  invariant(Number.isInteger(daysBefore) && daysBefore >= 0, `orders close before they are delivered: ${daysBefore}`)
  const clock = `${String(cutoffHour).padStart(2, '0')}:00`
  return Array.from({ length: days }, (_, day) => addDays(fromOn, day))
    .filter((deliversOn) => weekdays.includes(weekdayOf(deliversOn)))
    .map((deliversOn) => ({ deliversOn, cutoffAt: shanghaiInstant(addDays(deliversOn, -daysBefore), clock) }))
}

function weekdayOf(on: string): number {
  const fromSunday = new Date(`${on}T00:00:00Z`).getUTCDay()
  return fromSunday === 0 ? 7 : fromSunday
}
