import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ConsignmentLoad, mergeDrops, serviceSeconds } from './merge-drops.ts'

const consignment = (id: string, over: Partial<ConsignmentLoad> = {}): ConsignmentLoad => ({
  id,
  orderId: `order-${id}`,
  farmId: 'WJ',
  placeKey: 'home',
  kind: 'door',
  lat: 30.66,
  lon: 104.06,
  weightG: 3_000,
  volumeMl: 8_000,
  storage: 'ambient',
  ...over,
})

const waves = fc
  .array(
    fc.record({
      placeKey: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
      kind: fc.constantFrom('door' as const, 'pickup' as const),
      weightG: fc.nat({ max: 40_000 }),
      volumeMl: fc.nat({ max: 90_000 }),
      storage: fc.constantFrom('ambient' as const, 'chilled' as const, 'frozen' as const),
    }),
    { maxLength: 40 },
  )
  .map((places) => places.map((place, index) => consignment(`c${index}`, place)))

test('no consignment and no gram is lost in merging, and none rides twice', () => {
  fc.assert(
    fc.property(waves, (wave) => {
      const drops = mergeDrops(wave)
      expect(drops.flatMap((drop) => drop.consignmentIds).sort()).toEqual(wave.map(({ id }) => id).sort())
      const grams = (items: readonly { weightG: number }[]) => items.reduce((sum, item) => sum + item.weightG, 0)
      expect(grams(drops.map(({ load }) => load))).toBe(grams(wave))
    }),
  )
})

test('a place is one drop, its code is unique in the wave, and the order of arrival at the hub does not matter', () => {
  fc.assert(
    fc.property(waves, (wave) => {
      const drops = mergeDrops(wave)
      expect(new Set(drops.map(({ kind, placeKey }) => `${kind} ${placeKey}`)).size).toBe(drops.length)
      expect(new Set(drops.map(({ code }) => code)).size).toBe(drops.length)
      expect(mergeDrops(wave.toReversed())).toEqual(drops)
    }),
  )
})

test('three farms for one door make one drop with one code, short enough to say on the telephone', () => {
  const drops = mergeDrops([consignment('1'), consignment('2', { farmId: 'LX' }), consignment('3', { farmId: 'HL', storage: 'chilled' })])
  expect(drops).toHaveLength(1)
  expect(drops[0]).toMatchObject({ farmIds: ['WJ', 'LX', 'HL'], load: { weightG: 9_000, crates: { ambient: 1, chilled: 1, frozen: 0 } } })
  expect(drops[0]?.code).toMatch(/^[A-HJ-NPR-Z]\d{3}$/)
})

test('codes stay unique in a wave far larger than any real one', () => {
  const drops = mergeDrops(Array.from({ length: 2_000 }, (_, index) => consignment(`${index}`, { placeKey: `address-${index}` })))
  expect(new Set(drops.map(({ code }) => code)).size).toBe(2_000)
})

test('a drop keeps its code when other drops leave the wave', () => {
  const all = mergeDrops([consignment('1', { placeKey: 'here' }), consignment('2', { placeKey: 'there' })])
  const alone = mergeDrops([consignment('2', { placeKey: 'there' })])
  expect(alone[0]?.code).toBe(all.find((drop) => drop.placeKey === 'there')?.code)
})

test.each([
  [15_000, 30_000, 1],
  [15_001, 1_000, 2],
  [1_000, 30_001, 2],
  [0, 0, 1],
])('%i g and %i ml of one class fill %i crates', (weightG, volumeMl, crates) => {
  expect(mergeDrops([consignment('1', { weightG, volumeMl })])[0]?.load.crates.ambient).toBe(crates)
})

test('a consignment with chilled and ambient goods stays one consignment with crates of both classes', () => {
  const [drop] = mergeDrops([consignment('1'), consignment('1', { storage: 'chilled' })])
  expect(drop?.consignmentIds).toEqual(['1'])
  expect(drop?.load.crates).toEqual({ ambient: 1, chilled: 1, frozen: 0 })
})

test('a consignment sent to two places is a bug', () => {
  expect(() => mergeDrops([consignment('1'), consignment('1', { placeKey: 'elsewhere' })])).toThrow(/two places/)
})

test('a pick-up point takes longer than a door, and longer with every order', () => {
  const load = { weightG: 1, crates: { ambient: 3, chilled: 0, frozen: 0 } }
  expect(serviceSeconds({ kind: 'door', orderIds: ['1'], load })).toBe(300)
  expect(serviceSeconds({ kind: 'pickup', orderIds: ['1', '2'], load })).toBe(520)
})
