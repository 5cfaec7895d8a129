import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { storageClasses } from './load.ts'
import { costGame, type DrivenWave, farmsOf, shareByRule } from './share-by-rule.ts'
import { shareFirstMile } from './share-first-mile.ts'
import { sharingRuleNames } from './sharing-rule.ts'

const van = {
  capacity: { weightG: 600_000, crates: { ambient: 40, chilled: 20, frozen: 10 } },
  costPerRunFen: fen(5000),
  costPerKmFen: fen(120),
  costPerHourFen: fen(3500),
  loadingS: 1200,
  shiftS: 12 * 3600,
}
const hub = { lat: 30.7, lon: 104 }

const waves = (farms: number): fc.Arbitrary<DrivenWave> =>
  fc
    .record({
      runs: fc.array(fc.nat({ max: 50_000 }), { minLength: 1, maxLength: 3 }),
      drops: fc.array(
        fc.record({ east: fc.integer({ min: -20, max: 20 }), north: fc.integer({ min: -20, max: 20 }), run: fc.nat({ max: 2 }) }),
        {
          minLength: 1,
          maxLength: 12,
        },
      ),
      goods: fc.array(
        fc.record({
          drop: fc.nat({ max: 11 }),
          farm: fc.nat({ max: farms - 1 }),
          storage: fc.constantFrom(...storageClasses),
          weightG: fc.nat({ max: 40_000 }),
        }),
        { minLength: 1, maxLength: 30 },
      ),
    })
    .map(({ runs, drops, goods }) => ({
      hub,
      van,
      runs: runs.map((costFen, index) => ({ id: `run${index}`, costFen: fen(costFen) })),
      drops: drops.map(({ east, north, run }, index) => ({
        id: `drop${index}`,
        runId: `run${run % runs.length}`,
        lat: hub.lat + north / 100,
        lon: hub.lon + east / 100,
        serviceS: 300,
      })),
      goods: goods.map(({ drop, farm, storage, weightG }) => ({
        dropId: `drop${drop % drops.length}`,
        farmId: `farm${String(farm).padStart(2, '0')}`,
        storage,
        weightG,
        volumeMl: 2 * weightG,
      })),
    }))

const totalOf = (shares: ReadonlyMap<string, number>) => [...shares.values()].reduce((sum, share) => sum + share, 0)

test('by every rule the shares of a wave add up to what its runs cost, to the fen, and none is negative', () => {
  fc.assert(
    fc.property(fc.constantFrom(...sharingRuleNames), waves(6), (rule, wave) => {
      const { byFarm } = shareByRule(rule, wave)
      expect([...byFarm.keys()].sort()).toEqual(farmsOf(wave))
      expect(totalOf(byFarm)).toBe(wave.runs.reduce((sum, run) => sum + run.costFen, 0))
      expect(Math.min(...byFarm.values())).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 60 },
  )
})

test('the order of the rows decides nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...sharingRuleNames), waves(5), (rule, wave) => {
      const turned = { ...wave, drops: [...wave.drops].reverse(), goods: [...wave.goods].reverse() }
      expect(Object.fromEntries(shareByRule(rule, turned).byFarm)).toEqual(Object.fromEntries(shareByRule(rule, wave).byFarm))
    }),
    { numRuns: 30 },
  )
})

test('with more than eight farms the value is sampled, adds up all the same and states its error', () => {
  const goods = Array.from({ length: 11 }, (_, farm) => ({
    dropId: `drop${farm % 3}`,
    farmId: `farm${farm}`,
    storage: 'ambient' as const,
    weightG: 900 * (farm + 1),
    volumeMl: 1000,
  }))
  const drops = [0, 1, 2].map((index) => ({ id: `drop${index}`, runId: 'run', lat: hub.lat + index / 10, lon: hub.lon, serviceS: 300 }))
  const { byFarm, samples, errorFen } = shareByRule('shapley', { hub, van, runs: [{ id: 'run', costFen: fen(20_001) }], drops, goods })
  expect(totalOf(byFarm)).toBe(20_001)
  expect(samples).toBeGreaterThan(50)
  expect(errorFen).toBeGreaterThan(0)
})

test('a farm whose customers live where others go anyway bears less than one for whom the van goes out of its way', () => {
  const drops = [
    { id: 'near', runId: 'run', lat: 30.71, lon: 104, serviceS: 300 },
    { id: 'far', runId: 'run', lat: 30.95, lon: 104, serviceS: 300 },
  ]
  const ofOne = (farmId: string, dropId: string) => ({ farmId, dropId, storage: 'ambient' as const, weightG: 5000, volumeMl: 5000 })
  const wave = { hub, van, runs: [{ id: 'run', costFen: fen(12_000) }], drops, goods: [ofOne('hill', 'near'), ofOne('lake', 'far')] }
  const { byFarm } = shareByRule('shapley', wave)
  expect(byFarm.get('lake')).toBeGreaterThan(byFarm.get('hill')!)
  expect(Object.fromEntries(shareByRule('weight', wave).byFarm)).toEqual({ hill: 6000, lake: 6000 })
  expect(costGame(wave).worth([true, true])).toBeLessThan(costGame(wave).worth([true, false]) + costGame(wave).worth([false, true]))
})

test("a day's collections are shared over its waves by weight, to the fen; who brings its crates bears nothing", () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 30_000 }),
      fc.array(fc.nat({ max: 90_000 }), { minLength: 2, maxLength: 2 }),
      (cost, [one = 0, other = 0]) => {
        const runs = [{ id: 'fetch', carrierId: 'K', costFen: fen(cost), farmIds: ['hill', 'lake'] }]
        const sent = ['tue', 'tue2'].flatMap((waveId, index) =>
          ['hill', 'lake', 'brings'].map((farmId) => ({ waveId, farmId, weightG: index === 0 ? one : other })),
        )
        const parts = ['tue', 'tue2'].map((waveId) => shareFirstMile(waveId, runs, sent))
        expect(parts.reduce((sum, part) => sum + part.totalFen, 0)).toBe(cost)
        for (const { byFarm, byCarrier, totalFen } of parts) {
          expect(byFarm.has('brings')).toBe(false)
          expect(byCarrier.get('K') ?? 0).toBe(totalFen)
        }
      },
    ),
  )
})
