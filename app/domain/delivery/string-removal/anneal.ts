import { AbsentStops } from './absent-stops.ts'
import { KeptTours } from './kept-tours.ts'
import { StopOrder } from './order-stops.ts'
import type { Random } from './random.ts'
import { recreateOf } from './recreate.ts'
import { ruinOf } from './ruin.ts'
import { nearest } from './search-problem.ts'
import type { Tours, VehicleRuns } from './tours.ts'

/** How far a search has come: what the best runs cost, and how many stops they leave out. */
export type SearchState = { readonly iterations: number; readonly bestCost: number; readonly absent: number }

export type Annealing = {
  readonly random: Random
  /** first and last temperature, in average legs */
  readonly fromLegs: number
  readonly toLegs: number
  /** the part of the budget that is used up, 1 or more to stop; asked every 32 iterations */
  readonly spent: (state: SearchState) => number
}

export type Annealed = SearchState & { readonly runs: VehicleRuns }

const NEIGHBOURS = 100
const ASK_EVERY = 32
/** The part of the budget in which whole runs are taken out: later none is saved. */
const EMPTYING = 0.7

/**
 * Slack induction by string removals under simulated annealing: ruin, recreate, keep what is not much dearer, and less and less
 * so as the budget is spent. Starts from the tours as they are, whose stops out of any run are put in where they fit.
 */
export function anneal(tours: Tours, { random, fromLegs, toLegs, spent }: Annealing): Annealed {
  const { size, absentCost } = tours.problem
  const near = nearest(tours.problem, NEIGHBOURS)
  const ruin = ruinOf(tours, near, random)
  const recreate = recreateOf(tours, near, random)
  const order = new StopOrder(tours.problem)
  const absent = new AbsentStops(size)
  let bank = new AbsentStops(size)
  let left = new AbsentStops(size)
  for (let stop = 1; stop < size; stop++) if (tours.runOf[stop]! < 0 && absentCost[stop]! > 0) absent.add(stop)
  order.arrange(absent, random)
  recreate(absent, Number.POSITIVE_INFINITY, bank)
  const startCost = tours.total.cost
  let cost = tours.total.cost + tours.changeOfWaiting() + bank.cost(absentCost)
  tours.commit()
  const best = new KeptTours(tours)
  let bestCost = cost
  let bestBank = { cost: bank.cost(absentCost), count: bank.count }
  const leg = Math.max(1, startCost / Math.max(1, tours.total.stops + tours.total.runs))
  let iterations = 0
  let part = 0
  let temperature = fromLegs * leg
  for (; tours.total.stops > 0; iterations++) {
    if (iterations % ASK_EVERY === 0) {
      part = spent(state())
      if (part >= 1) break
      temperature = leg * fromLegs * (toLegs / fromLegs) ** part
    }
    const limit = cost - temperature * Math.log(1 - random.next())
    const waiting = cost - tours.total.cost - bank.cost(absentCost)
    absent.copy(bank)
    ruin(absent, part < EMPTYING)
    order.arrange(absent, random)
    left.count = 0
    const complete = recreate(absent, limit - waiting, left)
    const changed = complete ? tours.total.cost + waiting + tours.changeOfWaiting() + left.cost(absentCost) : Number.POSITIVE_INFINITY
    if (changed >= limit) {
      tours.undo()
      continue
    }
    tours.commit()
    ;[bank, left] = [left, bank]
    cost = changed
    if (cost < bestCost - 1e-6) {
      bestCost = cost
      bestBank = { cost: bank.cost(absentCost), count: bank.count }
      best.keep()
    }
  }
  return { ...state(), runs: best.runs() }

  function state(): SearchState {
    return { iterations, bestCost: bestCost - bestBank.cost, absent: bestBank.count }
  }
}
