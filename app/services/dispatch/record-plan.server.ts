import type { Arrangement } from '#app/domain/delivery/arrangement.ts'
import type { DeliveryPlan } from '#app/domain/delivery/plan.ts'
import { fen } from '#app/domain/money/fen.ts'
import { layOutWave } from '#app/services/delivery/lay-out-wave.server.ts'
import type { Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { type Assignment, claimPlanVersion, insertPlanEdit, type PlanEditRow } from '#db/queries/delivery/dispatch.server.ts'
import { replacePlan } from '#db/queries/delivery/stored-plan.server.ts'
import { publishWaveInside } from './publish-plan.server.ts'
import type { Dispatch } from './read-dispatch.server.ts'

/** Planned by itself when a wave closes: nobody's name stands by it. */
export const PLANNER = 'planner'

export type RecordedPlan = {
  dispatch: Dispatch
  arrangement: Arrangement
  plan: DeliveryPlan
  action: PlanEditRow['action']
  actorId: string
  /** no personal data */
  detail: Record<string, unknown>
  now: Date
}

/**
 * Puts a plan down as the wave's next version, with its history entry. A wave that is published, or is not held back, is published
 * with it in the same transaction: drivers and customers never see half a change.
 *
 * @returns how many drops it has; null when somebody has changed the plan since it was read
 */
export async function recordPlan(tx: Tx, recorded: RecordedPlan): Promise<{ drops: number } | null> {
  const { dispatch, arrangement, plan, action, actorId, detail, now } = recorded
  const { wave, seen, drops, stored } = dispatch
  const version = await claimPlanVersion(tx, { waveId: wave.id, seen: wave.planVersion })
  if (version === null) return null
  const rows = layOutWave({ ...seen, drops, arrangement, plan, stored })
  await replacePlan(tx, wave.id, rows)
  const idOf = new Map(rows.drops.map((drop) => [drop.code, drop.id]))
  const assignment = assignmentOf(arrangement, (code) => idOf.get(code))
  const costFen = fen(plan.costFen)
  const about = { ...detail, unserved: plan.unserved.length }
  await insertPlanEdit(tx, { id: newId('edt'), waveId: wave.id, version, action, actorId, at: now, detail: about, assignment, costFen })
  if (actorId !== PLANNER) {
    const audited = { version, costFen, ...detail }
    await insertAuditEntry(tx, { actorId, actsFor: 'alliance', action: `plan_${action}`, subject: wave.id, detail: audited, at: now })
  }
  if (wave.publishedAt || !wave.held) await publishWaveInside(tx, { waveId: wave.id, now })
  return { drops: rows.drops.length }
}

function assignmentOf({ runs, excluded }: Arrangement, idOf: (code: string) => string | undefined): Assignment {
  const idsOf = (codes: readonly string[]) => codes.flatMap((code) => idOf(code) ?? [])
  return {
    runs: runs.map(({ vehicleId, driverId, dropIds, locked, pinned }) => ({
      vehicleId,
      ...(driverId === undefined ? {} : { driverId }),
      dropIds: idsOf(dropIds),
      locked: idsOf(locked),
      pinned: idsOf(pinned),
    })),
    excluded: idsOf(excluded),
  }
}

/** What was decided at another moment, as far as it is still there: drops that have gone are left out. */
export function arrangementAt(assignment: Assignment, { stored, codeOf }: Pick<Dispatch, 'stored' | 'codeOf'>): Arrangement {
  const codes = new Map(stored.drops.map((drop) => [drop.id, codeOf(drop)]))
  const codesOf = (ids: readonly string[]) => ids.flatMap((id) => codes.get(id) ?? [])
  return {
    runs: assignment.runs.map(({ vehicleId, driverId, dropIds, locked, pinned }) => ({
      vehicleId,
      ...(driverId === undefined ? {} : { driverId }),
      dropIds: codesOf(dropIds),
      locked: codesOf(locked),
      pinned: codesOf(pinned ?? []),
    })),
    excluded: codesOf(assignment.excluded),
  }
}
