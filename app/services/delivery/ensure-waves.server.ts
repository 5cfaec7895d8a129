import { upcomingCutoffs } from '#app/domain/delivery/upcoming-cutoffs.ts'
import type { Database } from '#db/client.server.ts'
import { findZoneSchedules, insertMissingWaves } from '#db/queries/wave-calendar.server.ts'

/** What one wave takes until the office says otherwise. */
const capacityDrops = 60

/**
 * Opens the waves each zone's weekdays call for: those that deliver on `fromOn` or one of the `days - 1` days after it, with
 * the cut-off the zone keeps on the day before. A wave that is there stays as it is, so this may run any number of times.
 * @returns how many were opened
 */
export function ensureWaves({ transact }: Database, { fromOn, days }: { fromOn: string; days: number }): Promise<number> {
  return transact(async (tx) => {
    const wanted = (await findZoneSchedules(tx)).flatMap(({ weekdays, cutoffHour, ...zone }) =>
      upcomingCutoffs({ weekdays: weekdays.map(isoWeekday), cutoffHour, daysBefore: 1 }, fromOn, days).map((cutoff) => ({
        id: `wav_${zone.zoneId}_${cutoff.deliversOn.replaceAll('-', '')}`,
        ...zone,
        ...cutoff,
        capacityDrops,
        status: 'open' as const,
      })),
    )
    return insertMissingWaves(tx, wanted)
  })
}

/** Zones count as Date#getDay does, Sunday 0; the calendar as ISO 8601 does, Sunday 7. */
const isoWeekday = (day: number) => (day === 0 ? 7 : day)
