import type { TimeSpan } from './plan.ts'
import { dropAt, type Legs, loadingOf, type PlanningBoard } from './planning-board.ts'

/** `serviceFromS[i]` belongs to stop `i`; loading begins at `fromS` and the vehicle is back at `untilS`. */
export type TimedRun = TimeSpan & { readonly serviceFromS: readonly number[] }

/**
 * When a run happens: back as early as its windows allow, and set off no sooner than that needs, so that the driver
 * waits at the depot rather than at a door.
 *
 * @param vehicle whose run it is: where it begins and ends, and how long loading takes
 * @param stops places of the board, in order
 * @param span  loading begins no earlier than `fromS`, the return is no later than `untilS`
 * @returns null when a window is missed, or the return is later than the shift or one of the stops allows
 */
export function timeRun(board: PlanningBoard, vehicle: number, stops: readonly number[], span: TimeSpan): TimedRun | null {
  const legs = board.legsOf[vehicle] ?? board
  const loadingS = loadingOf(board, vehicle)
  const serviceFromS: number[] = []
  let clockS = span.fromS + loadingS
  let waited = false
  let previous = 0
  for (const stop of stops) {
    const arrivalS = clockS + legS(board, legs, previous, stop)
    const beginS = earliestService(windowsOf(board, stop), arrivalS)
    if (beginS === null) return null
    if (beginS > arrivalS) waited = true
    serviceFromS.push(beginS)
    clockS = beginS + serviceSOf(board, stop)
    previous = stop
  }
  const untilS = clockS + legS(board, legs, previous, 0)
  if (untilS > span.untilS || stops.some((stop) => untilS > (dropAt(board, stop).backByS ?? untilS))) return null
  const fromS = waited ? setOffLate(board, legs, stops, serviceFromS) - loadingS : span.fromS
  return { fromS, untilS, serviceFromS }
}

/** Moves every service towards the next one, each inside the window it already has; returns when loading must have ended. */
function setOffLate(board: PlanningBoard, legs: Legs, stops: readonly number[], serviceFromS: number[]): number {
  for (let i = stops.length - 2; i >= 0; i--) {
    const stop = stops[i] ?? 0
    const beginS = serviceFromS[i] ?? 0
    const nextS = (serviceFromS[i + 1] ?? 0) - legS(board, legs, stop, stops[i + 1] ?? 0) - serviceSOf(board, stop)
    serviceFromS[i] = Math.max(beginS, Math.min(nextS, latestService(windowsOf(board, stop), beginS)))
  }
  return (serviceFromS[0] ?? 0) - legS(board, legs, 0, stops[0] ?? 0)
}

function earliestService(windows: readonly TimeSpan[], arrivalS: number): number | null {
  if (windows.length === 0) return arrivalS
  let earliestS: number | null = null
  for (const window of windows) {
    if (arrivalS > window.untilS || window.fromS > window.untilS) continue
    const beginS = Math.max(arrivalS, window.fromS)
    if (earliestS === null || beginS < earliestS) earliestS = beginS
  }
  return earliestS
}

function latestService(windows: readonly TimeSpan[], beginS: number): number {
  const open = windows.filter((window) => window.fromS <= beginS && beginS <= window.untilS)
  return open.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...open.map((window) => window.untilS))
}

const legS = ({ size }: PlanningBoard, { durationS }: Legs, from: number, to: number) => durationS[from * size + to] ?? 0
const windowsOf = (board: PlanningBoard, stop: number) => board.drops[stop - 1]?.windows ?? []
const serviceSOf = (board: PlanningBoard, stop: number) => board.drops[stop - 1]?.serviceS ?? 0
