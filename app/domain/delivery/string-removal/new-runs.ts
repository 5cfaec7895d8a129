import type { Tours } from './tours.ts'

/** @returns what begins a run for a stop where that costs less than `cost`, and answers with its number; -1 where none is cheaper or possible */
export function newRunsOf(tours: Tours) {
  const { kinds, vehicles, servedBy, units, loads, timed, size, serviceS, backByS, legCost, durationS } = tours.problem
  const { runCount, firstRun, runAfter, lastPinned, times } = tours
  const runCost = Float64Array.from(kinds, (kind) => kind.runCost + kind.loadingS * kind.secondCost)
  const secondCost = Float64Array.from(kinds, (kind) => kind.secondCost)
  const several = kinds.map(({ maxRuns }) => maxRuns > 1)
  let leastCost = 0
  let chosen = -1
  let chosenAfter = -1

  return (stop: number, cost: number): number => {
    leastCost = cost
    chosen = -1
    for (let kind = 0; kind < kinds.length; kind++) {
      if (costAlone(kind, stop) >= leastCost) continue
      const anybody = servedBy[stop] === null
      const idle = anybody ? tours.idleVehicle(kind) : -1
      if (idle >= 0) consider(idle, stop)
      if ((chosen >= 0 && vehicles[chosen] === kind) || (anybody && !several[kind])) continue
      for (let vehicle = 0; vehicle < vehicles.length; vehicle++) if (vehicles[vehicle] === kind) consider(vehicle, stop)
    }
    return chosen < 0 ? -1 : tours.open(chosen, chosenAfter)
  }

  /** Tries a run of its own before, between and after those the vehicle has; none before one with pinned stops. */
  function consider(vehicle: number, stop: number) {
    const kind = vehicles[vehicle]!
    const cost = costAlone(kind, stop)
    if (cost >= leastCost || runCount[vehicle]! >= kinds[kind]!.maxRuns) return
    if (servedBy[stop]?.has(vehicle) === false) return
    let after = -1
    for (let run = firstRun[vehicle]!; ; run = runAfter[run]!) {
      if ((run < 0 || lastPinned[run] === 0) && fits(vehicle, after, run, stop)) {
        leastCost = cost
        chosen = vehicle
        chosenAfter = after
        return
      }
      if (run < 0) return
      after = run
    }
  }

  function costAlone(kind: number, stop: number): number {
    const base = kind * size * size
    return runCost[kind]! + legCost[base + stop]! + legCost[base + stop * size]! + serviceS[stop]! * secondCost[kind]!
  }

  /** Whether the vehicle has room for the stop, and time for it between two of its runs. */
  function fits(vehicle: number, after: number, before: number, stop: number): boolean {
    const kind = vehicles[vehicle]!
    const base = kind * size * size
    const { capacity, fromS, untilS, loadingS } = kinds[kind]!
    for (let unit = 0; unit < units; unit++) if (capacity[unit]! < loads[stop * units + unit]!) return false
    if (!timed) return true
    const openS = after < 0 ? fromS : times.backS(after)
    const dueS = before < 0 ? untilS : times.latestLoadingS(before)
    const backS = times.beginS(stop, openS + loadingS + durationS[base + stop]!) + serviceS[stop]! + durationS[base + stop * size]!
    return backS <= dueS && backS <= backByS[stop]!
  }
}
