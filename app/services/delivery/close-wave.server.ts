import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { holdWave } from '#db/queries/delivery/dispatch.server.ts'
import * as planning from '#db/queries/delivery/wave-planning.server.ts'
import { type PlannedWave, type PlanWaveRefusal, planWave } from './plan-wave.server.ts'
import type { WavePlanner } from './wave-planner.ts'

export type CloseWave = {
  waveId: string
  now: Date
  /** the office closes by hand, before the cut-off or while somebody may still pay: who */
  forcedBy?: string
  /** the office wants to see the plan before drivers and customers do; otherwise it is published as it is made */
  held?: boolean
  planner?: WavePlanner
}

export type CloseWaveRefusal =
  | PlanWaveRefusal
  | { code: 'before_cutoff'; cutoffAt: Date }
  | { code: 'awaiting_payment'; orders: number; until: Date }

/** An order holds its place for 35 minutes; five more for a payment that is slow to be told of. */
const graceMs = 40 * 60_000

/**
 * Closes a wave and plans it, once. After the cut-off nothing more can be ordered for it; it closes as soon as nobody who
 * ordered before may still pay, at the latest 40 minutes after the cut-off. Who pays later still is taken into the plan as
 * long as no run has left (`planWave`). Closing a wave that is closed finds its plan, or makes the one a crash prevented.
 */
export async function closeWave(
  database: Database,
  { waveId, now, forcedBy, held, planner }: CloseWave,
): Promise<Result<PlannedWave, CloseWaveRefusal>> {
  const closed = await database.transact(async (tx): Promise<Result<null, CloseWaveRefusal>> => {
    const wave = await planning.findWave(tx, waveId)
    if (!wave) return refuse({ code: 'unknown_wave' })
    if (wave.status !== 'open') return accept(null)
    const { cutoffAt } = wave
    const until = new Date(cutoffAt.getTime() + graceMs)
    if (forcedBy === undefined) {
      if (now < cutoffAt) return refuse({ code: 'before_cutoff', cutoffAt })
      const orders = now < until ? await planning.countAwaitingPayment(tx, waveId) : 0
      if (orders > 0) return refuse({ code: 'awaiting_payment', orders, until })
    }
    if (held !== undefined) await holdWave(tx, { waveId, held })
    const first = await planning.closeOpenWave(tx, { waveId, closedAt: now })
    if (first && forcedBy !== undefined) {
      const early = { cutoffAt: cutoffAt.toISOString() }
      await insertAuditEntry(tx, { actorId: forcedBy, actsFor: 'alliance', action: 'wave_closed', subject: waveId, detail: early, at: now })
    }
    return accept(null)
  })
  if (!closed.ok) return closed
  return planWave(database, { waveId, now, ...(planner ? { planner } : {}) })
}
