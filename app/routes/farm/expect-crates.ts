import type { CrateCount } from '#app/domain/delivery/cold-chain.ts'
import { cratesFor, type StorageClass } from '#app/domain/delivery/load.ts'

type Part = { storage: string; weightG: number; volumeMl: number }

/** About how many crates the goods fill, by storage class. */
export function expectCrates(parts: readonly Part[]): CrateCount {
  const fill = (storage: StorageClass) => {
    const goods = parts.filter((part) => part.storage === storage)
    if (goods.length === 0) return 0
    const total = (unit: 'weightG' | 'volumeMl') => goods.reduce((sum, part) => sum + part[unit], 0)
    return cratesFor({ weightG: total('weightG'), volumeMl: total('volumeMl') })
  }
  return { ambient: fill('ambient'), chilled: fill('chilled'), frozen: fill('frozen') }
}
