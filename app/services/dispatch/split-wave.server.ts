import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { claimPlanVersion } from '#db/queries/delivery/dispatch.server.ts'
import * as split from '#db/queries/delivery/split-wave.server.ts'
import { findWave, hasLeft } from '#db/queries/delivery/wave-planning.server.ts'
import { moveDeliveryFees } from '#db/queries/network/delivery-fees.server.ts'
import { retimed } from './edit-plan.server.ts'
import { measuredBefore } from './measure-travel.server.ts'
import { readDispatch } from './read-dispatch.server.ts'
import { recordPlan } from './record-plan.server.ts'

export type SplitWave = { waveId: string; version: number; runIds: string[]; actorId: string; now: Date }
export type SplitRefusal = {
  code: 'unknown_wave' | 'edited_meanwhile' | 'unknown_run' | 'nothing_chosen' | 'all_runs' | 'already_left'
}

/**
 * Makes a wave of its own of some runs: the same day and zone, the next part. Their drops go there with everything in them, whether
 * it is packed, on its way to the hub or stands there, and with the places booked and the fees paid; both parts are priced anew and
 * published separately. A farm's handover stays the first part's: its parcels are counted by their scans, whichever part they ride
 * in. Customers go on ordering for the first part only.
 */
export function splitWave(
  { transact }: Database,
  { waveId, version, runIds, actorId, now }: SplitWave,
): Promise<Result<{ waveId: string }, SplitRefusal>> {
  return transact(async (tx) => {
    const wave = await findWave(tx, waveId)
    if (!wave) return refuse({ code: 'unknown_wave' })
    if (runIds.length === 0) return refuse({ code: 'nothing_chosen' })
    if (await hasLeft(tx, waveId)) return refuse({ code: 'already_left' })
    const before = await readDispatch(tx, wave)
    const known = before.stored.runs.map(({ id }) => id)
    if (!runIds.every((id) => known.includes(id))) return refuse({ code: 'unknown_run' })
    if (known.every((id) => runIds.includes(id))) return refuse({ code: 'all_runs' })
    if ((await claimPlanVersion(tx, { waveId, seen: version })) === null) return refuse({ code: 'edited_meanwhile' })
    const part = await split.nextPart(tx, wave)
    const secondId = `${waveId}_${part}`
    await split.insertPart(tx, { wave, id: secondId, part })
    const orders = await split.moveRuns(tx, { from: waveId, to: secondId, runIds })
    await moveDeliveryFees(tx, { orderIds: orders, from: waveId, to: secondId, leavesAll: true })
    await split.moveBookings(tx, { from: waveId, to: secondId, orders })
    for (const id of [waveId, secondId]) {
      const there = await findWave(tx, id)
      const read = await readDispatch(tx, there!)
      const dispatch = { ...read, problem: await measuredBefore(tx, read.problem) }
      const { plan } = retimed(dispatch, dispatch.arrangement)
      const detail = { from: waveId, to: secondId, runs: runIds.length }
      await recordPlan(tx, { dispatch, arrangement: dispatch.arrangement, plan, action: 'split', actorId, detail, now })
    }
    return accept({ waveId: secondId })
  })
}
