import { decideWaveTerms, type WaveTerms, type WaveTermsRefusal } from '#app/domain/delivery/decide-wave-terms.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { lockWave } from '#db/queries/delivery/lock-wave.server.ts'
import { findWaveTerms, updateWaveTerms } from '#db/queries/network/wave-terms.server.ts'

/** `version`: as it was when the form was shown */
export type SaveWaveTerms = { waveId: string; version: number; terms: WaveTerms; userId: string; now: Date }
export type SaveWaveTermsRefusal = WaveTermsRefusal | { code: 'unknown_wave' | 'changed_meanwhile' }

/** One wave is sold on terms of its own from now on: no later rule of its zone replaces them. What was ordered before stays as it was. */
export function saveWaveTerms(
  { transact }: Pick<Database, 'transact'>,
  { waveId, version, terms, userId, now }: SaveWaveTerms,
): Promise<Result<null, SaveWaveTermsRefusal>> {
  return transact(async (tx) => {
    await lockWave(tx, waveId)
    const wave = await findWaveTerms(tx, waveId)
    if (!wave) return refuse({ code: 'unknown_wave' })
    if (wave.version !== version) return refuse({ code: 'changed_meanwhile' })
    const decided = decideWaveTerms(wave, terms, { arriveBy: wave.arriveBy, now })
    if (!decided.ok) return decided
    if (!(await updateWaveTerms(tx, { waveId, version, terms }))) return refuse({ code: 'changed_meanwhile' })
    const { capacityDrops, dropFeeFen, cutoffAt } = wave
    const detail = {
      before: { capacityDrops, dropFeeFen, cutoffAt: cutoffAt.toISOString() },
      ...terms,
      cutoffAt: terms.cutoffAt.toISOString(),
    }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'wave_terms_saved', subject: waveId, detail, at: now })
    return accept(null)
  })
}
