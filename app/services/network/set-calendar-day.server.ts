import { businessDay } from '#app/domain/business-day.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { ensureWavesInside, wavesAheadDays } from '#app/services/delivery/ensure-waves.server.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { deleteUnusedWaves, findBookedWaves } from '#db/queries/delivery/wave-calendar.server.ts'
import { deleteCalendarDay, putCalendarDay } from '#db/queries/network/network-desk.server.ts'

export type CalendarWord = {
  /** null: every zone */
  zoneId: string | null
  on: string
  kind: 'no_delivery' | 'extra_delivery'
  noteZh: string
  noteEn: string
}
export type SetCalendarRefusal = { code: 'start_passed' } | { code: 'has_orders' } | { code: 'unknown_day' }
type By = { userId: string; now: Date }

/** Says of one day that there is no delivery, or one more. A day somebody has ordered for is not taken away: they are moved first. */
export function setCalendarDay(
  { transact }: Pick<Database, 'transact'>,
  word: CalendarWord,
  { userId, now }: By,
): Promise<Result<null, SetCalendarRefusal>> {
  const { zoneId, on } = word
  const today = businessDay(now)
  return transact(async (tx) => {
    if (on < today) return refuse({ code: 'start_passed' })
    if (word.kind === 'no_delivery') {
      await deleteUnusedWaves(tx, { zoneId, fromOn: on, untilOn: on })
      if ((await findBookedWaves(tx, { zoneId, on })).length > 0) return refuse({ code: 'has_orders' })
    }
    await putCalendarDay(tx, { id: `${zoneId ?? 'all'}:${on}`, ...word })
    await ensureWavesInside(tx, { fromOn: today, days: wavesAheadDays })
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'calendar_set', subject: on, detail: { ...word }, at: now })
    return accept(null)
  })
}

/** The rules alone say again what the day is. */
export function clearCalendarDay(
  { transact }: Pick<Database, 'transact'>,
  id: string,
  { userId, now }: By,
): Promise<Result<null, SetCalendarRefusal>> {
  return transact(async (tx) => {
    const [cleared] = await deleteCalendarDay(tx, id)
    if (!cleared) return refuse({ code: 'unknown_day' })
    if (cleared.kind === 'extra_delivery') await deleteUnusedWaves(tx, { zoneId: cleared.zoneId, fromOn: cleared.on, untilOn: cleared.on })
    await ensureWavesInside(tx, { fromOn: businessDay(now), days: wavesAheadDays })
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'calendar_cleared', subject: id, detail: {}, at: now })
    return accept(null)
  })
}
