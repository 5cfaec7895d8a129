import type { AbsentStops } from './absent-stops.ts'
import type { Random } from './random.ts'
import type { Nearest } from './search-problem.ts'

const LONGEST_STRING = 10
const AVERAGE_REMOVED = 10
const SPLIT = 0.5
const STOP_GROWING = 0.01

/** Stops 1 to `size - 1` linked into runs: before and after each (0 is the depot), its run (negative when absent), and each run's stops. */
type Links = { size: number; runOf: Int32Array; count: Int32Array; next: Int32Array; prev: Int32Array }

/**
 * Takes strings of neighbouring stops out of neighbouring runs (Christiaens and Vanden Berghe, Transportation Science 54, 2020):
 * the nearer to a random stop, the sooner its run is hit, each run once.
 *
 * @param take what taking one stop out means; it may let it stay
 * @returns `hit`, the runs hit last, and what hits them, given how many stops a run has on average: it says how many they were
 */
export function stringsOf(links: Links, near: Nearest, random: Random, take: (stop: number, absent: AbsentStops) => void) {
  const { size, runOf, count, next, prev } = links
  const hit = new Int32Array(size + 1)
  const hitAt = new Int32Array(size + 1)
  let round = 0

  function removeStrings(stopsInRun: number, absent: AbsentStops): number {
    round++
    const longest = Math.min(LONGEST_STRING, stopsInRun)
    const strings = Math.floor(1 + random.next() * ((4 * AVERAGE_REMOVED) / (1 + longest) - 1))
    const seed = 1 + random.below(size - 1)
    let hits = 0
    for (let i = -1; i < near.count && hits < strings; i++) {
      const stop = i < 0 ? seed : near.stops[seed * near.count + i]!
      const run = runOf[stop]!
      if (run < 0 || hitAt[run] === round) continue
      hitAt[run] = round
      hit[hits++] = run
      removeString(stop, count[run]!, Math.floor(1 + random.next() * Math.min(count[run]!, longest)), absent)
    }
    return hits
  }

  /** Takes `length` stops out, `of` among them unless the string is split: then some in its middle stay. */
  function removeString(of: number, inRun: number, length: number, absent: AbsentStops) {
    let staying = 0
    if (length > 1 && length < inRun && random.next() < SPLIT) {
      staying = 1
      while (length + staying < inRun && random.next() > STOP_GROWING) staying++
    }
    const span = length + staying
    let before = 0
    for (let stop = prev[of]!; stop !== 0 && before < span - 1; stop = prev[stop]!) before++
    let behind = 0
    for (let stop = next[of]!; stop !== 0 && behind < span - 1; stop = next[stop]!) behind++
    const least = Math.max(0, span - 1 - behind)
    let stop = of
    for (let back = least + random.below(before - least + 1); back > 0; back--) stop = prev[stop]!
    const stayFrom = staying === 0 ? span : 1 + random.below(length - 1)
    for (let i = 0; i < span; i++) {
      const following = next[stop]!
      if (i < stayFrom || i >= stayFrom + staying) take(stop, absent)
      stop = following
    }
  }

  return { hit, removeStrings }
}
