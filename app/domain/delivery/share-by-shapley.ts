import { invariant } from '#app/domain/invariant.ts'
import { Random } from './string-removal/random.ts'

/** What each group of players would cost by itself, whole fen; `isIn[k]` says whether player k is in it. Nobody costs nothing. */
export type CostGame = { readonly players: number; worth(isIn: readonly boolean[]): number }

export type ShapleyValue = {
  /** in proportion to the players' values; whole, never negative, for `allocate` */
  readonly weights: readonly number[]
  /** how many groups' costs (exact), or orders of joining (sampled), it rests on */
  readonly samples: number
  /** 95 % of a value lies within this of what is stated, for the least certain player, fen; 0 when exact */
  readonly errorFen: number
}

/** Up to here every group is reckoned: 256 of them. */
export const exactAtMost = 8

/**
 * Exactly: a player's value is what it adds to the cost, averaged over all orders in which the players may join (Shapley 1953).
 * A group never costs more than one that contains it, for the larger one's plan serves it too: a heuristic's worse answer for the
 * smaller group is replaced by that.
 */
export function shapleyExactly({ players, worth }: CostGame): ShapleyValue {
  invariant(players <= exactAtMost, `too many players to reckon every group: ${players}`)
  const groups = 2 ** players
  const costs = Array.from({ length: groups }, (_, group) => (group === 0 ? 0 : worth(members(group, players))))
  for (let group = groups - 1; group > 0; group--) {
    for (let player = 0; player < players; player++) {
      const without = group & ~(1 << player)
      if (without !== group && without > 0) costs[without] = Math.min(costs[without] ?? 0, costs[group] ?? 0)
    }
  }
  const factorials = [1]
  for (let n = 1; n <= players; n++) factorials.push(n * (factorials[n - 1] ?? 1))
  const weights = Array.from({ length: players }, (_, player) => {
    let sum = 0
    for (let group = 0; group < groups; group++) {
      if (group & (1 << player)) continue
      const before = countOf(group)
      const orders = (factorials[before] ?? 1) * (factorials[players - 1 - before] ?? 1)
      sum += orders * ((costs[group | (1 << player)] ?? 0) - (costs[group] ?? 0))
    }
    return sum
  })
  return { weights, samples: groups - 1, errorFen: 0 }
}

/**
 * By `orders` random orders of joining, the same for the same seed. In each, what the players add sums up to the cost of all; the
 * stated error is 1.96 standard errors of the mean.
 */
export function shapleySampled({ players, worth }: CostGame, { orders, seed }: { orders: number; seed: number }): ShapleyValue {
  invariant(orders > 1, 'an error needs two samples')
  const random = new Random(seed)
  const wholeFen = worth(Array.from({ length: players }, () => true))
  const sums = Array.from({ length: players }, () => 0)
  const squares = [...sums]
  for (let sample = 0; sample < orders; sample++) {
    const isIn = Array.from({ length: players }, () => false)
    let reached = 0
    const order = shuffled(players, random)
    for (const [at, player] of order.entries()) {
      isIn[player] = true
      const costFen = at === players - 1 ? wholeFen : Math.min(wholeFen, Math.max(reached, worth(isIn)))
      const added = costFen - reached
      sums[player] = (sums[player] ?? 0) + added
      squares[player] = (squares[player] ?? 0) + added * added
      reached = costFen
    }
  }
  const errors = sums.map((sum, player) => {
    const variance = ((squares[player] ?? 0) - (sum * sum) / orders) / (orders - 1)
    return 1.96 * Math.sqrt(Math.max(0, variance) / orders)
  })
  return { weights: sums, samples: orders, errorFen: Math.ceil(Math.max(0, ...errors)) }
}

const members = (group: number, players: number) => Array.from({ length: players }, (_, player) => (group & (1 << player)) !== 0)

function countOf(group: number): number {
  let count = 0
  for (let rest = group; rest > 0; rest &= rest - 1) count++
  return count
}

function shuffled(players: number, random: Random): number[] {
  const order = Array.from({ length: players }, (_, player) => player)
  for (let last = players - 1; last > 0; last--) {
    const other = random.below(last + 1)
    const moved = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = moved
  }
  return order
}
