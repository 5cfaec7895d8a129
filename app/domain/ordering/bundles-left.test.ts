import { expect, test } from 'vitest'
import { bundlesLeft, type PartOnHand } from '#app/domain/catalog/bundles-left.ts'
import { fen } from '#app/domain/money/fen.ts'
import { composeBundle } from './compose-bundle.ts'

const part = (variantId: string, left: number, change: Partial<PartOnHand> = {}): PartOnHand => ({
  ...{ bundleId: 'box', variantId, units: 1, notBeforeOn: null, isListed: true, left },
  ...change,
})

test('there are as many boxes as the scarcest part allows', () => {
  expect(bundlesLeft([part('greens', 9, { units: 2 }), part('eggs', 30)]).get('box')).toBe(4)
  expect(bundlesLeft([part('greens', 9, { units: 2 }), part('greens', 9), part('eggs', 30)]).get('box')).toBe(3)
})

test('the same size for another day is counted by itself', () => {
  expect(bundlesLeft([part('oranges', 9), part('oranges', 2, { notBeforeOn: '2027-01-05' })]).get('box')).toBe(2)
})

test('a part off the shelf leaves no box', () => {
  expect(bundlesLeft([part('greens', 9, { isListed: false }), part('eggs', 30)]).get('box')).toBe(0)
})

test('a box weighs what its parts weigh and is kept as cold as the coldest of them', () => {
  const greens = { units: 2, priceFen: fen(880), netWeightG: 500, grossWeightG: 520, volumeMl: 2000, storage: 'chilled' as const }
  const rice = { units: 1, priceFen: fen(4000), netWeightG: 5000, grossWeightG: 5100, volumeMl: 6000, storage: 'ambient' as const }
  expect(composeBundle([rice, greens], 1000)).toEqual({
    priceFen: 5184,
    netWeightG: 6000,
    grossWeightG: 6140,
    volumeMl: 10_000,
    storage: 'chilled',
  })
})
