import { undoTarget } from '#app/domain/delivery/undo-target.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { findPlanHistory } from '#db/queries/delivery/dispatch.server.ts'
import { findWave, hasLeft, lockFleet } from '#db/queries/delivery/wave-planning.server.ts'
import { type EditEffect, effectDetail, effectOf, retimed } from './edit-plan.server.ts'
import { measuredBefore } from './measure-travel.server.ts'
import { readDispatch } from './read-dispatch.server.ts'
import { arrangementAt, recordPlan } from './record-plan.server.ts'

export type UndoEdit = { waveId: string; version: number; actorId: string; now: Date }
export type UndoRefusal = { code: 'unknown_wave' | 'edited_meanwhile' | 'nothing_to_undo' | 'already_left' }

/** Takes the last change that still stands back. What has been driven is not undone: once a run has left, edits go forward. */
export function undoEdit({ transact }: Database, { waveId, version, actorId, now }: UndoEdit): Promise<Result<EditEffect, UndoRefusal>> {
  return transact(async (tx) => {
    const wave = await findWave(tx, waveId)
    if (!wave) return refuse({ code: 'unknown_wave' })
    if (wave.planVersion !== version) return refuse({ code: 'edited_meanwhile' })
    if (await hasLeft(tx, waveId)) return refuse({ code: 'already_left' })
    const history = await findPlanHistory(tx, waveId)
    const to = undoTarget(history.map((entry) => ({ ...entry, goesBackTo: goesBackTo(entry.detail) })))
    const target = history.find((entry) => entry.version === to)
    if (!target) return refuse({ code: 'nothing_to_undo' })
    await lockFleet(tx, wave.hubId)
    const read = await readDispatch(tx, wave)
    const dispatch = { ...read, problem: await measuredBefore(tx, read.problem) }
    const arrangement = arrangementAt(target.assignment, dispatch)
    const before = retimed(dispatch, dispatch.arrangement)
    const after = retimed(dispatch, arrangement)
    const effect = effectOf(before, after)
    const detail = { goesBackTo: target.version, ...effectDetail(effect) }
    const recorded = await recordPlan(tx, { dispatch, arrangement, plan: after.plan, action: 'undo', actorId, detail, now })
    return recorded ? accept(effect) : refuse({ code: 'edited_meanwhile' })
  })
}

const goesBackTo = ({ goesBackTo: version }: Record<string, unknown>) => (typeof version === 'number' ? version : null)
