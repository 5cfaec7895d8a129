import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import * as dispatch from '#db/queries/delivery/dispatch.server.ts'
import { findWave } from '#db/queries/delivery/wave-planning.server.ts'

export type HoldWave = { waveId: string; held: boolean; actorId: string; now: Date }

/** The office looks at this wave's plan before drivers and customers do, or no longer wants to. What is published stays so. */
export function holdWave(
  { transact }: Database,
  { waveId, held, actorId, now }: HoldWave,
): Promise<Result<null, { code: 'unknown_wave' | 'already_published' }>> {
  return transact(async (tx) => {
    const wave = await findWave(tx, waveId)
    if (!wave) return refuse({ code: 'unknown_wave' })
    if (wave.publishedAt) return refuse({ code: 'already_published' })
    if (wave.held === held) return accept(null)
    await dispatch.holdWave(tx, { waveId, held })
    await insertAuditEntry(tx, { actorId, actsFor: 'alliance', action: 'plan_held', subject: waveId, detail: { held }, at: now })
    return accept(null)
  })
}
