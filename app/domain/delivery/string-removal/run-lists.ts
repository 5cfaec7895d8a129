import type { SearchProblem } from './search-problem.ts'

export type RunLists = ReturnType<typeof emptyRuns>

/**
 * The runs of all vehicles as linked lists of stops, each vehicle's runs as a list in the order it makes them, with what room each
 * run has left and what all of it costs. Stops and runs are numbers; 0 ends a list of stops, -1 one of runs.
 *
 * (Functions over constant arrays, here and in the search's other hot parts: the engine then knows where each array is.)
 */
export function emptyRuns(problem: SearchProblem) {
  const { size, units, loads, kinds, vehicles, legCost, serviceS } = problem
  const slots = size + 1
  const matrix = size * size
  const perVehicle = () => new Int32Array(vehicles.length)
  const next = new Int32Array(size)
  const prev = new Int32Array(size)
  /** the run a stop is in, -1 for none */
  const runOf = new Int32Array(size).fill(-1)
  /** what the leg that leaves a stop costs */
  const nextCost = new Int32Array(size)
  const head = new Int32Array(slots)
  const tail = new Int32Array(slots)
  const count = new Int32Array(slots)
  /** the last stop of a run that stays where it is, 0 when none does */
  const lastPinned = new Int32Array(slots)
  const vehicleOf = new Int32Array(slots)
  const kindOf = new Int32Array(slots)
  const room = new Int32Array(slots * units)
  const runBefore = new Int32Array(slots)
  const runAfter = new Int32Array(slots)
  const firstRun = perVehicle().fill(-1)
  const lastRun = perVehicle().fill(-1)
  const runCount = perVehicle()
  /** numbers of the runs there are, `total.runs` of them */
  const active = new Int32Array(slots)
  const activeAt = new Int32Array(slots)
  const free = Int32Array.from({ length: slots }, (_, index) => slots - 1 - index)
  let freeCount = slots
  /** `cost` is of legs, runs, and standing at doors and docks; not of waiting */
  const total = { cost: 0, stops: 0, runs: 0 }
  const secondCost = Float64Array.from(kinds, (kind) => kind.secondCost)
  const idle = kinds.map(perVehicle)
  const idleCount = new Int32Array(kinds.length)
  for (let vehicle = vehicles.length - 1; vehicle >= 0; vehicle--) addIdle(vehicle)

  return {
    ...{ next, prev, runOf, nextCost, head, tail, count, lastPinned, vehicleOf, kindOf, room },
    ...{ runBefore, runAfter, firstRun, lastRun, runCount, active, total },
    ...{ idleVehicle, linkRun, unlinkRun, linkStop, unlinkStop },
  }

  /** A vehicle of the kind that has no run yet, -1 when all have. */
  function idleVehicle(kind: number): number {
    const many = idleCount[kind]!
    return many === 0 ? -1 : idle[kind]![many - 1]!
  }

  /** An empty run of the vehicle, after another of its runs or -1 for first. */
  function linkRun(vehicle: number, before: number): number {
    const kind = vehicles[vehicle]!
    const { capacity, runCost, loadingS } = kinds[kind]!
    const run = free[--freeCount]!
    vehicleOf[run] = vehicle
    kindOf[run] = kind
    lastPinned[run] = 0
    for (let unit = 0; unit < units; unit++) room[run * units + unit] = capacity[unit]!
    const after = before < 0 ? firstRun[vehicle]! : runAfter[before]!
    runBefore[run] = before
    runAfter[run] = after
    if (before < 0) firstRun[vehicle] = run
    else runAfter[before] = run
    if (after < 0) lastRun[vehicle] = run
    else runBefore[after] = run
    if (runCount[vehicle] === 0) takeIdle(vehicle)
    runCount[vehicle] = runCount[vehicle]! + 1
    activeAt[run] = total.runs
    active[total.runs++] = run
    total.cost += runCost + loadingS * secondCost[kind]!
    return run
  }

  function unlinkRun(run: number) {
    const vehicle = vehicleOf[run]!
    const kind = kindOf[run]!
    const { runCost, loadingS } = kinds[kind]!
    const before = runBefore[run]!
    const after = runAfter[run]!
    if (before < 0) firstRun[vehicle] = after
    else runAfter[before] = after
    if (after < 0) lastRun[vehicle] = before
    else runBefore[after] = before
    runCount[vehicle] = runCount[vehicle]! - 1
    if (runCount[vehicle] === 0) addIdle(vehicle)
    const last = active[--total.runs]!
    active[activeAt[run]!] = last
    activeAt[last] = activeAt[run]!
    free[freeCount++] = run
    total.cost -= runCost + loadingS * secondCost[kind]!
  }

  /** Puts a stop after another of the run, 0 for first. */
  function linkStop(stop: number, run: number, after: number) {
    const kind = kindOf[run]!
    const base = kind * matrix
    const before = after === 0 ? head[run]! : next[after]!
    const inCost = legCost[base + after * size + stop]!
    const outCost = legCost[base + stop * size + before]!
    const passedBy = count[run] === 0 ? 0 : after === 0 ? legCost[base + before]! : nextCost[after]!
    total.cost += inCost + outCost - passedBy + serviceS[stop]! * secondCost[kind]!
    prev[stop] = after
    next[stop] = before
    nextCost[stop] = outCost
    if (after === 0) head[run] = stop
    else {
      next[after] = stop
      nextCost[after] = inCost
    }
    if (before === 0) tail[run] = stop
    else prev[before] = stop
    runOf[stop] = run
    count[run] = count[run]! + 1
    total.stops++
    for (let unit = 0; unit < units; unit++) room[run * units + unit] = room[run * units + unit]! - loads[stop * units + unit]!
  }

  function unlinkStop(stop: number) {
    const run = runOf[stop]!
    const kind = kindOf[run]!
    const base = kind * matrix
    const before = prev[stop]!
    const after = next[stop]!
    const left = count[run]! - 1
    const passedBy = left === 0 ? 0 : legCost[base + before * size + after]!
    total.cost -= legCost[base + before * size + stop]! + nextCost[stop]! - passedBy + serviceS[stop]! * secondCost[kind]!
    if (before === 0) head[run] = after
    else {
      next[before] = after
      nextCost[before] = passedBy
    }
    if (after === 0) tail[run] = before
    else prev[after] = before
    runOf[stop] = -1
    count[run] = left
    total.stops--
    for (let unit = 0; unit < units; unit++) room[run * units + unit] = room[run * units + unit]! + loads[stop * units + unit]!
  }

  function addIdle(vehicle: number) {
    const kind = vehicles[vehicle]!
    idle[kind]![idleCount[kind]!] = vehicle
    idleCount[kind] = idleCount[kind]! + 1
  }

  /** Nearly always the last that became idle. */
  function takeIdle(vehicle: number) {
    const kind = vehicles[vehicle]!
    const waiting = idle[kind]!
    const last = idleCount[kind]! - 1
    idleCount[kind] = last
    if (waiting[last] !== vehicle) waiting[waiting.indexOf(vehicle)] = waiting[last]!
  }
}
