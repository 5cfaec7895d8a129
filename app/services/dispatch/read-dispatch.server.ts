import { type Arrangement, boundStops, fixedParts, type OnTheRoad } from '#app/domain/delivery/arrangement.ts'
import type { Drop } from '#app/domain/delivery/merge-drops.ts'
import type { DeliveryProblem } from '#app/domain/delivery/plan.ts'
import { poseWave } from '#app/domain/delivery/pose-wave.ts'
import { placeOf } from '#app/services/delivery/lay-out-wave.server.ts'
import { readWave, type SeenWave } from '#app/services/delivery/read-wave.server.ts'
import type { Reader } from '#db/connection.ts'
import { findStoredPlan, type StoredDrop, type StoredPlan } from '#db/queries/delivery/stored-plan.server.ts'
import type { WaveRow } from '#db/queries/delivery/wave-planning.server.ts'

/** A wave as the dispatcher works on it: the planner's problem, and the plan that stands. Drops go by their codes. */
export type Dispatch = {
  wave: WaveRow
  seen: SeenWave
  drops: readonly Drop[]
  problem: DeliveryProblem
  stored: StoredPlan
  /** undefined for a drop whose goods have gone */
  codeOf: CodeOf
  arrangement: Arrangement
  road: OnTheRoad
}
type CodeOf = (drop: StoredDrop) => string | undefined

export async function readDispatch(db: Pick<Reader, 'select'>, wave: WaveRow): Promise<Dispatch> {
  const [seen, stored] = await Promise.all([readWave(db, wave), findStoredPlan(db, wave.id)])
  const { drops, problem } = poseWave(seen.facts)
  const codes = new Map(drops.map((drop) => [placeOf(drop), drop.code]))
  const codeOf: CodeOf = (drop) => codes.get(placeOf(drop))
  return { wave, seen, drops, problem, stored, codeOf, arrangement: arrangementOf(stored, codeOf), road: roadOf(stored, codeOf) }
}

/** Ids of stored drops by the codes they have now, and the other way round. */
export function dropNames({ stored, codeOf }: Pick<Dispatch, 'stored' | 'codeOf'>) {
  const pairs = stored.drops.flatMap((drop) => {
    const code = codeOf(drop)
    return code === undefined ? [] : [[drop.id, code] as const]
  })
  return { codes: new Map(pairs), ids: new Map(pairs.map(([id, code]) => [code, id])) }
}

/** Nothing stays behind but decisions: what is excluded is, what is locked goes with its vehicle, runs begin as they must. */
export function decidedProblem(problem: DeliveryProblem, arrangement: Arrangement, road: OnTheRoad): DeliveryProblem {
  const bound = boundStops(arrangement, road)
  const excluded = new Set(arrangement.excluded)
  return {
    ...problem,
    drops: problem.drops.map((drop) => {
      const only = bound.get(drop.id)
      return { ...drop, ...(only === undefined ? {} : { vehicleIds: [only] }), ...(excluded.has(drop.id) ? { excluded: true } : {}) }
    }),
    fixed: fixedParts(arrangement, road),
  }
}

function arrangementOf({ runs, drops }: StoredPlan, codeOf: CodeOf): Arrangement {
  const codesOf = (stored: StoredDrop[]) => stored.flatMap((drop) => codeOf(drop) ?? [])
  return {
    runs: runs.map(({ id, vehicleId, driverId }) => {
      const stops = drops.filter(({ runId }) => runId === id)
      return {
        vehicleId,
        driverId,
        dropIds: codesOf(stops),
        locked: codesOf(stops.filter(({ lockedVehicleId }) => lockedVehicleId !== null)),
        pinned: codesOf(stops.filter(({ lockedPosition }) => lockedPosition)),
      }
    }),
    excluded: codesOf(drops.filter(({ excluded }) => excluded)),
  }
}

function roadOf({ runs, drops }: StoredPlan, codeOf: CodeOf): OnTheRoad {
  return {
    leftRuns: runs.flatMap(({ status }, index) => (status === 'planned' ? [] : [index])),
    settled: drops.filter(({ status }) => status !== 'planned').flatMap((drop) => codeOf(drop) ?? []),
  }
}
