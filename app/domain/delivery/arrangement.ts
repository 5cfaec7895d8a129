import type { RunOutline } from './plan.ts'

/**
 * Who brings what, as the office has it before it: runs in order, each with its stops in order. `locked` stops stay with their
 * vehicle, `pinned` ones also at their place in the run. `driverId`: somebody else than who usually drives it.
 */
export type ArrangedRun = RunOutline & {
  readonly driverId?: string
  readonly locked: readonly string[]
  readonly pinned: readonly string[]
}
export type Arrangement = { readonly runs: readonly ArrangedRun[]; readonly excluded: readonly string[] }

/** A vehicle has made this many of its runs, or is on the road with them; of those, these stops are settled. */
export type OnTheRoad = { readonly leftRuns: readonly number[]; readonly settled: readonly string[] }

/** Each run begins with these stops: up to the last that is settled or pinned, they stay in their order. */
export function fixedParts({ runs }: Arrangement, { leftRuns, settled }: OnTheRoad): RunOutline[] {
  return runs.map(({ vehicleId, dropIds, pinned }, index) => {
    const last = dropIds.findLastIndex((id) => pinned.includes(id) || (leftRuns.includes(index) && settled.includes(id)))
    return { vehicleId, dropIds: dropIds.slice(0, last + 1) }
  })
}

/** Which vehicle alone may bring a stop: the dispatcher's lock, or the goods are in it already. */
export function boundStops({ runs }: Arrangement, { leftRuns }: OnTheRoad): Map<string, string> {
  return new Map(
    runs.flatMap(({ vehicleId, dropIds, locked, pinned }, index) =>
      dropIds.filter((id) => leftRuns.includes(index) || locked.includes(id) || pinned.includes(id)).map((id) => [id, vehicleId] as const),
    ),
  )
}

/** The arrangement a planner's runs amount to: locks, drivers and what is left out stay as they were. */
export function rearranged(before: Arrangement, runs: readonly RunOutline[]): Arrangement {
  const locked = new Set(before.runs.flatMap((run) => run.locked))
  const pinned = new Set(before.runs.flatMap((run) => run.pinned))
  const drivers = new Map(before.runs.map((run, index) => [nthOf(before.runs, index), run.driverId]))
  return {
    runs: runs.map(({ vehicleId, dropIds }, index) => {
      const driverId = drivers.get(nthOf(runs, index))
      return {
        vehicleId,
        ...(driverId === undefined ? {} : { driverId }),
        dropIds,
        locked: dropIds.filter((id) => locked.has(id)),
        pinned: dropIds.filter((id) => pinned.has(id)),
      }
    }),
    excluded: before.excluded,
  }
}

/** `vehicle#n`: the vehicle's n-th run, which keeps its name while others come and go. */
export function nthOf(runs: readonly RunOutline[], index: number): string {
  const vehicleId = runs[index]?.vehicleId
  return `${vehicleId}#${runs.slice(0, index + 1).filter((run) => run.vehicleId === vehicleId).length}`
}
