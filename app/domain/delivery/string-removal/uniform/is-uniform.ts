import { NEVER, type SearchProblem } from '../search-problem.ts'

/**
 * Whether a problem is the one of the textbooks: as many vehicles as stops, all alike, one run each and no price of its own, one
 * kind of load, legs alike both ways, at most one window a stop, nothing decided before, and nobody out of reach.
 */
export function isUniform(problem: SearchProblem): boolean {
  const { size, units, loads, kinds, vehicles, windows, servedBy, pinned, backByS, absentCost } = problem
  const [vehicle] = kinds
  if (!vehicle || kinds.length > 1 || units !== 1 || size < 2 || vehicles.length < size - 1) return false
  if (vehicle.maxRuns !== 1 || vehicle.runCost !== 0 || vehicle.secondCost !== 0 || vehicle.loadingS !== 0) return false
  if (problem.legCost !== problem.backCost || problem.durationS !== problem.backDurationS) return false
  if (servedBy.some((only) => only !== null) || pinned.includes(1) || backByS.some((byS) => byS !== NEVER)) return false
  for (let stop = 1; stop < size; stop++) {
    const isOneWindow = windows.at[stop] === stop && windows.at[stop + 1] === stop + 1
    if (!isOneWindow || absentCost[stop]! === 0 || loads[stop]! > vehicle.capacity[0]! || !isReached(stop)) return false
  }
  return true

  function isReached(stop: number) {
    if (!problem.timed) return true
    const beginS = Math.max(vehicle!.fromS + problem.durationS[stop]!, windows.fromS[stop]!)
    return beginS <= windows.untilS[stop]! && beginS + problem.serviceS[stop]! + problem.durationS[stop]! <= vehicle!.untilS
  }
}
