import { StopOrder } from './order-stops.ts'
import type { Random } from './random.ts'
import { Recreate } from './recreate.ts'
import { Ruin } from './ruin.ts'
import { nearest } from './search-problem.ts'
import type { Tours, VehicleRuns } from './tours.ts'

export type Annealing = {
  readonly random: Random
  /** first and last temperature, in average legs */
  readonly fromLegs: number
  readonly toLegs: number
  /** the part of the budget that is used up after so many iterations, 1 or more to stop; asked every 32 */
  readonly spent: (iterations: number, bestCost: number) => number
}

export type Annealed = { readonly bestCost: number; readonly runs: VehicleRuns; readonly iterations: number }

const NEIGHBOURS = 100
const ASK_EVERY = 32

/**
 * Slack induction by string removals under simulated annealing: ruin, recreate, keep what is not much dearer, and less and less
 * so as the budget is spent. Starts from the tours as they are, whose stops out of any run are put in where they fit.
 */
export function anneal(tours: Tours, { random, fromLegs, toLegs, spent }: Annealing): Annealed {
  const { size } = tours.problem
  const near = nearest(tours.problem, NEIGHBOURS)
  const ruin = new Ruin(tours, near)
  const recreate = new Recreate(tours, near)
  const order = new StopOrder(tours.problem)
  let bank: number[] = []
  for (let stop = 1; stop < size; stop++) if (tours.runOf[stop]! < 0 && tours.problem.absentCost[stop]! > 0) bank.push(stop)
  bank = putBack(tours, bank)
  tours.commit()
  let cost = absentCost(bank)
  for (let i = 0; i < tours.activeCount; i++) cost += tours.runCost[tours.active[i]!]!
  let best: Annealed = { bestCost: cost, runs: tours.runs(), iterations: 0 }
  const leg = Math.max(1, (cost - absentCost(bank)) / Math.max(1, tours.placed + tours.activeCount))
  let iterations = 0
  let temperature = fromLegs * leg
  for (; tours.placed > 0; iterations++) {
    if (iterations % ASK_EVERY === 0) {
      const part = spent(iterations, best.bestCost)
      if (part >= 1) break
      temperature = leg * fromLegs * (toLegs / fromLegs) ** part
    }
    const out = [...bank]
    ruin.apply(tours, random, out)
    const left = putBack(tours, out)
    const changed = cost + tours.changeOfCost() + absentCost(left) - absentCost(bank)
    if (changed < cost - temperature * Math.log(1 - random.next())) {
      tours.commit()
      bank = left
      cost = changed
      if (cost < best.bestCost) best = { bestCost: cost, runs: tours.runs(), iterations }
    } else tours.undo()
  }
  return { ...best, iterations }

  function putBack(into: Tours, stops: number[]): number[] {
    const stay: number[] = []
    order.arrange(stops, random)
    recreate.apply(into, random, stops, stay)
    return stay
  }

  function absentCost(stops: readonly number[]): number {
    let sum = 0
    for (const stop of stops) sum += tours.problem.absentCost[stop]!
    return sum
  }
}
