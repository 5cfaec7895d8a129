import type { BreachCause } from '#app/domain/delivery/retime-plan.ts'
import type { Reader } from '#db/connection.ts'
import { findDriversOn } from '#db/queries/delivery/fleet-of-day.server.ts'
import { findWave } from '#db/queries/delivery/wave-planning.server.ts'
import { retimed } from './edit-plan.server.ts'
import { measuredBefore } from './measure-travel.server.ts'
import { dropNames, readDispatch } from './read-dispatch.server.ts'

/** What the plan that stands breaks, by the ids of its drops and runs, and which vehicles and drivers there are on its day. */
export type PlanCheck = {
  breaches: { cause: BreachCause; id: string; byS: number }[]
  vehicles: { id: string; nameZh: string; nameEn: string }[]
  drivers: { id: string; name: string }[]
}

/** Drives a wave's plan once more as it stands: a vehicle or window that has changed since shows here. */
export async function checkPlan(db: Pick<Reader, 'select'>, waveId: string): Promise<PlanCheck> {
  const wave = await findWave(db, waveId)
  if (!wave || wave.planVersion === 0) return { breaches: [], vehicles: [], drivers: [] }
  const [read, drivers] = await Promise.all([readDispatch(db, wave), findDriversOn(db, { on: wave.deliversOn })])
  const dispatch = { ...read, problem: await measuredBefore(db, read.problem) }
  const { ids } = dropNames(dispatch)
  const runIds = new Map(dispatch.stored.runs.map(({ id, vehicleId }, index, all) => [nameOf(all, vehicleId, index), id]))
  const breaches = retimed(dispatch, dispatch.arrangement).breaches.map(({ cause, at, byS }) => ({
    cause,
    id: ids.get(at) ?? runIds.get(at) ?? at,
    byS,
  }))
  const vehicles = dispatch.seen.vehicles.map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn }))
  return { breaches, vehicles, drivers }
}

const nameOf = (runs: readonly { vehicleId: string }[], vehicleId: string, index: number) =>
  `${vehicleId}#${runs.slice(0, index + 1).filter((run) => run.vehicleId === vehicleId).length}`
