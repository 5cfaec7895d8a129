import { FleetDays, LEAST_GAIN_FEN, type RunPlace } from './fleet-days.ts'
import type { PlanningBoard } from './planning-board.ts'
import { nearestStops } from './savings-runs.ts'
import type { Fleet, Run } from './vehicle-day.ts'

/** A stop is moved next to one of its nearest this many; strings of up to this many stops move together. */
const NEIGHBOURS = 20
const LONGEST_STRING = 3

/**
 * Improves a fleet's runs by local search until nothing helps: moves strings of up to three stops, either way round, next to a
 * near stop of the same or another run (relocate, after Or 1976), and turns a part of a run round (2-opt, after Croes 1958).
 * Given feasible days, the result holds the same stops, costs no more than before, and every vehicle's day stays feasible.
 */
export function polishFleet(board: PlanningBoard, fleet: Fleet): Fleet {
  const stops = fleet.flat(2).sort((a, b) => a - b)
  const near = nearestStops(board, stops, NEIGHBOURS)
  const days = new FleetDays(board, fleet)
  let improved = true
  while (improved) {
    improved = false
    for (const stop of stops) {
      while (relocate(days, stop, near.get(stop) ?? [])) improved = true
    }
    for (const stop of stops) {
      while (turnRound(days, stop)) improved = true
    }
  }
  return days.fleet
}

/** Moves the string that begins at `stop` next to the first near stop where that pays. */
function relocate(days: FleetDays, stop: number, near: readonly number[]): boolean {
  const { vehicle, run } = days.runWith(stop)
  const start = run.indexOf(stop)
  const before = run[start - 1] ?? 0
  for (let end = start + 1; end <= Math.min(run.length, start + LONGEST_STRING); end++) {
    const string = run.slice(start, end)
    const rest = [...run.slice(0, start), ...run.slice(end)]
    const after = run[end] ?? 0
    const drivenFen = days.legFen(vehicle, before, stop) + days.stringFen(vehicle, string) + days.legFen(vehicle, run[end - 1] ?? 0, after)
    const standingFen = days.serviceFen(vehicle, string) + (rest.length === 0 ? days.runFen(vehicle) : 0)
    const freedFen = drivenFen + standingFen - days.legFen(vehicle, before, after)
    for (const anchor of near) {
      if (!string.includes(anchor) && moveNextTo(days, anchor, string, rest, freedFen)) return true
    }
  }
  return false
}

/** Tries the string before and after the anchor, the better way round, where the driving alone would pay. */
function moveNextTo(days: FleetDays, anchor: number, string: Run, rest: Run, freedFen: number): boolean {
  const first = string[0] ?? 0
  const last = string.at(-1) ?? 0
  const from = days.runWith(first)
  const to = days.runWith(anchor)
  const target = to.run === from.run ? rest : to.run
  const at = target.indexOf(anchor)
  const carriedFen = days.serviceFen(to.vehicle, string) + days.stringFen(to.vehicle, string)
  const carriedBackFen = days.serviceFen(to.vehicle, string) + days.stringFen(to.vehicle, string.toReversed())
  for (const position of [at, at + 1]) {
    const before = target[position - 1] ?? 0
    const after = target[position] ?? 0
    const leftFen = freedFen + days.legFen(to.vehicle, before, after)
    const gainFen = leftFen - carriedFen - days.legFen(to.vehicle, before, first) - days.legFen(to.vehicle, last, after)
    const gainBackFen = leftFen - carriedBackFen - days.legFen(to.vehicle, before, last) - days.legFen(to.vehicle, first, after)
    if (Math.max(gainFen, gainBackFen) < LEAST_GAIN_FEN) continue
    const moved = gainFen >= gainBackFen ? string : string.toReversed()
    const grown = [...target.slice(0, position), ...moved, ...target.slice(position)]
    if (days.improve(changedRuns(days, from, rest, to, grown))) return true
  }
  return false
}

function changedRuns(days: FleetDays, from: RunPlace, rest: Run, to: RunPlace, grown: Run): Map<number, Run[]> {
  const changes = new Map<number, Run[]>()
  changes.set(from.vehicle, (days.fleet[from.vehicle] ?? []).with(from.index, rest))
  changes.set(to.vehicle, (changes.get(to.vehicle) ?? days.fleet[to.vehicle] ?? []).with(to.index, grown))
  return changes
}

/** Turns round the part of a run from `stop` to the first later stop for which that pays. */
function turnRound(days: FleetDays, stop: number): boolean {
  const { vehicle, index, run } = days.runWith(stop)
  const start = run.indexOf(stop)
  const before = run[start - 1] ?? 0
  for (let end = start + 1; end < run.length; end++) {
    const last = run[end] ?? 0
    const after = run[end + 1] ?? 0
    const nowFen = days.legFen(vehicle, before, stop) + days.legFen(vehicle, last, after)
    const turnedFen = days.legFen(vehicle, before, last) + days.legFen(vehicle, stop, after)
    if (nowFen - turnedFen < LEAST_GAIN_FEN) continue
    const turned = [...run.slice(0, start), ...run.slice(start, end + 1).reverse(), ...run.slice(end + 1)]
    if (days.improve(new Map([[vehicle, (days.fleet[vehicle] ?? []).with(index, turned)]]))) return true
  }
  return false
}
