import { invariant } from '#app/domain/invariant.ts'

export const storageClasses = ['ambient', 'chilled', 'frozen'] as const
export type StorageClass = (typeof storageClasses)[number]

/** What a drop asks of a vehicle, or what a vehicle can take: grams in all, and crates per storage class, which never share a space. */
export type Load = { readonly weightG: number; readonly crates: Readonly<Record<StorageClass, number>> }

/** The alliance's crate: 30 litres or 15 kg, whichever is reached first. One crate holds one storage class only. */
export const CRATE_VOLUME_ML = 30_000
export const CRATE_WEIGHT_G = 15_000

export const emptyLoad: Load = { weightG: 0, crates: { ambient: 0, chilled: 0, frozen: 0 } }

/** Crates needed for goods of one storage class; goods too small to measure still need one. */
export function cratesFor(goods: { weightG: number; volumeMl: number }): number {
  invariant(goods.weightG >= 0 && goods.volumeMl >= 0, 'goods have no negative weight or volume')
  return Math.max(1, Math.ceil(goods.weightG / CRATE_WEIGHT_G), Math.ceil(goods.volumeMl / CRATE_VOLUME_ML))
}

export function addLoads(a: Load, b: Load): Load {
  return {
    weightG: a.weightG + b.weightG,
    crates: {
      ambient: a.crates.ambient + b.crates.ambient,
      chilled: a.crates.chilled + b.crates.chilled,
      frozen: a.crates.frozen + b.crates.frozen,
    },
  }
}

export function fitsIn(load: Load, capacity: Load): boolean {
  return load.weightG <= capacity.weightG && storageClasses.every((storage) => load.crates[storage] <= capacity.crates[storage])
}
