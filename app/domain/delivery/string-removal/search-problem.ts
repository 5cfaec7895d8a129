/** Vehicles that differ in name alone. Costs are whole numbers of one unit, which the caller chooses. */
export type VehicleKind = {
  readonly capacity: Int32Array
  readonly runCost: number
  /** of a second at a door or at the dock; driving is in the legs */
  readonly secondCost: number
  readonly loadingS: number
  readonly maxRuns: number
  readonly fromS: number
  readonly untilS: number
}

/**
 * What the search works on: place 0 is where runs begin and end, loads are `units` numbers a place. A matrix is row by row, one
 * for each kind of vehicle after the other: row 0 leaves from where its runs begin, column 0 leads to where they end. `windows`
 * of place `k` are numbers `at[k]` up to `at[k + 1]`, the earlier first, always one at least: `ALWAYS` where any time will do.
 * `timed` is false where neither windows nor shifts can bind.
 */
export type SearchProblem = {
  readonly size: number
  readonly units: number
  readonly loads: Int32Array
  readonly serviceS: Int32Array
  readonly windows: { readonly at: Int32Array; readonly fromS: Int32Array; readonly untilS: Int32Array }
  /** when the run that has the place must have ended; `NEVER` for any time */
  readonly backByS: Int32Array
  readonly timed: boolean
  readonly kinds: readonly VehicleKind[]
  readonly legCost: Int32Array
  readonly durationS: Int32Array
  /** rows and columns exchanged; the same arrays where both ways are alike */
  readonly backCost: Int32Array
  readonly backDurationS: Int32Array
  /** each vehicle's kind */
  readonly vehicles: Int32Array
  /** the vehicles that may serve a place; null for any */
  readonly servedBy: readonly (ReadonlySet<number> | null)[]
  /** 1 for a place that stays in the run it is loaded with, as do those before it */
  readonly pinned: Uint8Array
  /** what leaving a place out costs: more than any detour; 0 for one nobody could serve, which stays out */
  readonly absentCost: Float64Array
}

/** Where a window was missed, or none ends. */
export const NEVER = 1_000_000_000

export const ALWAYS = { fromS: -NEVER, untilS: NEVER } as const

/** Rows and columns of each matrix exchanged; the matrices themselves where that changes nothing. */
export function transposed(matrices: Int32Array, size: number): Int32Array {
  const turned = new Int32Array(matrices.length)
  let alike = true
  for (let base = 0; base < matrices.length; base += size * size) {
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        const value = matrices[base + row * size + column]!
        turned[base + column * size + row] = value
        alike &&= value === matrices[base + column * size + row]
      }
    }
  }
  return alike ? matrices : turned
}

/** The nearest `count` stops of each stop, nearest first; place `k`'s begin at `k * count`. */
export type Nearest = { readonly count: number; readonly stops: Int32Array }

/** By what the first kind of vehicle pays for the leg. */
export function nearest({ size, legCost }: SearchProblem, most: number): Nearest {
  const count = Math.max(0, Math.min(most, size - 2))
  const stops = new Int32Array(size * count)
  const keys = sortableKeys(Math.max(0, size - 2), legCost, size)
  for (let stop = 1; stop < size; stop++) {
    let filled = 0
    for (let other = 1; other < size; other++) if (other !== stop) keys[filled++] = (legCost[stop * size + other] ?? 0) * size + other
    keys.sort()
    for (let i = 0; i < count; i++) stops[stop * count + i] = keys[i]! % size
  }
  return { count, stops }
}

/** Numbers of a leg's cost and a place, the cost first: whole numbers of 32 bits, which are sorted sooner, where they suffice. */
export function sortableKeys(length: number, legCost: Int32Array, size: number): Int32Array | Float64Array {
  let most = 0
  for (let leg = 0; leg < legCost.length; leg++) if (legCost[leg]! > most) most = legCost[leg]!
  return (most + 1) * size < 2 ** 31 ? new Int32Array(length) : new Float64Array(length)
}
