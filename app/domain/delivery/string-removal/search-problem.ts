/** Vehicles that differ in name alone. Costs are whole numbers of one unit, which the caller chooses. */
export type VehicleKind = {
  readonly capacity: Int32Array
  readonly runCost: number
  /** of a second at a door or at the dock; driving is in the legs */
  readonly secondCost: number
  readonly legCost: Int32Array
  /** `legCost` with rows and columns exchanged; the same array where both ways cost alike */
  readonly backCost: Int32Array
  readonly fromS: number
  readonly untilS: number
}

/**
 * What the search works on: place 0 is the depot, matrices are row by row, loads `units` numbers a place. `windows` of place
 * `k` are numbers `at[k]` up to `at[k + 1]`, the earlier first. `timed` is false where neither windows nor shifts can bind.
 */
export type SearchProblem = {
  readonly size: number
  readonly units: number
  readonly loads: Int32Array
  readonly serviceS: Int32Array
  readonly windows: { readonly at: Int32Array; readonly fromS: Int32Array; readonly untilS: Int32Array }
  readonly timed: boolean
  readonly durationS: Int32Array
  readonly kinds: readonly VehicleKind[]
  /** each vehicle's kind */
  readonly vehicles: Int32Array
  /** whether a vehicle may come back for another run */
  readonly manyRuns: boolean
  readonly loadingS: number
  /** the one vehicle that may serve a place, by a dispatcher's decision; -1 for any */
  readonly boundTo: Int32Array
  /** what leaving a place out costs: more than any detour; 0 for one nobody could serve, which stays out */
  readonly absentCost: Float64Array
}

/** Where a window was missed. */
export const NEVER = 2_000_000_000

/** When service begins for somebody who arrives at `arrivalS`; `NEVER` when all windows are over. */
export function earliestBegin({ windows: { at, fromS, untilS } }: SearchProblem, stop: number, arrivalS: number): number {
  const end = at[stop + 1]!
  let window = at[stop]!
  if (window === end) return arrivalS
  for (; window < end; window++) {
    if (arrivalS <= untilS[window]!) return arrivalS > fromS[window]! ? arrivalS : fromS[window]!
  }
  return NEVER
}

/** The latest moment up to `limitS` at which service may begin; `-NEVER` when no window is open by then. */
export function latestBegin({ windows: { at, fromS, untilS } }: SearchProblem, stop: number, limitS: number): number {
  const first = at[stop]!
  let window = at[stop + 1]! - 1
  if (window < first) return limitS
  for (; window >= first; window--) {
    if (fromS[window]! <= limitS) return limitS < untilS[window]! ? limitS : untilS[window]!
  }
  return -NEVER
}

/** Rows and columns exchanged. */
export function transposed(matrix: Int32Array, size: number): Int32Array {
  const turned = new Int32Array(matrix.length)
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) turned[column * size + row] = matrix[row * size + column]!
  return turned
}

/** The nearest `count` stops of each stop by what the first kind of vehicle pays for the leg, nearest first; place `k`'s begin at `k * count`. */
export function nearest(problem: SearchProblem, count: number): { count: number; stops: Int32Array } {
  const { size } = problem
  const legCost = problem.kinds[0]?.legCost ?? new Int32Array(size * size)
  const width = Math.max(0, Math.min(count, size - 2))
  const stops = new Int32Array(size * width)
  const keys = new Float64Array(Math.max(0, size - 2))
  for (let stop = 1; stop < size; stop++) {
    let filled = 0
    for (let other = 1; other < size; other++) if (other !== stop) keys[filled++] = legCost[stop * size + other]! * size + other
    keys.sort()
    for (let i = 0; i < width; i++) stops[stop * width + i] = keys[i]! % size
  }
  return { count: width, stops }
}
