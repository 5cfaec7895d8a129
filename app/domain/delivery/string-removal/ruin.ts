import type { AbsentStops } from './absent-stops.ts'
import type { Random } from './random.ts'
import { stringsOf } from './remove-strings.ts'
import type { Nearest } from './search-problem.ts'
import type { Tours } from './tours.ts'

/** How often a whole run is taken out instead of strings. */
const WHOLE_RUN = 0.1

/**
 * Strings out of the vehicles' runs, or now and then all of one run, where it `mayEmpty` one: strings are too short to save a
 * long run. Pinned stops stay, and a run left empty is closed.
 *
 * @returns what does so once; the stops taken out are added to `absent`
 */
export function ruinOf(tours: Tours, near: Nearest, random: Random) {
  const { runOf, count, next, prev, head, active, vehicleOf, total, times } = tours
  const { size, timed, pinned } = tours.problem
  const { hit, removeStrings } = stringsOf({ size, runOf, count, next, prev }, near, random, take)

  return (absent: AbsentStops, mayEmpty: boolean) => {
    if (total.runs === 0) return
    if (mayEmpty && random.next() < WHOLE_RUN) return removeRun(active[random.below(total.runs)]!, absent)
    const hits = removeStrings(total.stops / total.runs, absent)
    for (let i = 0; i < hits; i++) settle(hit[i]!)
  }

  function removeRun(run: number, absent: AbsentStops) {
    for (let stop = head[run]!; stop !== 0; ) {
      const following = next[stop]!
      take(stop, absent)
      stop = following
    }
    settle(run)
  }

  function take(stop: number, absent: AbsentStops) {
    if (pinned[stop] !== 0) return
    tours.remove(stop)
    absent.add(stop)
  }

  function settle(run: number) {
    const vehicle = vehicleOf[run]!
    if (count[run] === 0) tours.close(run)
    if (timed) times.refresh(vehicle)
  }
}
