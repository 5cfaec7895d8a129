import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aVan, aWave, cityDrops } from '#tests/support/delivery-problems.ts'
import { planningBoard } from '../planning-board.ts'
import { savingsFleet } from '../savings-planner.ts'
import { AbsentStops } from './absent-stops.ts'
import { poseSearch } from './pose-search.ts'
import { Random } from './random.ts'
import { recreateOf } from './recreate.ts'
import { ruinOf } from './ruin.ts'
import { nearest } from './search-problem.ts'
import { emptyTours, runsOf } from './tours.ts'

const vans = [
  aVan('a'),
  aVan('b', { capacity: { weightG: 90_000, crates: { ambient: 9, chilled: 9, frozen: 0 } } }),
  aVan('c', { maxRuns: 1 }),
]
const board = planningBoard(aWave(cityDrops(40), vans))
const { fleet } = savingsFleet(board)

function begun(pinned: readonly number[] = []) {
  const problem = poseSearch(board, new Set(pinned), new Set())
  const tours = emptyTours(problem)
  tours.load(fleet)
  return { problem, tours, near: nearest(problem, 20) }
}

/** All a later iteration reads of the tours, but not what stops in no run once had. */
function stateOf(tours: ReturnType<typeof emptyTours>) {
  const stops = runsOf(tours).flat(2)
  const { earliestS, latestS } = tours.times
  return { runs: runsOf(tours), times: stops.map((stop) => [stop, earliestS[stop], latestS[stop]]), total: { ...tours.total } }
}

test('what is ruined, recreated and undone is as it was, to the second and to the hundredth of a fen', () => {
  const { problem, tours, near } = begun()
  const before = stateOf(tours)
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = new Random(seed)
      const absent = new AbsentStops(problem.size)
      ruinOf(tours, near, random)(absent, true)
      recreateOf(tours, near, random)(absent, Number.POSITIVE_INFINITY, new AbsentStops(problem.size))
      tours.undo()
      const after = stateOf(tours)
      expect({ ...after, total: { ...after.total, cost: 0 } }).toEqual({ ...before, total: { ...before.total, cost: 0 } })
      expect(after.total.cost).toBeCloseTo(before.total.cost, 2)
    }),
    { numRuns: 100 },
  )
})

test('ruin takes out what it says and nothing that is pinned; recreate puts back every stop or says who stays out', () => {
  const pinned = fleet[0]![0]!.slice(0, 4)
  const { problem, tours, near } = begun(pinned)
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = new Random(seed)
      const absent = new AbsentStops(problem.size)
      const bank = new AbsentStops(problem.size)
      const served = tours.total.stops
      ruinOf(tours, near, random)(absent, true)
      expect(tours.total.stops + absent.count).toBe(served)
      expect(pinned.every((stop) => tours.runOf[stop]! >= 0)).toBe(true)
      recreateOf(tours, near, random)(absent, Number.POSITIVE_INFINITY, bank)
      expect(tours.total.stops + bank.count).toBe(served)
      expect(runsOf(tours)[0]![0]!.slice(0, pinned.length)).toEqual(pinned)
      tours.undo()
    }),
    { numRuns: 100 },
  )
})

test('times brought up to date around one stop are those of the whole day reckoned anew', () => {
  const { problem, tours, near } = begun()
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = new Random(seed)
      const absent = new AbsentStops(problem.size)
      ruinOf(tours, near, random)(absent, true)
      recreateOf(tours, near, random)(absent, Number.POSITIVE_INFINITY, new AbsentStops(problem.size))
      const kept = stateOf(tours)
      for (const vehicle of board.vehicles.keys()) tours.times.refresh(vehicle)
      expect(stateOf(tours)).toEqual(kept)
      tours.undo()
    }),
    { numRuns: 100 },
  )
})

test('now and then a whole run is taken out while one may be emptied, and only then', () => {
  const { tours, near } = begun()
  const runs = tours.total.runs
  const emptied = (mayEmpty: boolean) => {
    const random = new Random(1)
    const ruin = ruinOf(tours, near, random)
    let longest = 0
    for (let i = 0; i < 200; i++) {
      const before = runsOf(tours).flat()
      const absent = new AbsentStops(tours.problem.size)
      ruin(absent, mayEmpty)
      const gone = new Set(absent.stops.subarray(0, absent.count))
      for (const run of before) if (run.every((stop) => gone.has(stop))) longest = Math.max(longest, run.length)
      tours.undo()
    }
    expect(tours.total.runs).toBe(runs)
    return longest
  }
  expect(emptied(true)).toBeGreaterThan(10)
  expect(emptied(false)).toBeLessThanOrEqual(10)
})
