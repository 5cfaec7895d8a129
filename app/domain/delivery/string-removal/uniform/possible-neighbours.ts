import { type Nearest, type SearchProblem, sortableKeys } from '../search-problem.ts'

/**
 * For each stop the nearest `most` that the windows let a vehicle visit right before it, and right after it, nearest first; place
 * `k`'s begin at `k * count`, 0 where there are no more. Without times simply the nearest.
 */
export function possibleNeighbours(problem: SearchProblem, near: Nearest, most: number) {
  if (!problem.timed) return { count: near.count, before: near.stops, after: near.stops }
  const { size, legCost, durationS, serviceS, windows } = problem
  const { fromS, untilS } = windows
  const count = Math.max(0, Math.min(most, size - 2))
  const before = new Int32Array(size * count)
  const after = new Int32Array(size * count)
  if (count === 0) return { count, before, after }
  const keys = sortableKeys(size - 2, legCost, size)
  for (let stop = 1; stop < size; stop++) {
    pick(before, stop, (other) => reaches(other, stop))
    pick(after, stop, (other) => reaches(stop, other))
  }
  return { count, before, after }

  function pick(into: Int32Array, stop: number, may: (other: number) => boolean) {
    let filled = 0
    for (let other = 1; other < size; other++)
      if (other !== stop && may(other)) keys[filled++] = legCost[stop * size + other]! * size + other
    const sorted = keys.subarray(0, filled).sort()
    for (let i = 0; i < Math.min(count, filled); i++) into[stop * count + i] = sorted[i]! % size
  }

  function reaches(from: number, to: number) {
    return fromS[from]! + serviceS[from]! + durationS[from * size + to]! <= untilS[to]!
  }
}
