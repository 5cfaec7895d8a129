import { dayTimes } from './day-times.ts'
import { emptyRuns } from './run-lists.ts'
import type { SearchProblem } from './search-problem.ts'
import { waitingCostOf } from './waiting.ts'

/** Each run's stops, by vehicle, in the order it makes them. */
export type VehicleRuns = readonly (readonly (readonly number[])[])[]

export type Tours = ReturnType<typeof emptyTours>

/** Each vehicle's runs as the lists have them. */
export function runsOf({ firstRun, runAfter, head, next }: Pick<Tours, 'firstRun' | 'runAfter' | 'head' | 'next'>): number[][][] {
  return Array.from(firstRun, (first) => {
    const day: number[][] = []
    for (let run = first; run >= 0; run = runAfter[run]!) {
      const stops: number[] = []
      for (let stop = head[run]!; stop !== 0; stop = next[stop]!) stops.push(stop)
      day.push(stops)
    }
    return day
  })
}

/** A change is four numbers of the log: what was done, to which stop or run, in or for which run or vehicle, after what. */
const INSERTED = 0
const REMOVED = 1
const OPENED = 2
const CLOSED = 3
const FIELDS = 4

/**
 * The runs as a search changes them. Changes are written down until `commit`, and taken back in reverse by `undo`. Times are
 * brought up to date by whoever has finished changing a day, and by `undo`.
 */
export function emptyTours(problem: SearchProblem) {
  const { size, vehicles, kinds, timed, pinned } = problem
  const lists = emptyRuns(problem)
  const { linkRun, unlinkRun, linkStop, unlinkStop, runOf, prev, tail, vehicleOf, runBefore, lastRun, lastPinned } = lists
  const times = dayTimes(problem, lists)
  const waits = timed && kinds.some(({ secondCost }) => secondCost > 0)
  const waitingCost = waitingCostOf(problem, lists, times)
  /** what each vehicle's waiting costs, as last committed */
  const waiting = new Float64Array(vehicles.length)
  const touched = new Int32Array(vehicles.length)
  let touchedCount = 0
  const touchedAt = new Int32Array(vehicles.length)
  let round = 1
  const log = new Int32Array(FIELDS * (4 * size + 4))
  let logged = 0

  return { problem, ...lists, times, load, open, close, insert, remove, changeOfWaiting, commit, undo }

  /** Takes over runs that keep every limit, for good. Each stop is in one of them at most, and in none so far. */
  function load(runs: VehicleRuns) {
    for (const [vehicle, day] of runs.entries()) {
      for (const stops of day) {
        const run = open(vehicle, lastRun[vehicle]!)
        for (const stop of stops) insert(stop, run, tail[run]!)
        for (const stop of stops) if (pinned[stop] === 1) lastPinned[run] = stop
      }
      if (timed) times.refresh(vehicle)
    }
    commit()
  }

  /** Begins an empty run of the vehicle after another of its runs, -1 for first. */
  function open(vehicle: number, after: number): number {
    touch(vehicle)
    const run = linkRun(vehicle, after)
    write(OPENED, run, 0, 0)
    return run
  }

  /** Ends an empty run. */
  function close(run: number) {
    write(CLOSED, run, vehicleOf[run]!, runBefore[run]!)
    unlinkRun(run)
  }

  /** Puts a stop after another of the run, 0 for first. */
  function insert(stop: number, run: number, after: number) {
    touch(vehicleOf[run]!)
    linkStop(stop, run, after)
    write(INSERTED, stop, 0, 0)
  }

  /** Takes a stop out of its run. */
  function remove(stop: number) {
    const run = runOf[stop]!
    touch(vehicleOf[run]!)
    write(REMOVED, stop, run, prev[stop]!)
    unlinkStop(stop)
  }

  /** What waiting costs more than at the last commit. */
  function changeOfWaiting(): number {
    let change = 0
    if (waits) for (let i = 0; i < touchedCount; i++) change += waitingCost(touched[i]!) - waiting[touched[i]!]!
    return change
  }

  function commit() {
    if (waits) for (let i = 0; i < touchedCount; i++) waiting[touched[i]!] = waitingCost(touched[i]!)
    begin()
  }

  function undo() {
    while (logged > 0) {
      logged -= FIELDS
      const what = log[logged]!
      const which = log[logged + 1]!
      if (what === INSERTED) unlinkStop(which)
      else if (what === REMOVED) linkStop(which, log[logged + 2]!, log[logged + 3]!)
      else if (what === OPENED) unlinkRun(which)
      else linkRun(log[logged + 2]!, log[logged + 3]!)
    }
    if (timed) for (let i = 0; i < touchedCount; i++) times.refresh(touched[i]!)
    begin()
  }

  function touch(vehicle: number) {
    if (touchedAt[vehicle] === round) return
    touchedAt[vehicle] = round
    touched[touchedCount++] = vehicle
  }

  function write(what: number, which: number, where: number, after: number) {
    log[logged] = what
    log[logged + 1] = which
    log[logged + 2] = where
    log[logged + 3] = after
    logged += FIELDS
  }

  function begin() {
    logged = 0
    touchedCount = 0
    round++
  }
}
