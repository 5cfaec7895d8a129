import { movedStep } from '#app/domain/delivery/move-step.ts'
import { db, now } from '#app/http/runtime.server.ts'
import type { PlanChange } from '#app/schemas/plan-change.ts'
import { type AskedEdit, type EditEffect, type EditPlanRefusal, editPlan, tryEdit } from '#app/services/dispatch/edit-plan.server.ts'
import { holdWave } from '#app/services/dispatch/hold-wave.server.ts'
import { type PublishRefusal, publishPlan } from '#app/services/dispatch/publish-plan.server.ts'
import { type ReplanOnRoadRefusal, replanOnRoad } from '#app/services/dispatch/replan-on-road.server.ts'
import { type RequestPlanRefusal, requestPlan, stopPlan } from '#app/services/dispatch/request-plan.server.ts'
import { type SplitRefusal, splitWave } from '#app/services/dispatch/split-wave.server.ts'
import { type UndoRefusal, undoEdit } from '#app/services/dispatch/undo-edit.server.ts'
import { findStopsOfRun } from '#db/queries/delivery/dispatch.server.ts'

export type ChangeRefusal =
  | EditPlanRefusal
  | PublishRefusal
  | ReplanOnRoadRefusal
  | RequestPlanRefusal
  | SplitRefusal
  | UndoRefusal
  | { code: 'not_planning' }

type Done = 'changed' | 'held' | 'published' | 'split' | 'asked'
type CarriedOut = { ok: true; done: Done } | { ok: true; tried: EditEffect } | { ok: false; refusal: ChangeRefusal }

/** One change of the dispatcher's, through the one service it belongs to. */
export async function carryOutChange(change: PlanChange, { waveId, actorId }: { waveId: string; actorId: string }): Promise<CarriedOut> {
  const about = { waveId, actorId, version: change.version, now: now() }
  const as = async (done: Done, service: Promise<{ ok: true } | { ok: false; refusal: ChangeRefusal }>): Promise<CarriedOut> => {
    const answer = await service
    return answer.ok ? { ok: true, done } : answer
  }
  switch (change.intent) {
    case 'undo':
      return as('changed', undoEdit(db(), about))
    case 'publish':
      return as('published', publishPlan(db(), about))
    case 'hold':
    case 'release':
      return as('held', holdWave(db(), { ...about, held: change.intent === 'hold' }))
    case 'plan':
      return as('asked', requestPlan(db(), { ...about, mode: change.mode, seconds: change.seconds }))
    case 'stop':
      return as('asked', stopPlan(db(), about))
    case 'split':
      return as('split', splitWave(db(), { ...about, runIds: change.runIds }))
    case 'replan_keep':
    case 'replan_rest':
      return as(
        'changed',
        replanOnRoad(db(), { ...about, runId: change.runId, mode: change.intent === 'replan_rest' ? 'rest' : 'keep_order' }),
      )
    case 'try': {
      const tried = await tryEdit(db().reader, { ...about, edit: moveOf(change) })
      return tried.ok ? { ok: true, tried: tried.value.effect } : tried
    }
    default:
      return as('changed', editPlan(db(), { ...about, edit: await editOf(change) }))
  }
}

type Edit = Exclude<
  PlanChange,
  { intent: 'undo' | 'publish' | 'hold' | 'release' | 'plan' | 'stop' | 'split' | 'replan_keep' | 'replan_rest' | 'try' }
>

async function editOf(change: Edit): Promise<AskedEdit> {
  switch (change.intent) {
    case 'move':
      return moveOf(change)
    case 'earlier':
    case 'later': {
      const stops = await findStopsOfRun(db().reader, change.runId)
      return { action: 'reorder', runId: change.runId, dropIds: movedStep(stops, change.dropId, change.intent === 'later' ? 1 : -1) }
    }
    case 'hand_over': {
      const { runId, vehicleId, driverId } = change
      return { action: 'hand_over', runId, vehicleId, ...(driverId === undefined ? {} : { driverId }) }
    }
    case 'lock':
    case 'pin':
      return { action: 'lock', dropIds: change.dropIds, inPlace: change.intent === 'pin' }
    default:
      return { action: change.intent, dropIds: change.dropIds }
  }
}

function moveOf({ dropIds, to, before }: Extract<PlanChange, { intent: 'move' | 'try' }>): AskedEdit {
  if (to.vehicleId !== undefined) return { action: 'move', dropIds, to: { vehicleId: to.vehicleId } }
  return { action: 'move', dropIds, to: { runId: to.runId, before: before === 'end' ? null : (before ?? 'cheapest') } }
}
