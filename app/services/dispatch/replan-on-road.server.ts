import { narrowProblem } from '#app/domain/delivery/narrow-problem.ts'
import { type DeliveryDrop, type DeliveryProblem, estimatedTravel, type RunOutline } from '#app/domain/delivery/plan.ts'
import { retimePlan } from '#app/domain/delivery/retime-plan.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { planInWorker } from '#app/services/delivery/plan-in-worker.server.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { claimPlanVersion, findLastEdits, findPlanHistory, insertPlanEdit, moveStop } from '#db/queries/delivery/dispatch.server.ts'
import { findWave } from '#db/queries/delivery/wave-planning.server.ts'
import { publishWaveInside } from './publish-plan.server.ts'
import { type Dispatch, dropNames, readDispatch } from './read-dispatch.server.ts'

/** `keep_order`: the stops stay as they are, their times are told anew; `rest`: what is still to do is put in the best order. */
export type ReplanOnRoad = { waveId: string; runId: string; version: number; mode: 'keep_order' | 'rest'; actorId: string; now: Date }
export type ReplanOnRoadRefusal = { code: 'unknown_wave' | 'unknown_run' | 'not_on_road' | 'edited_meanwhile' | 'nothing_left_to_do' }

/**
 * A van on the road is behind, or somebody has cancelled: its next stops from where it is now, at this moment. What is in the van
 * stays in it and what is done stays done; customers whose window no longer holds are told the new one.
 */
export async function replanOnRoad(database: Database, ask: ReplanOnRoad): Promise<Result<{ moved: number }, ReplanOnRoadRefusal>> {
  const wave = await findWave(database.reader, ask.waveId)
  if (!wave) return refuse({ code: 'unknown_wave' })
  const dispatch = await readDispatch(database.reader, wave)
  const index = dispatch.stored.runs.findIndex(({ id }) => id === ask.runId)
  const run = dispatch.stored.runs[index]
  if (!run) return refuse({ code: 'unknown_run' })
  if (run.status !== 'on_road') return refuse({ code: 'not_on_road' })
  const settled = new Set(dispatch.road.settled)
  const outline = dispatch.arrangement.runs[index]!
  const open = outline.dropIds.filter((code) => !settled.has(code))
  if (open.length === 0) return refuse({ code: 'nothing_left_to_do' })
  const problem = fromHere(dispatch, { vehicleId: run.vehicleId, open, now: ask.now })
  if (!problem) return refuse({ code: 'unknown_run' })
  const ordered = ask.mode === 'rest' ? await bestOrder(problem, { vehicleId: run.vehicleId, dropIds: open }) : open
  const { plan } = retimePlan(problem, [{ vehicleId: run.vehicleId, dropIds: ordered }])
  const stops = plan.routes.flatMap((route) => route.stops)
  const done = outline.dropIds.filter((code) => settled.has(code))
  const { ids } = dropNames(dispatch)
  return database.transact(async (tx) => {
    const version = await claimPlanVersion(tx, { waveId: wave.id, seen: ask.version })
    if (version === null) return refuse({ code: 'edited_meanwhile' })
    for (const [place, stop] of stops.entries()) {
      const arrivesAt = new Date(dispatch.seen.midnight.getTime() + stop.serviceFromS * 1000)
      await moveStop(tx, { id: ids.get(stop.dropId)!, position: done.length + place + 1, arrivesAt })
    }
    for (const [place, code] of done.entries()) await moveStop(tx, { id: ids.get(code)!, position: place + 1, arrivesAt: ask.now })
    const moved = ordered.filter((code, place) => open[place] !== code).length
    const detail = { runId: ask.runId, mode: ask.mode, moved }
    const [last] = await findLastEdits(tx, { waveId: wave.id, limit: 1 })
    const assignment = (await findPlanHistory(tx, wave.id)).at(-1)?.assignment ?? { runs: [], excluded: [] }
    const runs = assignment.runs.map((each, at) =>
      at === index ? { ...each, dropIds: [...done, ...ordered].flatMap((code) => ids.get(code) ?? []) } : each,
    )
    const entry = { id: newId('edt'), waveId: wave.id, version, action: 'reorder' as const, actorId: ask.actorId, at: ask.now, detail }
    await insertPlanEdit(tx, { ...entry, assignment: { ...assignment, runs }, costFen: last?.costFen ?? plan.costFen })
    await insertAuditEntry(tx, { actorId: ask.actorId, actsFor: 'alliance', action: 'plan_reorder', subject: wave.id, detail, at: ask.now })
    if (wave.publishedAt) await publishWaveInside(tx, { waveId: wave.id, now: ask.now })
    return accept({ moved })
  })
}

/** What the van has still to do, from its last stop, from now on, without loading. */
function fromHere(
  { problem, stored, seen, codeOf }: Dispatch,
  { vehicleId, open, now }: { vehicleId: string; open: readonly string[]; now: Date },
): DeliveryProblem | null {
  const nowS = Math.round((now.getTime() - seen.midnight.getTime()) / 1000)
  const alone = narrowProblem(problem, { vehicleIds: new Set([vehicleId]), dropIds: new Set(open) })
  const [vehicle] = alone.vehicles
  if (!vehicle) return null
  const last = stored.drops
    .filter(({ statusAt, status }) => status !== 'planned' && statusAt !== null)
    .sort((a, b) => (a.statusAt?.getTime() ?? 0) - (b.statusAt?.getTime() ?? 0))
    .findLast((drop) => stored.runs.find(({ id }) => id === drop.runId)?.vehicleId === vehicleId)
  const code = last ? codeOf(last) : undefined
  const start: DeliveryDrop | undefined = problem.drops.find(({ id }) => id === code)
  const shift = { fromS: nowS, untilS: Math.max(vehicle.shift.untilS, nowS + 12 * 3600) }
  const here = { ...vehicle, shift, loadingS: 0, maxRuns: 1, ...(start ? { start: { lat: start.lat, lon: start.lon } } : {}) }
  const { travel: _measured, ...rest } = alone
  return { ...rest, travel: estimatedTravel, vehicles: [here] }
}

/** Our planner's order; what it would leave out for its window's sake is brought all the same, at the end. */
async function bestOrder(problem: DeliveryProblem, run: RunOutline): Promise<string[]> {
  const plan = await planInWorker(problem)
  const first = plan.routes.flatMap(({ stops }) => stops.map(({ dropId }) => dropId))
  return [...first, ...run.dropIds.filter((id) => !first.includes(id))]
}
