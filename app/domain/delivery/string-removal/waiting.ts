import type { DayTimes } from './day-times.ts'
import type { RunLists } from './run-lists.ts'
import type { SearchProblem } from './search-problem.ts'

/** What a vehicle's driver costs while he stands before closed doors, when he is back as early as he can be and sets off no sooner than that needs. */
export function waitingCostOf(problem: SearchProblem, lists: RunLists, times: DayTimes) {
  const { size, serviceS, durationS, kinds, vehicles, windows } = problem
  const { prev, tail, kindOf, firstRun, runAfter } = lists
  const { at, fromS, untilS } = windows

  return (vehicle: number): number => {
    let waitingS = 0
    for (let run = firstRun[vehicle]!; run >= 0; run = runAfter[run]!) waitingS += inRun(run)
    return waitingS * kinds[vehicles[vehicle]!]!.secondCost
  }

  function inRun(run: number): number {
    const base = kindOf[run]! * size * size
    let waitingS = 0
    let beginS = 0
    let to = 0
    for (let stop = tail[run]!; stop !== 0; stop = prev[stop]!) {
      const earliestS = times.earliestS[stop]!
      if (to === 0) beginS = earliestS
      else {
        const nextS = beginS - durationS[base + stop * size + to]! - serviceS[stop]!
        const windowS = endOfWindow(stop, earliestS)
        beginS = nextS < windowS ? nextS : windowS
        waitingS += nextS - beginS
      }
      to = stop
    }
    return waitingS
  }

  function endOfWindow(stop: number, beginS: number): number {
    let endS = beginS
    for (let window = at[stop]!; window < at[stop + 1]!; window++) {
      if (fromS[window]! <= beginS && beginS <= untilS[window]! && untilS[window]! > endS) endS = untilS[window]!
    }
    return endS
  }
}
