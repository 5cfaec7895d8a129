import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/business-day.ts'
import { fen } from '#app/domain/money/fen.ts'
import { type ExpectedBox, expectUnits, type WeekWish } from './expect-units.ts'
import { canChange, canOrder, holdUntil } from './order-times.ts'
import { priceSwapped, withSwap } from './swap-parts.ts'

const box: ExpectedBox = {
  ...{ id: 'sub', zoneId: 'east', variantId: 'box', quantity: 2 },
  ...{ startsOn: '2026-11-22', weekday: 2, everyWeeks: 1, status: 'active', pausedUntilOn: null },
}
const parts = (variantId: string) =>
  variantId === 'box' ? ['greens', 'eggs'].map((part, index) => ({ variantId: part, units: index + 1 })) : [{ variantId, units: 1 }]
const waves = ['2026-11-24', '2026-11-27', '2026-12-01'].map((deliversOn) => ({ id: deliversOn, zoneId: 'east', deliversOn }))
const wish = (change: Partial<WeekWish>): WeekWish => ({
  ...{ subscriptionId: 'sub', weekOn: '2026-11-23', status: 'planned', swaps: [] },
  ...change,
})

test('a wave expects the parts of the boxes that come with it, swapped ones as they are wished', () => {
  const [first, between] = expectUnits([box], waves, [wish({ swaps: [{ out: 'eggs', in: 'tofu' }] })], parts)
  expect(first).toMatchObject({ boxes: 2, units: new Map(Object.entries({ greens: 2, tofu: 4 })) })
  expect(between).toMatchObject({ boxes: 0, units: new Map() })
})

test('what is skipped, refused or ordered already is not expected', () => {
  for (const status of ['skipped', 'refused', 'ordered'] as const)
    expect(expectUnits([box], waves, [wish({ status })], parts).map(({ boxes }) => boxes)).toEqual([0, 0, 2])
})

test('every box that is due is expected once', () => {
  const boxes = fc.array(
    fc.record({ weekday: fc.integer({ min: 1, max: 7 }), everyWeeks: fc.constantFrom(1, 2, 4), quantity: fc.integer({ min: 1, max: 20 }) }),
  )
  fc.assert(
    fc.property(boxes, (some) => {
      const daily = Array.from({ length: 28 }, (_, day) => addDays('2026-11-23', day)).map((deliversOn) => ({
        ...{ id: deliversOn, zoneId: 'east', deliversOn },
      }))
      const all = some.map((one, index) => ({ ...box, ...one, id: `sub_${index}`, startsOn: '2026-11-23' }))
      const expected = expectUnits(all, daily, [], parts)
      const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
      const due = sum(all.map((one) => one.quantity * (4 / one.everyWeeks)))
      expect(sum(expected.map((wave) => wave.boxes))).toBe(due)
      expect(sum(expected.map((wave) => wave.units.get('eggs') ?? 0))).toBe(2 * due)
    }),
  )
})

test('a week can be changed until its order is placed, and is held for twenty hours or until two before the cut-off', () => {
  const cutoffAt = new Date('2026-11-24T10:00:00Z')
  expect([new Date('2026-11-22T21:59:59Z'), new Date('2026-11-22T22:00:00Z')].map((now) => canChange(cutoffAt, now))).toEqual([true, false])
  expect(holdUntil(new Date('2026-11-22T22:00:00Z'), cutoffAt)).toEqual(new Date('2026-11-23T18:00:00Z'))
  expect(holdUntil(new Date('2026-11-24T04:00:00Z'), cutoffAt)).toEqual(new Date('2026-11-24T08:00:00Z'))
  expect([new Date('2026-11-24T07:00:00Z'), new Date('2026-11-24T07:00:01Z')].map((now) => canOrder(cutoffAt, now))).toEqual([true, false])
})

test('a swap costs the difference of the two sizes less what the box is cheaper, and taken back it costs nothing', () => {
  const inBox = [
    { variantId: 'greens', units: 1, priceFen: fen(1000) },
    { variantId: 'eggs', units: 2, priceFen: fen(500) },
  ]
  const prices = new Map([['tofu', fen(800)]])
  const swaps = withSwap([], { out: 'eggs', into: 'tofu' })
  expect(priceSwapped(inBox, 1000, swaps, prices)).toEqual({ priceFen: 2340, differenceFen: 540 })
  expect(withSwap(swaps, { out: 'eggs', into: 'eggs' })).toEqual([])
})
