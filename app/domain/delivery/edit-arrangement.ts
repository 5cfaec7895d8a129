import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { ArrangedRun, Arrangement, OnTheRoad } from './arrangement.ts'

/**
 * Runs are named by their index in the arrangement; `run: null` is a new run of the vehicle. `before`: the stop they are put in
 * front of, null for the end. Stops nobody brings, or that were left out, are moved into a run like others.
 */
export type MoveTo = { run: number; before: string | null } | { run: null; vehicleId: string }
export type PlanEdit =
  | { action: 'move'; dropIds: readonly string[]; to: MoveTo }
  | { action: 'lock'; dropIds: readonly string[]; inPlace: boolean }
  | { action: 'unlock'; dropIds: readonly string[] }
  | { action: 'exclude'; dropIds: readonly string[] }
  | { action: 'include'; dropIds: readonly string[] }
  | { action: 'reorder'; run: number; dropIds: readonly string[] }
  | { action: 'hand_over'; run: number; vehicleId: string; driverId?: string }

export type EditRefusal = { code: 'unknown_stop' | 'unknown_run' | 'locked' | 'run_has_left' | 'nothing_chosen' | 'not_the_same_stops' }

/**
 * The arrangement after one decision of the dispatcher's. What is settled, what is in a van that has left and what is locked does
 * not move; everything else may, whatever it breaks: that is said, not forbidden. A run left without stops is gone.
 */
export function editArrangement(
  before: Arrangement,
  edit: PlanEdit,
  road: OnTheRoad = { leftRuns: [], settled: [] },
): Result<Arrangement, EditRefusal> {
  if (edit.action === 'reorder') return reorder(before, edit, road)
  if (edit.action === 'hand_over') return handOver(before, edit, road)
  const { dropIds } = edit
  if (dropIds.length === 0) return refuse({ code: 'nothing_chosen' })
  if (edit.action === 'lock' || edit.action === 'unlock') return accept(relock(before, edit))
  if (edit.action === 'include') return accept({ ...before, excluded: before.excluded.filter((id) => !dropIds.includes(id)) })
  const obstacle = obstacleTo(before, dropIds, road)
  if (obstacle) return refuse(obstacle)
  if (edit.action === 'move') return putIn(before, edit, road)
  return accept(withoutEmpty({ ...takeOut(before, dropIds), excluded: [...new Set([...before.excluded, ...dropIds])] }))
}

function obstacleTo({ runs }: Arrangement, dropIds: readonly string[], { leftRuns, settled }: OnTheRoad): EditRefusal | null {
  if (dropIds.some((id) => settled.includes(id))) return { code: 'run_has_left' }
  for (const [index, run] of runs.entries()) {
    const touched = run.dropIds.filter((id) => dropIds.includes(id))
    if (touched.length > 0 && leftRuns.includes(index)) return { code: 'run_has_left' }
    if (touched.some((id) => run.locked.includes(id) || run.pinned.includes(id))) return { code: 'locked' }
  }
  return null
}

function putIn(before: Arrangement, { to, dropIds }: PlanEdit & { action: 'move' }, { leftRuns }: OnTheRoad) {
  const { runs } = takeOut(before, dropIds)
  const excluded = before.excluded.filter((id) => !dropIds.includes(id))
  if (to.run === null)
    return accept(withoutEmpty({ runs: [...runs, { vehicleId: to.vehicleId, dropIds, locked: [], pinned: [] }], excluded }))
  const target = runs[to.run]
  if (!target) return refuse({ code: 'unknown_run' } as const)
  if (leftRuns.includes(to.run)) return refuse({ code: 'run_has_left' } as const)
  const asked = to.before === null ? target.dropIds.length : target.dropIds.indexOf(to.before)
  if (asked === -1) return refuse({ code: 'unknown_stop' } as const)
  const at = Math.max(asked, target.dropIds.findLastIndex((id) => target.pinned.includes(id)) + 1)
  const grown = { ...target, dropIds: target.dropIds.toSpliced(at, 0, ...dropIds) }
  return accept(withoutEmpty({ runs: runs.with(to.run, grown), excluded }))
}

function reorder(before: Arrangement, { run, dropIds }: { run: number; dropIds: readonly string[] }, { settled }: OnTheRoad) {
  const ordered = before.runs[run]
  if (!ordered) return refuse({ code: 'unknown_run' } as const)
  const same = dropIds.length === ordered.dropIds.length && new Set([...dropIds, ...ordered.dropIds]).size === dropIds.length
  if (!same) return refuse({ code: 'not_the_same_stops' } as const)
  const moved = ordered.dropIds.filter((id, index) => dropIds[index] !== id)
  if (moved.some((id) => settled.includes(id))) return refuse({ code: 'run_has_left' } as const)
  if (moved.some((id) => ordered.pinned.includes(id))) return refuse({ code: 'locked' } as const)
  return accept({ ...before, runs: before.runs.with(run, { ...ordered, dropIds }) })
}

function handOver(before: Arrangement, edit: PlanEdit & { action: 'hand_over' }, { leftRuns }: OnTheRoad) {
  const handed = before.runs[edit.run]
  if (!handed) return refuse({ code: 'unknown_run' } as const)
  if (leftRuns.includes(edit.run)) return refuse({ code: 'run_has_left' } as const)
  const { driverId: _before, ...run } = handed
  const { vehicleId, driverId } = edit
  return accept({ ...before, runs: before.runs.with(edit.run, { ...run, vehicleId, ...(driverId === undefined ? {} : { driverId }) }) })
}

function relock(before: Arrangement, edit: PlanEdit & { action: 'lock' | 'unlock' }): Arrangement {
  const chosen = (run: ArrangedRun) => run.dropIds.filter((id) => edit.dropIds.includes(id))
  const runs = before.runs.map((run) => {
    const locked = run.locked.filter((id) => !edit.dropIds.includes(id))
    const pinned = run.pinned.filter((id) => !edit.dropIds.includes(id))
    if (edit.action === 'unlock') return { ...run, locked, pinned }
    return { ...run, locked: [...locked, ...chosen(run)], pinned: edit.inPlace ? [...pinned, ...chosen(run)] : pinned }
  })
  return { ...before, runs }
}

function takeOut(before: Arrangement, dropIds: readonly string[]): Arrangement {
  const stays = (id: string) => !dropIds.includes(id)
  const runs = before.runs.map((run) => ({
    ...run,
    dropIds: run.dropIds.filter(stays),
    locked: run.locked.filter(stays),
    pinned: run.pinned.filter(stays),
  }))
  return { ...before, runs }
}

const withoutEmpty = ({ runs, excluded }: Arrangement): Arrangement => ({
  runs: runs.filter(({ dropIds }) => dropIds.length > 0),
  excluded,
})
