import { addDays, businessDay, shanghaiInstant } from '#app/domain/business-day.ts'
import type { Database } from '#db/connection.ts'
import { findDaysToCollect } from '#db/queries/first-mile/collections.server.ts'
import { planCollection } from './plan-collection.server.ts'

/**
 * Plans the fetching of every day, today before the hub's hour or tomorrow, whose waves have all closed and for which nobody has
 * planned it yet. A day
 * on which no vehicle can fetch anything is looked at again at the next sweep: somebody may have given a driver a shift.
 * @returns how many days were planned
 */
export async function planDueCollections(database: Database, now: Date): Promise<number> {
  const today = businessDay(now)
  const days = (await findDaysToCollect(database.reader, { fromOn: today, untilOn: addDays(today, 1) })).filter(
    ({ on, arriveBy }) => now < shanghaiInstant(on, arriveBy),
  )
  for (const { hubId, on } of days) await planCollection(database, { hubId, on, now })
  return days.length
}
