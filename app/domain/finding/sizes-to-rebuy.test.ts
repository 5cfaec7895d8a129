import { expect, test } from 'vitest'
import { sizesToRebuy } from './sizes-to-rebuy.ts'

test('a bundle is bought again as a bundle, and of its parts only what was bought beside it', () => {
  const ordered = {
    lines: [
      { variantId: 'potatoes', quantity: 5 },
      { variantId: 'eggs', quantity: 2 },
      { variantId: 'rice', quantity: 1 },
    ],
    bundles: [{ variantId: 'box', quantity: 2 }],
    parts: [
      { bundleId: 'box', variantId: 'potatoes', units: 2 },
      { bundleId: 'box', variantId: 'eggs', units: 1 },
    ],
  }
  expect(sizesToRebuy(ordered)).toEqual([
    { variantId: 'box', quantity: 2 },
    { variantId: 'potatoes', quantity: 1 },
    { variantId: 'rice', quantity: 1 },
  ])
})
