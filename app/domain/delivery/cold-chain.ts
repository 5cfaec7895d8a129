import { type StorageClass, storageClasses } from './load.ts'

/** Crates counted by storage class. */
export type CrateCount = Readonly<Record<StorageClass, number>>

/** What is chilled may reach 8 °C, what is frozen −12 °C, in tenths of a degree Celsius. The alliance's limits at every handover. */
export const warmestDeci = { chilled: 80, frozen: -120 } as const
export type ColdClass = keyof typeof warmestDeci

/** In which crates the one thermometer is read: the frozen ones where there are any, else the chilled; null where nothing is cold. */
export function measuredIn(crates: CrateCount): ColdClass | null {
  if (crates.frozen > 0) return 'frozen'
  return crates.chilled > 0 ? 'chilled' : null
}

/** By how many tenths of a degree a reading is above its limit; 0 when it is not, or when nothing had to be read. */
export function excessDeci(crates: CrateCount, temperatureDeci: number | null): number {
  const cold = measuredIn(crates)
  return cold === null || temperatureDeci === null ? 0 : Math.max(0, temperatureDeci - warmestDeci[cold])
}

/** What arrived less what was handed over, by class; null where both counts agree. */
export function crateDifference(declared: CrateCount, arrived: CrateCount): CrateCount | null {
  const difference = {
    ambient: arrived.ambient - declared.ambient,
    chilled: arrived.chilled - declared.chilled,
    frozen: arrived.frozen - declared.frozen,
  }
  return storageClasses.some((storage) => difference[storage] !== 0) ? difference : null
}

export const cratesInAll = (crates: CrateCount): number => storageClasses.reduce((sum, storage) => sum + crates[storage], 0)
