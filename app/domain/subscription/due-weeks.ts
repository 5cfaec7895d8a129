import { addDays } from '#app/domain/business-day.ts'
import { daysBetween } from '#app/domain/days-between.ts'
import { weekdayOf } from '#app/domain/delivery/weekday.ts'

/** When a subscription comes. Days are YYYY-MM-DD in Asia/Shanghai. */
export type Rhythm = {
  startsOn: string
  /** 1 Monday … 7 Sunday */
  weekday: number
  everyWeeks: number
  status: 'active' | 'paused' | 'ended'
  /** null while paused: until it is resumed */
  pausedUntilOn: string | null
}

/** A week is known by its Monday. */
export const mondayOf = (on: string): string => addDays(on, 1 - weekdayOf(on))

/** The day of a week on which a subscription would come; where no wave goes on it, the next that does. */
export const wishedDay = (weekOn: string, { weekday }: Pick<Rhythm, 'weekday'>): string => addDays(weekOn, weekday - 1)

/** The Monday of the first week: that of the first wished weekday on or after the start. */
export function firstWeek({ startsOn, weekday }: Pick<Rhythm, 'startsOn' | 'weekday'>): string {
  const weekOn = mondayOf(startsOn)
  return wishedDay(weekOn, { weekday }) >= startsOn ? weekOn : addDays(weekOn, 7)
}

/** Whether something comes in a week, as the rhythm has it: after the start, in step, not ended and not paused. */
export function isDue(rhythm: Rhythm, weekOn: string): boolean {
  if (rhythm.status === 'ended') return false
  const since = daysBetween(firstWeek(rhythm), weekOn)
  if (since < 0 || since % (7 * rhythm.everyWeeks) !== 0) return false
  return !isPausedOn(rhythm, wishedDay(weekOn, rhythm))
}

/** A pause with an end lets go by itself: what is wished for that day or later comes again. */
export const isPausedOn = ({ status, pausedUntilOn }: Pick<Rhythm, 'status' | 'pausedUntilOn'>, on: string): boolean =>
  status === 'paused' && (pausedUntilOn === null || on < pausedUntilOn)

/** The next `count` weeks in step whose wished day is `fromOn` or later, paused ones too. */
export function weeksAhead(rhythm: Rhythm, fromOn: string, count: number): string[] {
  const first = firstWeek(rhythm)
  const step = 7 * rhythm.everyWeeks
  const next = firstWeek({ startsOn: fromOn, weekday: rhythm.weekday })
  const steps = Math.max(0, Math.ceil(daysBetween(first, next) / step))
  return Array.from({ length: count }, (_, index) => addDays(first, (steps + index) * step))
}

/** The wave a week comes with: the first on its wished day or within the six days after, so that no two weeks share one; null without any. `waves` are all from the wished day on. */
export function waveOfWeek<Wave extends { deliversOn: string }>(
  weekOn: string,
  rhythm: Pick<Rhythm, 'weekday'>,
  waves: readonly Wave[],
): Wave | null {
  const from = wishedDay(weekOn, rhythm)
  const until = addDays(from, 6)
  let found: Wave | null = null
  for (const wave of waves) {
    if (wave.deliversOn >= from && wave.deliversOn <= until && (!found || wave.deliversOn < found.deliversOn)) found = wave
  }
  return found
}

/** The week that comes with the wave of a day, if any does: the one whose wished day is that day or the last before it. */
export const weekOfDay = (on: string, { weekday }: Pick<Rhythm, 'weekday'>): string => {
  const weekOn = mondayOf(on)
  return wishedDay(weekOn, { weekday }) <= on ? weekOn : addDays(weekOn, -7)
}
