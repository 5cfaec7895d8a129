import { ALWAYS, NEVER, type SearchProblem } from '../../app/domain/delivery/string-removal/search-problem.ts'
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
  const tenths = (value: number) => Math.round(value * TENTHS)
  const span = { fromS: tenths(windows?.[0]?.from ?? 0), untilS: tenths(windows?.[0]?.until ?? 0) }
  const legs = legsOf(instance)
  return {
    size,
    units: 1,
    loads: Int32Array.from(places, ({ demand }) => demand),
    serviceS: Int32Array.from(places, (_, place) => tenths(windows?.[place]?.service ?? 0)),
    windows: {
      at: Int32Array.from({ length: size + 1 }, (_, place) => place),
      fromS: Int32Array.from(places, (_, place) => (windows ? tenths(windows[place]!.from) : ALWAYS.fromS)),
      untilS: Int32Array.from(places, (_, place) => (windows ? tenths(windows[place]!.until) : ALWAYS.untilS)),
    },
    backByS: new Int32Array(size).fill(NEVER),
    timed: windows !== null,
    kinds: [
      {
        capacity: Int32Array.of(capacity),
        runCost: 0,
        secondCost: 0,
        loadingS: 0,
        maxRuns: 1,
        ...span,
      },
    ],
    legCost: legs,
    durationS: legs,
    backCost: legs,
    backDurationS: legs,
    vehicles: new Int32Array(size),
    servedBy: Array(size).fill(null),
    pinned: new Uint8Array(size),
    absentCost: new Float64Array(size).fill(1e9),
  }
}

function legsOf(instance: Instance): Int32Array {
  const size = instance.places.length
  const legs = new Int32Array(size * size)
  for (let from = 0; from < size; from++) {
    for (let to = 0; to < from; to++) {
      const leg = legOf(instance, from, to)
      legs[from * size + to] = leg
      legs[to * size + from] = leg
    }
  }
  return legs
}
