import type { AbsentStops } from './absent-stops.ts'
import type { Random } from './random.ts'
import type { Nearest } from './search-problem.ts'
import type { Tours } from './tours.ts'

const LONGEST_STRING = 10
const AVERAGE_REMOVED = 10
const SPLIT = 0.5
const STOP_GROWING = 0.01

/**
 * Takes strings of neighbouring stops out of neighbouring runs (Christiaens and Vanden Berghe, Transportation Science 54, 2020):
 * the nearer to a random stop, the sooner its run is hit, each run once. Pinned stops stay.
 *
 * @returns what does so once; the stops taken out are added to `absent`
 */
export function ruinOf(tours: Tours, near: Nearest, random: Random) {
  const { runOf, count, next, prev, vehicleOf, total, times } = tours
  const { size, timed, pinned } = tours.problem
  const hit = new Int32Array(size + 1)
  const hitAt = new Int32Array(size + 1)
  let round = 0

  return (absent: AbsentStops) => {
    if (total.runs === 0) return
    round++
    const longest = Math.min(LONGEST_STRING, total.stops / total.runs)
    const strings = Math.floor(1 + random.next() * ((4 * AVERAGE_REMOVED) / (1 + longest) - 1))
    const seed = 1 + random.below(size - 1)
    let hits = 0
    for (let i = -1; i < near.count && hits < strings; i++) {
      const stop = i < 0 ? seed : near.stops[seed * near.count + i]!
      const run = runOf[stop]!
      if (run < 0 || hitAt[run] === round) continue
      hitAt[run] = round
      hit[hits++] = run
      removeString(stop, Math.floor(1 + random.next() * Math.min(count[run]!, longest)), absent)
    }
    for (let i = 0; i < hits; i++) {
      const run = hit[i]!
      const vehicle = vehicleOf[run]!
      if (count[run] === 0) tours.close(run)
      if (timed) times.refresh(vehicle)
    }
  }

  /** Takes `length` stops out, `of` among them unless the string is split: then some in its middle stay. */
  function removeString(of: number, length: number, absent: AbsentStops) {
    const inRun = count[runOf[of]!]!
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
      if ((i < stayFrom || i >= stayFrom + staying) && pinned[stop] === 0) {
        tours.remove(stop)
        absent.add(stop)
      }
      stop = following
    }
  }
}
