import { AbsentStops } from './absent-stops.ts'
import { type Annealed, type Annealing, anneal } from './anneal.ts'
import { Random } from './random.ts'
import { recreateOf } from './recreate.ts'
import { nearest, type SearchProblem } from './search-problem.ts'
import { emptyTours, runsOf, type VehicleRuns } from './tours.ts'
import { annealUniform } from './uniform/anneal-uniform.ts'
import { isUniform } from './uniform/is-uniform.ts'

export type Search = { readonly seed: number; readonly spent: Annealing['spent']; readonly from?: VehicleRuns }

/** The temperatures that measured best, in average legs. From nothing or from savings a hot start gets away from both. */
const fromScratch = { fromLegs: 10, toLegs: 0.01 }
const timedLarge = { fromLegs: 1, toLegs: 0.01 }
/** For waves, which begin from a plan worth keeping but for its number of runs. */
const fromPlan = { fromLegs: 3, toLegs: 0.01 }
const manyStops = 300

/** Runs for a problem: from those given, else from nothing; one of the textbooks' (`isUniform`) by a core of its own. */
export function searchRuns(problem: SearchProblem, { seed, spent, from }: Search): Annealed {
  const temperatures = from ? fromPlan : problem.timed && problem.size > manyStops ? timedLarge : fromScratch
  const annealing = { random: new Random(seed), spent, ...temperatures }
  if (!from && isUniform(problem)) return annealUniform(problem, annealing)
  const tours = emptyTours(problem)
  if (from) tours.load(from)
  return anneal(tours, annealing)
}

/** The given runs in their order, and every stop that is in none where it costs least, the largest numbers last. */
export function putInAbsent(problem: SearchProblem, from: VehicleRuns): number[][][] {
  const tours = emptyTours(problem)
  tours.load(from)
  const absent = new AbsentStops(problem.size)
  for (let stop = 1; stop < problem.size; stop++) if (tours.runOf[stop]! < 0 && problem.absentCost[stop]! > 0) absent.add(stop)
  recreateOf(tours, nearest(problem, problem.size), new Random(0), 0)(absent, Number.POSITIVE_INFINITY, new AbsentStops(problem.size))
  return runsOf(tours)
}
