import { businessDay } from '#app/domain/business-day.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { ensureWavesInside, wavesAheadDays } from '#app/services/delivery/ensure-waves.server.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { deleteUnusedWaves } from '#db/queries/delivery/wave-calendar.server.ts'
import { deleteRuleFrom, findZones, insertRule } from '#db/queries/network/network-desk.server.ts'

export type RuleDraft = {
  weekdays: number[]
  cutoffDaysBefore: number
  cutoffTime: string
  capacityDrops: number
  dropFeeFen: Fen
  fromOn: string
}
export type SaveRuleRefusal = { code: 'unknown_zone' } | { code: 'start_passed' }

/**
 * From a day on, a zone's waves are these. Waves of that day and later that nobody has ordered for follow at once; what somebody
 * has ordered for stays as it was promised, and a wave with terms of its own keeps them.
 */
export function saveRule(
  { transact }: Pick<Database, 'transact'>,
  { zoneId, rule, userId, now }: { zoneId: string; rule: RuleDraft; userId: string; now: Date },
): Promise<Result<{ ruleId: string }, SaveRuleRefusal>> {
  const today = businessDay(now)
  return transact(async (tx) => {
    if (!(await findZones(tx)).some(({ id }) => id === zoneId)) return refuse({ code: 'unknown_zone' })
    if (rule.fromOn < today) return refuse({ code: 'start_passed' })
    const ruleId = newId('rul')
    await deleteRuleFrom(tx, { zoneId, fromOn: rule.fromOn })
    await insertRule(tx, { id: ruleId, zoneId, ...rule, untilOn: null })
    await deleteUnusedWaves(tx, { zoneId, fromOn: rule.fromOn, ruledOnly: true })
    await ensureWavesInside(tx, { fromOn: today, days: wavesAheadDays })
    const detail = { zoneId, ...rule }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'wave_rule_saved', subject: ruleId, detail, at: now })
    return accept({ ruleId })
  })
}
