import type { Fen } from '#app/domain/money/fen.ts'
import { type Place, roadDistanceM, travelSeconds } from './distance.ts'
import { cratesFor, type Load, type StorageClass, storageClasses } from './load.ts'

/** What one farm has for one door or pick-up point, by storage class. */
export type FarmGoods = { readonly farm: number; readonly storage: StorageClass; readonly weightG: number; readonly volumeMl: number }
export type SharedDrop = Place & { readonly serviceS: number; readonly goods: readonly FarmGoods[] }

/** The van the groups' plans are reckoned with: what it takes at most, what it costs, and how long it may be out. */
export type ReferenceVan = {
  readonly capacity: Load
  readonly costPerRunFen: Fen
  readonly costPerKmFen: Fen
  readonly costPerHourFen: Fen
  readonly loadingS: number
  readonly shiftS: number
}

/** Savings are looked for among this many nearest neighbours of a drop. */
const neighbours = 100

type Pair = { a: number; b: number; savedM: number }
type Tour = { a: number; b: number; distanceM: number; serviceS: number; load: number[] }

/**
 * What it would cost to deliver the goods of some farms alone: their drops, their weight, tours by Clarke and Wright's parallel
 * savings (1964) within the van's kilograms, crates and shift, at estimated road distances. Windows are left out of account. One
 * sort serves every group, so that a wave's 256 groups take milliseconds; the same farms always cost the same.
 * @returns the cost of the farms for which `isIn` is true, whole fen
 */
export function jointCost(hub: Place, drops: readonly SharedDrop[], van: ReferenceVan): (isIn: readonly boolean[]) => number {
  const outM = drops.map((drop) => roadDistanceM(hub, drop))
  const pairs = pairsBySaving(drops, outM)
  const limits = [van.capacity.weightG, ...storageClasses.map((storage) => van.capacity.crates[storage])]
  const timeOf = (tour: Pick<Tour, 'distanceM' | 'serviceS'>) => van.loadingS + travelSeconds(tour.distanceM) + tour.serviceS

  return (isIn) => {
    const tours = drops.map((drop, index): Tour | null => {
      const goods = drop.goods.filter(({ farm }) => isIn[farm])
      if (goods.length === 0) return null
      return { a: index, b: index, distanceM: 2 * (outM[index] ?? 0), serviceS: drop.serviceS, load: loadOf(goods) }
    })
    for (const { a, b, savedM } of pairs) {
      const [one, other] = [tours[a], tours[b]]
      if (!one || !other || one === other || (a !== one.a && a !== one.b) || (b !== other.a && b !== other.b)) continue
      const load = one.load.map((amount, index) => amount + (other.load[index] ?? 0))
      if (load.some((amount, index) => amount > (limits[index] ?? 0))) continue
      const merged: Tour = {
        a: one.a === a ? one.b : one.a,
        b: other.a === b ? other.b : other.a,
        distanceM: one.distanceM + other.distanceM - savedM,
        serviceS: one.serviceS + other.serviceS,
        load,
      }
      if (timeOf(merged) > van.shiftS) continue
      // Only the ends of a tour are looked up again; what lies inside keeps the tour it was joined into last, and is no end of it.
      for (const end of [a, b, merged.a, merged.b]) tours[end] = merged
    }
    const ends = new Set(tours.filter((tour) => tour !== null).filter((tour) => tours[tour.a] === tour && tours[tour.b] === tour))
    let costFen = 0
    for (const tour of ends) {
      costFen += van.costPerRunFen + (tour.distanceM * van.costPerKmFen) / 1000 + (timeOf(tour) * van.costPerHourFen) / 3600
    }
    return Math.round(costFen)
  }
}

/** Kilograms in grams, then crates class by class: what may stand in the same crates does. */
function loadOf(goods: readonly FarmGoods[]): number[] {
  const crates = storageClasses.map((storage) => {
    const ofClass = goods.filter((part) => part.storage === storage)
    const total = (unit: 'weightG' | 'volumeMl') => ofClass.reduce((sum, part) => sum + part[unit], 0)
    return ofClass.length === 0 ? 0 : cratesFor({ weightG: total('weightG'), volumeMl: total('volumeMl') })
  })
  return [goods.reduce((sum, part) => sum + part.weightG, 0), ...crates]
}

function pairsBySaving(drops: readonly SharedDrop[], outM: readonly number[]): Pair[] {
  const pairs: Pair[] = []
  for (const [a, from] of drops.entries()) {
    const near = drops
      .map((to, b) => ({ a, b, legM: roadDistanceM(from, to) }))
      .filter(({ b }) => b !== a)
      .sort((one, other) => one.legM - other.legM || one.b - other.b)
      .slice(0, neighbours)
    for (const { b, legM } of near) {
      if (a < b || drops.length > neighbours) pairs.push({ a, b, savedM: (outM[a] ?? 0) + (outM[b] ?? 0) - legM })
    }
  }
  return pairs.sort((one, other) => other.savedM - one.savedM || one.a - other.a || one.b - other.b)
}
