/** 1 Monday to 7 Sunday (ISO 8601) of a calendar day, YYYY-MM-DD. */
export function weekdayOf(on: string): number {
  const fromSunday = new Date(`${on}T00:00:00Z`).getUTCDay()
  return fromSunday === 0 ? 7 : fromSunday
}
