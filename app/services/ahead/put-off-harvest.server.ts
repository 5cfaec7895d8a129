import { addDays, businessDay } from '#app/domain/business-day.ts'
import { horizonDays } from '#app/domain/catalog/sold-ahead.ts'
import { daysBetween } from '#app/domain/days-between.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { planWithoutThem } from '#app/services/first-mile/leave-empty-drops.server.ts'
import type { Database } from '#db/connection.ts'
import { findPromisedLines, lockOwnLot, moveForecast } from '#db/queries/ahead/forecasts.server.ts'
import { movePresale } from '#db/queries/ahead/presales.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { markChanged } from '#db/queries/farm/listing-writes.server.ts'
import { type CarryAfterRefusal, carryLinesAfter } from './carry-lines-after.server.ts'

export type PutOff = { farmId: string; userId: string; lotId: string; harvestFromOn: string; now: Date }
export type PutOffRefusal =
  | { code: 'not_found' }
  | { code: 'in_already' }
  | { code: 'not_later' }
  | { code: 'too_far_ahead' }
  | CarryAfterRefusal

/**
 * A harvest comes later than forecast: it is expected, good and delivered that many days later, and what was to come before it is
 * carried into the first wave after it. Customers are told and may cancel. The same day again changes nothing.
 */
export async function putOffHarvest(
  database: Database,
  { farmId, userId, lotId, harvestFromOn, now }: PutOff,
): Promise<Result<{ moved: number }, PutOffRefusal>> {
  const done = await database.transact(async (tx): Promise<Result<{ moved: number; fromWaveIds: string[] }, PutOffRefusal>> => {
    const lot = await lockOwnLot(tx, { farmId, lotId })
    if (!lot) return refuse({ code: 'not_found' })
    if (!lot.forecast) return refuse({ code: 'in_already' })
    if (lot.harvestedOn === harvestFromOn) return accept({ moved: 0, fromWaveIds: [] })
    if (harvestFromOn < lot.harvestedOn) return refuse({ code: 'not_later' })
    if (harvestFromOn > addDays(businessDay(now), horizonDays)) return refuse({ code: 'too_far_ahead' })
    const later = daysBetween(lot.harvestedOn, harvestFromOn)
    const bestBeforeOn = addDays(lot.bestBeforeOn, later)
    await moveForecast(tx, { lotId, harvestedOn: harvestFromOn, bestBeforeOn })
    await movePresale(tx, { lotId, harvestFromOn, laterDays: later })
    const carried = await carryLinesAfter(tx, { lines: await findPromisedLines(tx, lotId), harvestedOn: harvestFromOn, now })
    if (!carried.ok) return carried
    await markChanged(tx, [lot.productId], now)
    const detail = { from: lot.harvestedOn, to: harvestFromOn, moved: carried.value.moved }
    await insertAuditEntry(tx, { actorId: userId, actsFor: farmId, action: 'harvest_put_off', subject: lotId, detail, at: now })
    return carried
  })
  if (!done.ok) return done
  await planWithoutThem(database, { waveIds: done.value.fromWaveIds, actorId: userId, now })
  return accept({ moved: done.value.moved })
}
