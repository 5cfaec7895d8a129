import type { TimeSpan } from '../plan.ts'
import { dropAt, LOAD_UNITS, type PlanningBoard } from '../planning-board.ts'
import { unservableReason } from '../screen-drops.ts'
import { ALWAYS, NEVER, type SearchProblem, transposed, type VehicleKind } from './search-problem.ts'

/** Costs are counted in hundredths of a fen. */
const UNITS_PER_FEN = 100

/** More than a whole wave costs, so that serving a drop comes before saving money. */
const ABSENT = 1e10

/** A wave as the search sees it: vehicles by kind, driving and the driver's time on the way in one matrix for each kind. */
export function poseSearch(board: PlanningBoard): SearchProblem {
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
    pinned: new Uint8Array(size),
    absentCost: Float64Array.from({ length: size }, (_, place) =>
      place === 0 || unservableReason(board, place) ? 0 : ABSENT * (1 + (drops[place - 1]?.priority ?? 0)),
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
  const { size, distanceM, durationS } = board
  const numbers = new Map<string, number>()
  const kinds: VehicleKind[] = []
  const legs: number[][] = []
  const vehicles = board.vehicles.map(({ id: _, ...details }, vehicle) => {
    const key = JSON.stringify(details)
    const known = numbers.get(key)
    if (known !== undefined) return known
    const secondCost = (details.costPerHourFen * UNITS_PER_FEN) / 3600
    const metreCost = (details.costPerKmFen * UNITS_PER_FEN) / 1000
    kinds.push({
      capacity: board.capacities.slice(vehicle * LOAD_UNITS, (vehicle + 1) * LOAD_UNITS),
      runCost: details.costPerRunFen * UNITS_PER_FEN,
      secondCost,
      loadingS: board.problem.loadingS,
      maxRuns: details.maxRuns ?? Number.POSITIVE_INFINITY,
      ...details.shift,
    })
    legs.push(Array.from(distanceM, (metres, leg) => Math.round(metres * metreCost + durationS[leg]! * secondCost)))
    numbers.set(key, kinds.length - 1)
    return kinds.length - 1
  })
  const legCost = Int32Array.from(legs.flat())
  const legS = Int32Array.from(legs.flatMap(() => [...durationS]))
  return {
    kinds,
    vehicles: Int32Array.from(vehicles),
    legCost,
    backCost: transposed(legCost, size),
    durationS: legS,
    backDurationS: transposed(legS, size),
  }
}
