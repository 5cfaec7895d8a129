import { type StorageClass, storageClasses } from '#app/domain/delivery/load.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { bundlePriceOf } from '#app/domain/pricing/bundle-price.ts'

/** The drawings of boxes there are, one of which a bundle shows. */
export const bundlePictures = ['vegetable-box', 'fruit-basket', 'gift-box'] as const
export type BundlePicture = (typeof bundlePictures)[number]

export type ComposedPart = {
  units: number
  priceFen: Fen
  netWeightG: number
  grossWeightG: number
  volumeMl: number
  storage: StorageClass
}

/** What a bundle's own size says, all of it made of its parts: price, weights, volume, and the coldest of their storage classes. */
export function composeBundle(parts: readonly ComposedPart[], offBp: number) {
  const total = (of: (part: ComposedPart) => number) => parts.reduce((sum, part) => sum + of(part) * part.units, 0)
  const coldest = Math.max(...parts.map(({ storage }) => storageClasses.indexOf(storage)))
  return {
    priceFen: bundlePriceOf(parts, offBp).priceFen,
    netWeightG: total((part) => part.netWeightG),
    grossWeightG: total((part) => part.grossWeightG),
    volumeMl: total((part) => part.volumeMl),
    storage: storageClasses[coldest] ?? 'ambient',
  }
}
