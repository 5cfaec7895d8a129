import ical from 'ical-generator'

export type CalendarEntry = {
  /** the same entry keeps its id when it changes */
  id: string
  summary: string
  description: string
  url: string
  changedAt: Date
  /** between two instants, or a whole day (YYYY-MM-DD) while the hours are not known */
  when: { from: Date; until: Date } | { on: string }
}

const dayMs = 86_400_000
/** How often a calendar program should look again, in seconds. */
const everyS = 1800

/** Entries as an iCalendar file (RFC 5545). */
export function writeCalendar(name: string, entries: readonly CalendarEntry[]): string {
  const calendar = ical({ name, prodId: { company: 'Commonfield', product: 'deliveries' }, ttl: everyS })
  for (const { id, summary, description, url, changedAt, when } of entries) {
    const span = 'on' in when ? wholeDay(when.on) : { start: when.from, end: when.until }
    calendar.createEvent({ id, summary, description, url, stamp: changedAt, ...span })
  }
  return calendar.toString()
}

function wholeDay(on: string) {
  const start = new Date(`${on}T00:00:00Z`)
  return { start, end: new Date(start.getTime() + dayMs), allDay: true, timezone: 'UTC' }
}
