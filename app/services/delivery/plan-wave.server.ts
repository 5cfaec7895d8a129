import type { DeliveryPlan, DeliveryProblem } from '#app/domain/delivery/plan.ts'
import { poseWave } from '#app/domain/delivery/pose-wave.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database, Tx } from '#db/connection.ts'
import * as planning from '#db/queries/wave-planning.server.ts'
import { layOutWave } from './lay-out-wave.server.ts'
import { planInWorker } from './plan-in-worker.server.ts'
import { marksOf, readWave, type SeenWave } from './read-wave.server.ts'

/** A planner here, in a thread, or elsewhere. */
export type WavePlanner = { plan(problem: DeliveryProblem): DeliveryPlan | Promise<DeliveryPlan> }

const ownPlanner: WavePlanner = { plan: (problem) => planInWorker(problem) }

export type PlanWave = {
  waveId: string
  /** plan anew even though nobody has paid since: the fleet is another, or the dispatcher wants to see it again */
  again?: boolean
  now: Date
  planner?: WavePlanner
}

/** `planned` is false when the plan that was there still holds. */
export type PlannedWave = { planned: boolean }
export type PlanWaveRefusal = { code: 'unknown_wave' | 'not_closed' | 'already_left' | 'changed_meanwhile' }

const looks = 3

/**
 * Plans a closed wave, and plans it anew when somebody has paid since and nothing has left the hub yet. The planning runs
 * between two looks at the wave, outside any transaction; what has changed at the second look is planned again.
 */
export async function planWave(
  database: Database,
  { waveId, again = false, now, planner = ownPlanner }: PlanWave,
): Promise<Result<PlannedWave, PlanWaveRefusal>> {
  for (let look = 1; look <= looks; look++) {
    const wave = await planning.findWave(database.reader, waveId)
    if (!wave) return refuse({ code: 'unknown_wave' })
    if (wave.status === 'open') return refuse({ code: 'not_closed' })
    if (!again && (await planHolds(database, waveId))) return accept({ planned: false })
    const seen = await readWave(database.reader, wave)
    const { drops, problem } = poseWave(seen.facts)
    const rows = layOutWave({ ...seen, drops, plan: await planner.plan(problem) }, now)
    const written = await database.transact(async (tx) => {
      await planning.lockFleet(tx, wave.hubId)
      if (await planning.hasLeft(tx, waveId)) return refuse({ code: 'already_left' })
      if (await hasChanged(tx, wave, seen)) return accept(false)
      await planning.erasePlan(tx, waveId)
      await planning.insertPlan(tx, rows)
      await planning.markPlanned(tx, { waveId, status: rows.drops.length === 0 ? 'done' : 'closed' })
      return accept(true)
    })
    if (!written.ok) return written
    if (written.value) return accept({ planned: true })
  }
  return refuse({ code: 'changed_meanwhile' })
}

const planHolds = async ({ reader }: Database, waveId: string) =>
  (await planning.hasFigures(reader, waveId)) && !(await planning.hasLatecomer(reader, waveId))

async function hasChanged(tx: Tx, wave: planning.WaveRow, seen: SeenWave) {
  const consignments = await planning.findWaveConsignments(tx, wave.id)
  const { id: waveId, hubId, deliversOn } = wave
  return marksOf(consignments, await planning.findOtherRuns(tx, { waveId, hubId, deliversOn })) !== seen.marks
}
