import { invariant } from '#app/domain/invariant.ts'

/**
 * Business days are Asia/Shanghai, which has kept +08:00 all year round since 1991. The fixed offset lets a decision stay pure:
 * no time-zone table, and the same answer on every machine.
 */
const OFFSET_MS = 8 * 3_600_000
const DAY_MS = 24 * 3_600_000

/** 1 Monday to 7 Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** The business day, YYYY-MM-DD, an instant falls on. */
export const businessDayOf = (at: Date): string => new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10)

/** The instant `hour` o'clock of a business day begins; 24 is the midnight that ends it. */
export const instantOf = (on: string, hour: number): Date => new Date(epochMs(on) - OFFSET_MS + hour * 3_600_000)

export const addDays = (on: string, days: number): string => new Date(epochMs(on) + days * DAY_MS).toISOString().slice(0, 10)

export function weekdayOf(on: string): Weekday {
  const weekday = new Date(epochMs(on)).getUTCDay()
  return (weekday === 0 ? 7 : weekday) as Weekday
}

/** @throws {InvariantError} when it is not a day of the calendar, written YYYY-MM-DD */
function epochMs(on: string): number {
  const ms = Date.parse(`${on}T00:00:00Z`)
  invariant(!Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === on, `not a date: ${on}`)
  return ms
}
