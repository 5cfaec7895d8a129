import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CostGame, shapleyExactly, shapleySampled } from './share-by-shapley.ts'

/** A group costs the dearest of what its members need, and each member's own part: monotone, shared and private cost mixed. */
const games = fc
  .array(fc.record({ ownFen: fc.nat({ max: 5000 }), needsFen: fc.nat({ max: 20_000 }) }), { minLength: 1, maxLength: 8 })
  .map((players) => ({ players, game: gameOf(players) }))

function gameOf(players: readonly { ownFen: number; needsFen: number }[]): CostGame {
  const worth = (isIn: readonly boolean[]) => {
    const there = players.filter((_, player) => isIn[player])
    return there.reduce((sum, { ownFen }) => sum + ownFen, 0) + Math.max(0, ...there.map(({ needsFen }) => needsFen))
  }
  return { players: players.length, worth }
}

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1))
const total = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + weight, 0)

test('the values of all farms add up to what all cost together, exactly', () => {
  fc.assert(
    fc.property(games, ({ game }) => {
      const { weights } = shapleyExactly(game)
      expect(total(weights)).toBe(factorial(game.players) * game.worth(weights.map(() => true)))
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('farms that make every group dearer by the same amount have the same value, and one that costs nothing has none', () => {
  fc.assert(
    fc.property(games, ({ players }) => {
      const twin = players[0]!
      const withTwin = [...players.slice(0, 6), twin, { ownFen: 0, needsFen: 0 }]
      const { weights } = shapleyExactly(gameOf(withTwin))
      expect(weights[withTwin.length - 2]).toBe(weights[0])
      expect(weights.at(-1)).toBe(0)
    }),
  )
})

test('the airport game: a runway as long as the largest plane needs is paid for stretch by stretch by those who use it', () => {
  // Littlechild and Owen 1973: needs 12, 24 and 30 → 12/3, 12/3 + 12/2, 12/3 + 12/2 + 6
  const { weights, samples } = shapleyExactly(gameOf([12, 24, 30].map((needsFen) => ({ ownFen: 0, needsFen }))))
  expect(weights.map((weight) => weight / 6)).toEqual([4, 10, 16])
  expect(samples).toBe(7)
})

test('a plan that serves more serves less too: a group is never dearer than one that contains it', () => {
  const clumsy: CostGame = { players: 2, worth: (isIn) => (isIn[0] && isIn[1] ? 100 : isIn[0] ? 130 : 60) }
  expect(shapleyExactly(clumsy).weights).toEqual([140, 60])
})

test('a sampled value adds up too, lies near the exact one and says how near', () => {
  const game = gameOf([12, 24, 30, 500, 40].map((needsFen) => ({ ownFen: needsFen * 3, needsFen: needsFen * 100 })))
  const exact = shapleyExactly(game).weights.map((weight) => weight / factorial(5))
  const { weights, errorFen, samples } = shapleySampled(game, { orders: 400, seed: 7 })
  expect(total(weights)).toBe(samples * game.worth(weights.map(() => true)))
  for (const [player, weight] of weights.entries()) expect(Math.abs(weight / samples - exact[player]!)).toBeLessThan(2 * errorFen)
  expect(shapleySampled(game, { orders: 400, seed: 7 }).weights).toEqual(weights)
})
