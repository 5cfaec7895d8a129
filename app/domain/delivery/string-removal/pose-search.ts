import { dropAt, LOAD_UNITS, type PlanningBoard } from '../planning-board.ts'
import { unservableReason } from '../screen-drops.ts'
import { type SearchProblem, transposed, type VehicleKind } from './search-problem.ts'

/** Costs are counted in hundredths of a fen. */
const UNITS_PER_FEN = 100

/** More than a whole wave costs, so that serving a drop comes before saving money. */
const ABSENT = 1e10

/** A wave as the search sees it: vehicles by kind, driving and the driver's time on the way in one matrix for each kind. */
export function poseSearch(board: PlanningBoard): SearchProblem {
  const { size, durationS } = board
  const drops = Array.from({ length: size - 1 }, (_, index) => dropAt(board, index + 1))
  const windows = [[], ...drops.map((drop) => openWindows(drop.windows))]
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
    timed: true,
    durationS,
    ...kindsOf(board),
    manyRuns: true,
    loadingS: board.problem.loadingS,
    boundTo: Int32Array.from([-1, ...drops.map(({ vehicleIds: [only] = [] }) => (only === undefined ? -1 : vehicleIds.indexOf(only)))]),
    absentCost: Float64Array.from({ length: size }, (_, place) =>
      place === 0 || unservableReason(board, place) ? 0 : ABSENT * (1 + (drops[place - 1]?.priority ?? 0)),
    ),
  }
}

/** Windows that open before they close, the earlier first. */
const openWindows = (windows: readonly { fromS: number; untilS: number }[]) =>
  windows.filter(({ fromS, untilS }) => fromS <= untilS).sort((a, b) => a.fromS - b.fromS || a.untilS - b.untilS)

function kindsOf(board: PlanningBoard): { kinds: VehicleKind[]; vehicles: Int32Array } {
  const { size, distanceM, durationS } = board
  const numbers = new Map<string, number>()
  const kinds: VehicleKind[] = []
  const vehicles = board.vehicles.map(({ id: _, ...details }, vehicle) => {
    const key = JSON.stringify(details)
    const known = numbers.get(key)
    if (known !== undefined) return known
    const secondCost = (details.costPerHourFen * UNITS_PER_FEN) / 3600
    const metreCost = (details.costPerKmFen * UNITS_PER_FEN) / 1000
    const legCost = Int32Array.from({ length: size * size }, (_, leg) =>
      Math.round(distanceM[leg]! * metreCost + durationS[leg]! * secondCost),
    )
    kinds.push({
      capacity: board.capacities.slice(vehicle * LOAD_UNITS, (vehicle + 1) * LOAD_UNITS),
      runCost: details.costPerRunFen * UNITS_PER_FEN,
      secondCost,
      legCost,
      backCost: transposed(legCost, size),
      ...details.shift,
    })
    numbers.set(key, kinds.length - 1)
    return kinds.length - 1
  })
  return { kinds, vehicles: Int32Array.from(vehicles) }
}
