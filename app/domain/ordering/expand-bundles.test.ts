import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen, sumFen } from '#app/domain/money/fen.ts'
import { expandBundles, type Size } from './expand-bundles.ts'

const size = (variantId: string, priceFen: number) => ({ variantId, priceFen: fen(priceFen) })
const single = (variantId: string, priceFen: number, quantity: number) => ({
  ...size(variantId, priceFen),
  ...{ quantity, unitPriceFen: fen(priceFen), offBp: null },
})
const bundle = (variantId: string, quantity: number, offBp: number) => ({
  ...size(variantId, 1),
  ...{ quantity, unitPriceFen: fen(1), offBp },
})
const part = (bundleId: string, variantId: string, priceFen: number, units = 1, notBeforeOn: string | null = null) => ({
  ...size(variantId, priceFen),
  ...{ bundleId, units, notBeforeOn },
})

test('a box of three farms costs its parts less its rate, and each part carries its share of the saving', () => {
  const { items, bundles } = expandBundles<Size>(
    [bundle('box', 2, 1000)],
    [part('box', 'greens', 880, 2), part('box', 'eggs', 2500), part('box', 'rice', 3333)],
  )
  expect(bundles).toEqual([{ variantId: 'box', quantity: 2, unitPriceFen: 6834, savedFen: 1518 }])
  expect(items.map(({ variantId, quantity, offFen }) => [variantId, quantity, offFen])).toEqual([
    ['greens', 4, 352],
    ['eggs', 2, 500],
    ['rice', 2, 666],
  ])
})

test('what is wanted by itself and in a box is one item; for another day it is another', () => {
  const { items } = expandBundles<Size>(
    [single('eggs', 1000, 3), bundle('box', 2, 500)],
    [part('box', 'eggs', 1000, 6), part('box', 'eggs', 1000, 1, '2027-03-01')],
  )
  expect(items).toEqual([
    expect.objectContaining({ variantId: 'eggs', quantity: 15, notBeforeOn: null, offFen: 600 }),
    expect.objectContaining({ variantId: 'eggs', quantity: 2, notBeforeOn: '2027-03-01', offFen: 100 }),
  ])
})

test('an exchanged part comes and costs instead of the one in the box, at the box’s rate', () => {
  const parts = [part('box', 'greens', 1000), part('box', 'eggs', 2000)]
  const { items, bundles, bundleOf } = expandBundles<Size>([bundle('box', 1, 1000)], parts, new Map([['greens', size('leeks', 1500)]]))
  expect(bundles[0]).toMatchObject({ unitPriceFen: 3150, savedFen: 350 })
  expect(items.map(({ variantId }) => variantId)).toEqual(['leeks', 'eggs'])
  expect(bundleOf.get('leeks')).toBe('box')
})

test('a leader’s step price and a box’s part of the same size: both are paid as agreed', () => {
  const wanted = [{ ...single('eggs', 1000, 30), unitPriceFen: fen(830) }, bundle('box', 5, 0)]
  const { items } = expandBundles<Size>(wanted, [part('box', 'eggs', 1000)])
  expect(items).toEqual([expect.objectContaining({ quantity: 35, unitPriceFen: 1000, offFen: 30 * 170 })])
})

test('whatever the boxes: every fen and every unit is accounted for, and no item costs less than nothing', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const prices = fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 5, maxLength: 5 })
  const dayOf = fc.constantFrom(null, '2027-01-05')
  const partOf = fc.record({ of: fc.integer({ min: 0, max: 4 }), units: fc.integer({ min: 1, max: 9 }), day: dayOf })
  const boxOf = fc.record({
    quantity: fc.integer({ min: 1, max: 999 }),
    offBp: fc.integer({ min: 0, max: 5000 }),
    parts: fc.array(partOf, { minLength: 1, maxLength: 8 }),
  })
  const boxes = fc.array(boxOf, { minLength: 1, maxLength: 4 })
  const singles = fc.array(fc.record({ of: fc.integer({ min: 0, max: 4 }), quantity: fc.integer({ min: 1, max: 999 }) }), { maxLength: 4 })
  fc.assert(
    fc.property(prices, boxes, singles, (priceOf, wantedBoxes, wantedSingles) => {
      const wanted = [
        ...wantedSingles.map(({ of, quantity }) => single(ids[of]!, priceOf[of]!, quantity)),
        ...wantedBoxes.map(({ quantity, offBp }, index) => bundle(`box${index}`, quantity, offBp)),
      ]
      const parts = wantedBoxes.flatMap((box, index) =>
        box.parts.map(({ of, units, day }) => part(`box${index}`, ids[of]!, priceOf[of]!, units, day)),
      )
      const { items, bundles } = expandBundles<Size>(wanted, parts)
      const paidFen = sumFen(items.map((item) => fen(item.unitPriceFen * item.quantity - item.offFen)))
      const askedFen =
        sumFen(bundles.map((box) => fen(box.unitPriceFen * box.quantity))) +
        wantedSingles.reduce((sum, { of, quantity }) => sum + priceOf[of]! * quantity, 0)
      expect(paidFen).toBe(askedFen)
      for (const item of items) {
        expect(item.offFen).toBeGreaterThanOrEqual(0)
        expect(item.offFen).toBeLessThanOrEqual(item.unitPriceFen * item.quantity)
      }
      ids.forEach((id, of) => {
        const inBoxes = wantedBoxes.flatMap((box) => box.parts.filter((one) => one.of === of).map(({ units }) => units * box.quantity))
        const alone = wantedSingles.filter((one) => one.of === of).map(({ quantity }) => quantity)
        const delivered = items.filter(({ variantId }) => variantId === id).map(({ quantity }) => quantity)
        expect(delivered.reduce((sum, one) => sum + one, 0)).toBe([...inBoxes, ...alone].reduce((sum, one) => sum + one, 0))
      })
      expect(new Set(items.map(({ variantId, notBeforeOn }) => `${variantId} ${notBeforeOn}`)).size).toBe(items.length)
    }),
    { numRuns: 200 },
  )
})
