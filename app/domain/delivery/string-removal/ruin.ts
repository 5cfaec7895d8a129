import type { AbsentStops } from './absent-stops.ts'
import type { Random } from './random.ts'
import { stringsOf } from './remove-strings.ts'
import type { Nearest } from './search-problem.ts'
import type { Tours } from './tours.ts'

/**
 * Strings out of the vehicles' runs; pinned stops stay, and a run left empty is closed.
 *
 * @returns what does so once; the stops taken out are added to `absent`
 */
export function ruinOf(tours: Tours, near: Nearest, random: Random) {
  const { runOf, count, next, prev, vehicleOf, total, times } = tours
  const { size, timed, pinned } = tours.problem
  const { hit, removeStrings } = stringsOf({ size, runOf, count, next, prev }, near, random, (stop, absent) => {
    if (pinned[stop] !== 0) return
    tours.remove(stop)
    absent.add(stop)
  })

  return (absent: AbsentStops) => {
    if (total.runs === 0) return
    const hits = removeStrings(total.stops / total.runs, absent)
    for (let i = 0; i < hits; i++) {
      const run = hit[i]!
      const vehicle = vehicleOf[run]!
      if (count[run] === 0) tours.close(run)
      if (timed) times.refresh(vehicle)
    }
  }
}
