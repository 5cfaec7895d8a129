import { addDays } from '#app/domain/business-day.ts'
import { daysBetween } from '#app/domain/days-between.ts'
import { horizonDays, waveWithinDays } from './sold-ahead.ts'

export const adoptionKinds = ['tree', 'hen', 'plot'] as const
export type AdoptionKind = (typeof adoptionKinds)[number]
export const mostAdoptionDates = 12

export type DatesProblem = 'no_dates' | 'too_many_dates' | 'too_soon' | 'too_far_ahead' | 'too_close'

/** Why dates cannot be promised: each needs a harvest before it and a wave after it, before the next. Null when they can. */
export function datesProblem(datesOn: readonly string[], today: string): DatesProblem | null {
  const [first] = datesOn
  if (first === undefined) return 'no_dates'
  if (datesOn.length > mostAdoptionDates) return 'too_many_dates'
  if (daysBetween(today, first) < 2) return 'too_soon'
  if (datesOn.at(-1)! > addDays(today, horizonDays)) return 'too_far_ahead'
  return datesOn.some((on, index) => index > 0 && daysBetween(datesOn[index - 1]!, on) < waveWithinDays) ? 'too_close' : null
}

/**
 * The harvests forecast for an adoption's dates: each the day before, and for its own date alone, so that no place of a later
 * date is filled from an earlier harvest. The last keeps as long as a wave may be away.
 */
export const harvestsFor = (datesOn: readonly string[]) =>
  datesOn.map((on, index) => {
    const next = datesOn[index + 1]
    return { harvestedOn: addDays(on, -1), bestBeforeOn: next === undefined ? addDays(on, 2 * waveWithinDays) : addDays(next, -1) }
  })

/** The lowest numbers from 1 on that are free. */
export function freeNumbers(taken: ReadonlySet<number>, wanted: number): number[] {
  const free: number[] = []
  for (let number = 1; free.length < wanted; number += 1) if (!taken.has(number)) free.push(number)
  return free
}
