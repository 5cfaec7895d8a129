import type { TimeSpan } from '../plan.ts'
import { dropAt, LOAD_UNITS, loadingOf, mostRuns, type PlanningBoard } from '../planning-board.ts'
import { ALWAYS, NEVER, type SearchProblem, transposed, type VehicleKind } from './search-problem.ts'

/** Costs are counted in hundredths of a fen. */
export const UNITS_PER_FEN = 100

/** More than a whole wave costs, so that serving a drop comes before saving money. */
const ABSENT = 1e10

/**
 * A wave as the search sees it: vehicles by kind, driving and the driver's time on the way in one matrix for each kind.
 *
 * @param pinned places that stay where the search finds them
 * @param out places that stay in no run
 */
export function poseSearch(board: PlanningBoard, pinned: ReadonlySet<number>, out: ReadonlySet<number>): SearchProblem {
  const { size } = board
  const drops = Array.from({ length: size - 1 }, (_, index) => dropAt(board, index + 1))
  const windows: (readonly TimeSpan[])[] = [[ALWAYS], ...drops.map((drop) => openWindows(drop.windows))]
  const at = new Int32Array(size + 1)
  for (const [place, open] of windows.entries()) at[place + 1] = at[place]! + open.length
  const vehicleIds = board.vehicles.map(({ id }) => id)
  return {
    size,
    units: LOAD_UNITS,
    loads: board.loads,
    serviceS: Int32Array.from([0, ...drops.map(({ serviceS }) => serviceS)]),
    windows: {
      at,
      fromS: Int32Array.from(windows.flat(), ({ fromS }) => fromS),
      untilS: Int32Array.from(windows.flat(), ({ untilS }) => untilS),
    },
    backByS: Int32Array.from([NEVER, ...drops.map(({ backByS = NEVER }) => backByS)]),
    timed: true,
    ...kindsOf(board),
    servedBy: [null, ...drops.map((drop) => drop.vehicleIds && new Set(drop.vehicleIds.map((id) => vehicleIds.indexOf(id))))].map(
      (vehicles) => vehicles ?? null,
    ),
    pinned: Uint8Array.from({ length: size }, (_, place) => (pinned.has(place) ? 1 : 0)),
    absentCost: Float64Array.from({ length: size }, (_, place) =>
      place === 0 || out.has(place) ? 0 : ABSENT * (1 + (drops[place - 1]?.priority ?? 0)),
    ),
  }
}

/** Windows that open before they close, the earlier first; one that nobody can meet where there is none such. */
function openWindows(windows: readonly TimeSpan[]): readonly TimeSpan[] {
  if (windows.length === 0) return [ALWAYS]
  const open = windows.filter(({ fromS, untilS }) => fromS <= untilS).sort((a, b) => a.fromS - b.fromS || a.untilS - b.untilS)
  return open.length > 0 ? open : [{ fromS: -NEVER, untilS: -NEVER }]
}

/** Vehicles by kind, and for each kind what a leg costs it: driving and the driver's time on the way. */
function kindsOf(board: PlanningBoard) {
  const { size } = board
  const numbers = new Map<string, number>()
  const kinds: VehicleKind[] = []
  const legs: Int32Array[] = []
  const seconds: Int32Array[] = []
  const vehicles = board.vehicles.map(({ id: _, ...details }, vehicle) => {
    const key = JSON.stringify(details)
    const known = numbers.get(key)
    if (known !== undefined) return known
    const { distanceM, durationS } = board.legsOf[vehicle] ?? board
    const secondCost = (details.costPerHourFen * UNITS_PER_FEN) / 3600
    const metreCost = (details.costPerKmFen * UNITS_PER_FEN) / 1000
    kinds.push({
      capacity: board.capacities.slice(vehicle * LOAD_UNITS, (vehicle + 1) * LOAD_UNITS),
      runCost: details.costPerRunFen * UNITS_PER_FEN,
      secondCost,
      loadingS: loadingOf(board, vehicle),
      maxRuns: mostRuns(board, board.vehicles[vehicle]!),
      ...details.shift,
    })
    legs.push(distanceM.map((metres, leg) => Math.round(metres * metreCost + durationS[leg]! * secondCost)))
    seconds.push(durationS)
    numbers.set(key, kinds.length - 1)
    return kinds.length - 1
  })
  const legCost = oneAfterAnother(legs, size * size)
  const durationS = oneAfterAnother(seconds, size * size)
  return {
    kinds,
    vehicles: Int32Array.from(vehicles),
    legCost,
    backCost: transposed(legCost, size),
    durationS,
    backDurationS: transposed(durationS, size),
  }
}

function oneAfterAnother(matrices: readonly Int32Array[], cells: number): Int32Array {
  const all = new Int32Array(matrices.length * cells)
  for (const [index, matrix] of matrices.entries()) all.set(matrix, index * cells)
  return all
}
