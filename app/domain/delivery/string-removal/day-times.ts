import type { RunLists } from './run-lists.ts'
import { NEVER, type SearchProblem } from './search-problem.ts'

export type DayTimes = ReturnType<typeof dayTimes>

/**
 * For every stop the earliest service its vehicle can manage and the latest that still lets it keep all that follows, over all
 * runs of the day: with both, whether one more stop fits is told without driving the rest (Savelsbergh, 1992).
 */
export function dayTimes(problem: SearchProblem, lists: RunLists) {
  const { size, serviceS, durationS, kinds, backByS, windows } = problem
  const { at, fromS, untilS } = windows
  const { next, prev, head, tail, runOf, kindOf, runBefore, runAfter, firstRun, lastRun } = lists
  const loadingS = Int32Array.from(kinds, (kind) => kind.loadingS)
  const earliestS = new Int32Array(size)
  /** the earliest service and the time it takes */
  const leavesS = new Int32Array(size)
  const latestS = new Int32Array(size)
  /** when loading may begin, and when the vehicle must be back */
  const openS = new Int32Array(head.length)
  const dueS = new Int32Array(head.length)
  const noneMustBeBack = backByS.every((byS) => byS === NEVER)
  const baseOf = (run: number) => kindOf[run]! * size * size

  return { earliestS, leavesS, latestS, openS, dueS, beginS, refresh, refreshAround, backS, backWithS, latestLoadingS }

  /** When service begins for somebody who arrives at `arrivalS`; `NEVER` when all windows are over. */
  function beginS(stop: number, arrivalS: number): number {
    const end = at[stop + 1]!
    for (let window = at[stop]!; window < end; window++) {
      if (arrivalS <= untilS[window]!) return arrivalS > fromS[window]! ? arrivalS : fromS[window]!
    }
    return NEVER
  }

  /** The latest moment up to `limitS` at which service may begin; `-NEVER` when no window is open by then. */
  function latestBeginS(stop: number, limitS: number): number {
    const first = at[stop]!
    for (let window = at[stop + 1]! - 1; window >= first; window--) {
      if (fromS[window]! <= limitS) return limitS < untilS[window]! ? limitS : untilS[window]!
    }
    return -NEVER
  }

  /** Brings a vehicle's whole day up to date. */
  function refresh(vehicle: number) {
    const first = firstRun[vehicle]!
    if (first < 0) return
    const last = lastRun[vehicle]!
    const kind = kinds[kindOf[first]!]!
    openS[first] = kind.fromS
    forward(first, 0, true)
    limit(last, kind.untilS)
    backward(last, 0, true)
  }

  /** Brings a day up to date after one stop was put in. */
  function refreshAround(stop: number) {
    const run = runOf[stop]!
    forward(run, stop, false)
    if (backByS[stop]! < dueS[run]!) {
      dueS[run] = backByS[stop]!
      backward(run, 0, true)
    } else backward(run, stop, false)
  }

  /** Earliest times from a stop of the run on, 0 for its first; unless `all`, until one is as it was. */
  function forward(run: number, first: number, all: boolean) {
    const base = baseOf(run)
    const loading = loadingS[kindOf[run]!]!
    let stop = first === 0 ? head[run]! : first
    let from = first === 0 ? 0 : prev[first]!
    let clockS = from === 0 ? openS[run]! + loading : leavesS[from]!
    for (;;) {
      for (; stop !== 0; stop = next[stop]!) {
        const begin = beginS(stop, clockS + durationS[base + from * size + stop]!)
        if (!all && stop !== first && begin === earliestS[stop]) return
        earliestS[stop] = begin
        clockS = begin + serviceS[stop]!
        leavesS[stop] = clockS
        from = stop
      }
      run = runAfter[run]!
      if (run < 0) return
      clockS += durationS[base + from * size]!
      if (!all && openS[run] === clockS) return
      openS[run] = clockS
      clockS += loading
      stop = head[run]!
      from = 0
    }
  }

  /** Latest times from a stop of the run back to the day's first, 0 for its last stop; unless `all`, until one is as it was. */
  function backward(run: number, last: number, all: boolean) {
    const base = baseOf(run)
    const loading = loadingS[kindOf[run]!]!
    let stop = last === 0 ? tail[run]! : last
    let to = last === 0 ? 0 : next[last]!
    let limitS = to === 0 ? dueS[run]! : latestS[to]!
    for (;;) {
      for (; stop !== 0; stop = prev[stop]!) {
        const latest = latestBeginS(stop, limitS - durationS[base + stop * size + to]! - serviceS[stop]!)
        if (!all && stop !== last && latest === latestS[stop]) return
        latestS[stop] = latest
        limitS = latest
        to = stop
      }
      run = runBefore[run]!
      if (run < 0) return
      limit(run, limitS - durationS[base + to]! - loading)
      limitS = dueS[run]!
      stop = tail[run]!
      to = 0
    }
  }

  /** The run must have ended before the next begins, and before any of its stops' `backByS`. */
  function limit(run: number, untilS: number) {
    let due = untilS
    if (!noneMustBeBack) for (let stop = head[run]!; stop !== 0; stop = next[stop]!) due = Math.min(due, backByS[stop]!)
    dueS[run] = due
  }

  /** When a run that begins at its earliest is back. */
  function backS(run: number): number {
    const last = tail[run]!
    return leavesS[last]! + durationS[baseOf(run) + last * size]!
  }

  /** When the run would be back if its stop `before`, 0 for its end, were reached at `arrivalS`. */
  function backWithS(run: number, before: number, arrivalS: number): number {
    let clockS = arrivalS
    for (let stop = before; stop !== 0; stop = next[stop]!) {
      clockS = beginS(stop, clockS) + serviceS[stop]! + durationS[baseOf(run) + stop * size + next[stop]!]!
    }
    return clockS
  }

  /** The latest moment loading may begin. */
  function latestLoadingS(run: number): number {
    const first = head[run]!
    return latestS[first]! - durationS[baseOf(run) + first]! - loadingS[kindOf[run]!]!
  }
}
