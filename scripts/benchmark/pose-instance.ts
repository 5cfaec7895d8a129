import type { SearchProblem } from '../../app/domain/delivery/string-removal/search-problem.ts'
import type { Instance } from './read-instance.ts'

/** Windows count in tenths, so that one decimal is a whole number. */
const TENTHS = 10

export const unitOf = ({ windows }: Instance) => (windows ? TENTHS : 1)

/** The distance by the family's convention: rounded to whole numbers, or with windows truncated to one decimal, in tenths. */
export function legOf({ places, windows }: Instance, from: number, to: number): number {
  const a = places[from]!
  const b = places[to]!
  const straight = Math.hypot(a.x - b.x, a.y - b.y)
  return windows ? Math.floor(straight * TENTHS + 1e-7) : Math.floor(straight + 0.5)
}

/** As many vehicles as stops; distance is all that costs. */
export function poseInstance(instance: Instance): SearchProblem {
  const { places, windows, capacity } = instance
  const size = places.length
  const legCost = Int32Array.from({ length: size * size }, (_, cell) => legOf(instance, Math.floor(cell / size), cell % size))
  const tenths = (value: number) => Math.round(value * TENTHS)
  return {
    size,
    units: 1,
    loads: Int32Array.from(places, ({ demand }) => demand),
    serviceS: Int32Array.from(places, (_, place) => tenths(windows?.[place]?.service ?? 0)),
    windows: {
      at: Int32Array.from({ length: size + 1 }, (_, place) => (windows ? place : 0)),
      fromS: Int32Array.from(windows ?? [], ({ from }) => tenths(from)),
      untilS: Int32Array.from(windows ?? [], ({ until }) => tenths(until)),
    },
    timed: windows !== null,
    durationS: legCost,
    kinds: [
      {
        capacity: Int32Array.of(capacity),
        runCost: 0,
        secondCost: 0,
        legCost,
        backCost: legCost,
        fromS: tenths(windows?.[0]?.from ?? 0),
        untilS: tenths(windows?.[0]?.until ?? 0),
      },
    ],
    vehicles: new Int32Array(size),
    manyRuns: false,
    loadingS: 0,
    boundTo: new Int32Array(size).fill(-1),
    absentCost: new Float64Array(size).fill(1e9),
  }
}
