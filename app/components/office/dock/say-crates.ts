import { type ColdClass, type CrateCount, excessDeci, measuredIn, warmestDeci } from '#app/domain/delivery/cold-chain.ts'
import { storageClasses } from '#app/domain/delivery/load.ts'

/** 45 → 4.5, −120 → −12.0, with a real minus sign. */
export const degreesText = (deci: number): string => `${deci < 0 ? '−' : ''}${(Math.abs(deci) / 10).toFixed(1)}`

export const limitText = (cold: ColdClass): string => degreesText(warmestDeci[cold])

type Words = Record<'ambient' | 'chilled' | 'frozen', string> & { crates: (count: number) => string }

/** Chilled 3 crates · frozen 1 crate: the classes there are. */
export const cratesText = (crates: CrateCount, words: Words): string =>
  storageClasses
    .filter((storage) => crates[storage] > 0)
    .map((storage) => `${words[storage]} ${words.crates(crates[storage])}`)
    .join(' · ')

/** Chilled −1: the classes in which two counts differ. */
export const differenceText = (difference: CrateCount, words: Words): string =>
  storageClasses
    .filter((storage) => difference[storage] !== 0)
    .map((storage) => `${words[storage]} ${difference[storage] > 0 ? '+' : '−'}${Math.abs(difference[storage])}`)
    .join(' · ')

/** A reading above its limit; null where there is nothing wrong. */
export function tooWarm(crates: CrateCount | null, temperatureDeci: number | null): { degrees: string; limit: string } | null {
  const cold = crates === null ? null : measuredIn(crates)
  if (crates === null || cold === null || temperatureDeci === null || excessDeci(crates, temperatureDeci) === 0) return null
  return { degrees: degreesText(temperatureDeci), limit: limitText(cold) }
}
