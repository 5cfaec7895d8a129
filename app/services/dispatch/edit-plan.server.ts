import type { Arrangement } from '#app/domain/delivery/arrangement.ts'
import { cheapestPlace } from '#app/domain/delivery/cheapest-place.ts'
import { type EditRefusal, editArrangement, type MoveTo, type PlanEdit } from '#app/domain/delivery/edit-arrangement.ts'
import { type PlanBreach, type RetimedPlan, retimePlan } from '#app/domain/delivery/retime-plan.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database, Reader } from '#db/connection.ts'
import { findDriversOn } from '#db/queries/delivery/fleet-of-day.server.ts'
import { findWave, lockFleet } from '#db/queries/delivery/wave-planning.server.ts'
import { measuredBefore } from './measure-travel.server.ts'
import { type Dispatch, decidedProblem, dropNames, readDispatch } from './read-dispatch.server.ts'
import { recordPlan } from './record-plan.server.ts'

/** By the ids of drops and runs, as the page has them. `before: 'cheapest'` leaves the place in the run to us. */
export type AskedEdit =
  | { action: 'move'; dropIds: string[]; to: { runId: string; before: string | null | 'cheapest' } | { vehicleId: string } }
  | { action: 'lock'; dropIds: string[]; inPlace: boolean }
  | { action: 'unlock' | 'exclude' | 'include'; dropIds: string[] }
  | { action: 'reorder'; runId: string; dropIds: string[] }
  | { action: 'hand_over'; runId: string; vehicleId: string; driverId?: string }

export type EditPlan = { waveId: string; version: number; edit: AskedEdit; actorId: string; now: Date }
export type EditPlanRefusal =
  | EditRefusal
  | { code: 'unknown_wave' | 'not_planned' | 'edited_meanwhile' | 'unknown_vehicle' | 'unknown_driver' }

/** What an edit makes of the plan, beside what it was: money, way, time, and what is broken. */
export type EditEffect = { before: PlanSum; after: PlanSum; newBreaches: PlanBreach[] }
export type PlanSum = { costFen: number; distanceM: number; durationS: number; unserved: number; breaches: number }

/** Changes a plan as the dispatcher says, and says at once what it costs and breaks. Whoever edits an older plan is told. */
export async function editPlan(database: Database, ask: EditPlan): Promise<Result<EditEffect, EditPlanRefusal>> {
  return database.transact(async (tx) => {
    const tried = await tryEdit(tx, ask)
    if (!tried.ok) return tried
    const { dispatch, arrangement, retimed, effect } = tried.value
    await lockFleet(tx, dispatch.wave.hubId)
    const { action, ...detail } = ask.edit
    const recorded = await recordPlan(tx, {
      dispatch,
      arrangement,
      plan: retimed.plan,
      action,
      actorId: ask.actorId,
      detail: { ...detail, ...effectDetail(effect) },
      now: ask.now,
    })
    return recorded ? accept(effect) : refuse({ code: 'edited_meanwhile' })
  })
}

type Tried = { dispatch: Dispatch; arrangement: Arrangement; retimed: RetimedPlan; effect: EditEffect }

/** The same without doing it: what it would cost and break. */
export async function tryEdit(
  db: Pick<Reader, 'select'>,
  { waveId, version, edit }: Pick<EditPlan, 'waveId' | 'version' | 'edit'>,
): Promise<Result<Tried, EditPlanRefusal>> {
  const wave = await findWave(db, waveId)
  if (!wave) return refuse({ code: 'unknown_wave' })
  if (wave.planVersion === 0) return refuse({ code: 'not_planned' })
  if (wave.planVersion !== version) return refuse({ code: 'edited_meanwhile' })
  if (edit.action === 'hand_over' && edit.driverId !== undefined) {
    const there = await findDriversOn(db, { on: wave.deliversOn })
    if (!there.some(({ id }) => id === edit.driverId)) return refuse({ code: 'unknown_driver' })
  }
  const read = await readDispatch(db, wave)
  const dispatch = { ...read, problem: await measuredBefore(db, read.problem) }
  const translated = translate(dispatch, edit)
  if (!translated.ok) return translated
  const edited = editArrangement(dispatch.arrangement, translated.value, dispatch.road)
  if (!edited.ok) return edited
  const before = retimed(dispatch, dispatch.arrangement)
  const after = retimed(dispatch, edited.value)
  return accept({ dispatch, arrangement: edited.value, retimed: after, effect: effectOf(before, after) })
}

/** An effect as the history keeps it. */
export const effectDetail = ({ before, after, newBreaches }: EditEffect) => ({ before, after, newBreaches: newBreaches.length })

/** The plan that stands, driven in its order. */
export const retimed = ({ problem, road }: Pick<Dispatch, 'problem' | 'road'>, arrangement: Arrangement) =>
  retimePlan(decidedProblem(problem, arrangement, road), arrangement.runs)

export function effectOf(before: RetimedPlan, after: RetimedPlan): EditEffect {
  const known = new Set(before.breaches.map(({ cause, at }) => `${cause} ${at}`))
  const newBreaches = after.breaches.filter(({ cause, at }) => !known.has(`${cause} ${at}`))
  return { before: sumOf(before), after: sumOf(after), newBreaches }
}

const sumOf = ({ plan, breaches }: RetimedPlan): PlanSum => ({
  costFen: plan.costFen,
  distanceM: plan.distanceM,
  durationS: plan.durationS,
  unserved: plan.unserved.length,
  breaches: breaches.length,
})

/** From the page's ids to the problem's codes and the arrangement's runs. */
function translate(dispatch: Dispatch, edit: AskedEdit): Result<PlanEdit, EditPlanRefusal> {
  const { codes } = dropNames(dispatch)
  const known = 'dropIds' in edit ? edit.dropIds.flatMap((id) => codes.get(id) ?? []) : []
  if ('dropIds' in edit && known.length !== edit.dropIds.length) return refuse({ code: 'unknown_stop' })
  const indexOf = (runId: string) => dispatch.stored.runs.findIndex(({ id }) => id === runId)
  const there = (vehicleId: string) => dispatch.problem.vehicles.some(({ id }) => id === vehicleId)
  if (edit.action === 'hand_over') {
    if (!there(edit.vehicleId)) return refuse({ code: 'unknown_vehicle' })
    const { runId, ...rest } = edit
    return accept({ ...rest, run: indexOf(runId) })
  }
  if (edit.action === 'reorder') return accept({ action: 'reorder', run: indexOf(edit.runId), dropIds: known })
  if (edit.action !== 'move') return accept({ ...edit, dropIds: known })
  if ('vehicleId' in edit.to) {
    if (!there(edit.to.vehicleId)) return refuse({ code: 'unknown_vehicle' })
    return accept({ action: 'move', dropIds: known, to: { run: null, vehicleId: edit.to.vehicleId } })
  }
  const run = indexOf(edit.to.runId)
  if (run === -1) return refuse({ code: 'unknown_run' })
  return accept({
    action: 'move',
    dropIds: known,
    to: { run, before: placeIn(dispatch, run, known, edit.to.before, codes) } satisfies MoveTo,
  })
}

function placeIn(
  { arrangement, problem }: Dispatch,
  run: number,
  moved: readonly string[],
  before: string | null,
  codes: ReadonlyMap<string, string>,
): string | null {
  if (before === null) return null
  if (before !== 'cheapest') return codes.get(before) ?? null
  const { vehicleId, dropIds, pinned } = arrangement.runs[run]!
  const others = dropIds.filter((code) => !moved.includes(code))
  const [first] = moved
  if (first === undefined) return null
  return cheapestPlace(problem, { vehicleId, dropIds: others }, first, others.findLastIndex((code) => pinned.includes(code)) + 1)
}
