import { addDays, businessDay } from '#app/domain/business-day.ts'
import { isDue, waveOfWeek, weekOfDay } from '#app/domain/subscription/due-weeks.ts'
import { orderedBeforeMs } from '#app/domain/subscription/order-times.ts'
import type { Database } from '#db/client.server.ts'
import { findWeeksOf } from '#db/queries/wanting/subscription-weeks.server.ts'
import { findRunning } from '#db/queries/wanting/subscriptions.server.ts'
import { findWavesClosing, findWavesOfZones } from '#db/queries/wanting/zone-waves.server.ts'
import { type DueWeek, orderWeek } from './order-week.server.ts'

/**
 * Orders what the subscriptions are due for the waves that close within a day and a half. Any number of processes may run this
 * beside one another, any number of times.
 * @returns how many orders were placed
 * @throws {AggregateError} what went wrong with some of them, after the others were ordered
 */
export async function orderDueWeeks(database: Database, now: Date): Promise<number> {
  let ordered = 0
  const failures: unknown[] = []
  for (const due of await findDueWeeks(database, now)) {
    try {
      if ((await orderWeek(database, due)) === 'ordered') ordered++
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} weeks were not ordered`)
  return ordered
}

async function findDueWeeks({ reader }: Database, now: Date): Promise<DueWeek[]> {
  const closing = await findWavesClosing(reader, { now, until: new Date(now.getTime() + orderedBeforeMs) })
  if (closing.length === 0) return []
  const zoneIds = [...new Set(closing.map(({ zoneId }) => zoneId))]
  const days = closing.map(({ deliversOn }) => deliversOn).sort()
  const fromOn = addDays(days[0] ?? businessDay(now), -6)
  const [running, around] = await Promise.all([
    findRunning(reader, zoneIds),
    findWavesOfZones(reader, { zoneIds, fromOn, untilOn: days.at(-1) ?? businessDay(now) }),
  ])
  const due = closing.flatMap((wave) => {
    const ofZone = around.filter(({ zoneId }) => zoneId === wave.zoneId)
    return running.flatMap((subscription) => {
      if (subscription.zoneId !== wave.zoneId) return []
      const weekOn = weekOfDay(wave.deliversOn, subscription)
      const comes = isDue(subscription, weekOn) && waveOfWeek(weekOn, subscription, ofZone)?.id === wave.id
      return comes ? [{ subscriptionId: subscription.id, weekOn, wave, now }] : []
    })
  })
  return await withoutSettled(reader, due)
}

/** What has been decided already is not asked about every minute. */
async function withoutSettled(reader: Database['reader'], due: DueWeek[]): Promise<DueWeek[]> {
  const [fromOn] = due.map(({ weekOn }) => weekOn).sort()
  if (fromOn === undefined) return []
  const noted = await findWeeksOf(reader, { subscriptionIds: due.map(({ subscriptionId }) => subscriptionId), fromOn })
  const isSettled = ({ week }: (typeof noted)[number]) => week.status === 'skipped' || week.status === 'refused' || week.orderId !== null
  const settled = new Set(noted.filter(isSettled).map(({ week }) => `${week.subscriptionId} ${week.weekOn}`))
  return due.filter(({ subscriptionId, weekOn }) => !settled.has(`${subscriptionId} ${weekOn}`))
}
