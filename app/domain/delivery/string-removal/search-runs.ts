import { type Annealed, type Annealing, anneal } from './anneal.ts'
import { joinBySavings } from './join-by-savings.ts'
import { Random } from './random.ts'
import type { SearchProblem } from './search-problem.ts'
import { emptyTours, type VehicleRuns } from './tours.ts'

export type Search = { readonly seed: number; readonly spent: Annealing['spent']; readonly from?: VehicleRuns }

/** The temperatures that measured best, in average legs: waves that begin from the savings plan like the small ones best. */
const untimed = { fromLegs: 1, toLegs: 0.003 }
const timedSmall = { fromLegs: 1, toLegs: 0.01 }
const timedLarge = { fromLegs: 0.3, toLegs: 0.003 }
const manyStops = 300

/** Runs for a problem: from those given, else by savings where no times bind, else from nothing. */
export function searchRuns(problem: SearchProblem, { seed, spent, from }: Search): Annealed {
  const tours = emptyTours(problem)
  if (from) tours.load(from)
  else if (!problem.timed) tours.load(joinBySavings(problem))
  const temperatures = !problem.timed ? untimed : problem.size > manyStops && !from ? timedLarge : timedSmall
  return anneal(tours, { random: new Random(seed), spent, ...temperatures })
}
