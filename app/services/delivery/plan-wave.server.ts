import { type Arrangement, rearranged } from '#app/domain/delivery/arrangement.ts'
import type { ReplanMode } from '#app/domain/delivery/plan.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { planAsConfigured } from '#app/services/dispatch/plan-as-configured.server.ts'
import { type Dispatch, decidedProblem, readDispatch } from '#app/services/dispatch/read-dispatch.server.ts'
import { PLANNER, recordPlan } from '#app/services/dispatch/record-plan.server.ts'
import type { Database, Tx } from '#db/connection.ts'
import * as planning from '#db/queries/delivery/wave-planning.server.ts'
import { marksOf } from './read-wave.server.ts'
import type { PlannerOptions, WavePlanner } from './wave-planner.ts'

export type PlanWave = Omit<PlannerOptions, 'again'> & {
  waveId: string
  /** plan anew even though nobody has paid since: the fleet is another, or the dispatcher wants to see it again */
  again?: boolean
  /** what of the plan that stands is kept; whoever pays late is otherwise put where they cost least */
  mode?: ReplanMode
  /** who asked for it; nobody did when a wave closes by itself */
  actorId?: string
  now: Date
  planner?: WavePlanner
}

/** `planned` is false when the plan that was there still holds. `notes`: which planner and table answered, and what they fell back from. */
export type PlannedWave = { planned: boolean; notes: string[] }
export type PlanWaveRefusal = { code: 'unknown_wave' | 'not_closed' | 'already_left' | 'changed_meanwhile' }

const looks = 3

/**
 * Plans a closed wave, and plans it anew when somebody has paid since and nothing has left the hub yet. The planning runs
 * between two looks at the wave, outside any transaction; what has changed at the second look is planned again.
 */
export async function planWave(database: Database, ask: PlanWave): Promise<Result<PlannedWave, PlanWaveRefusal>> {
  const { waveId, again = false, actorId = PLANNER, now } = ask
  for (let look = 1; look <= looks; look++) {
    const wave = await planning.findWave(database.reader, waveId)
    if (!wave) return refuse({ code: 'unknown_wave' })
    if (wave.status === 'open') return refuse({ code: 'not_closed' })
    if (!again && (await planHolds(database, waveId))) return accept({ planned: false, notes: [] })
    const seen = await readDispatch(database.reader, wave)
    const { plan, notes, arrangement } = await planAgain(database, seen, ask)
    const written = await database.transact(async (tx) => {
      await planning.lockFleet(tx, wave.hubId)
      if (await planning.hasLeft(tx, waveId)) return refuse({ code: 'already_left' })
      if (await hasChanged(tx, seen)) return accept(null)
      const detail = { mode: ask.mode ?? 'all', notes }
      const recorded = await recordPlan(tx, { dispatch: seen, arrangement, plan, action: 'plan', actorId, detail, now })
      if (recorded) await planning.markPlanned(tx, { waveId, status: recorded.drops === 0 ? 'done' : 'closed' })
      return accept(recorded)
    })
    if (!written.ok) return written
    if (written.value) return accept({ planned: true, notes })
  }
  return refuse({ code: 'changed_meanwhile' })
}

async function planAgain(database: Database, { problem, arrangement, road }: Dispatch, { planner, mode, again, ...asked }: PlanWave) {
  const kept = mode ?? (again ? 'all' : 'keep_order')
  const isFirst = arrangement.runs.length === 0
  const before = kept === 'all' ? withoutDrivers(arrangement) : arrangement
  const decided = decidedProblem(problem, before, road)
  const { seconds, progress, stop } = asked
  const options: PlannerOptions = {
    ...(isFirst || kept === 'all' ? {} : { again: { mode: kept, from: before.runs } }),
    ...(seconds === undefined ? {} : { seconds }),
    ...(progress ? { progress } : {}),
    ...(stop ? { stop } : {}),
  }
  const { plan, notes } = planner
    ? { plan: await planner.plan(decided, options), notes: [] }
    : await planAsConfigured(database, decided, { options, now: asked.now })
  const runs = plan.routes.map(({ vehicleId, stops }) => ({ vehicleId, dropIds: stops.map(({ dropId }) => dropId) }))
  return { plan, notes, arrangement: rearranged(before, runs) }
}

/** Planned from nothing, every vehicle is driven by whoever is on duty. */
const withoutDrivers = ({ runs, excluded }: Arrangement): Arrangement => ({
  runs: runs.map(({ driverId: _driver, ...run }) => run),
  excluded,
})

const planHolds = async ({ reader }: Database, waveId: string) =>
  (await planning.hasFigures(reader, waveId)) && !(await planning.hasLatecomer(reader, waveId))

async function hasChanged(tx: Tx, { wave, seen }: Dispatch) {
  const consignments = await planning.findWaveConsignments(tx, wave.id)
  const { id: waveId, hubId, deliversOn } = wave
  return marksOf(consignments, await planning.findOtherRuns(tx, { waveId, hubId, deliversOn })) !== seen.marks
}
