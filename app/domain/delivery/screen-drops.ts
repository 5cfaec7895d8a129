import { storageClasses } from './load.ts'
import type { UnservedReason } from './plan.ts'
import { dropAt, LOAD_UNITS, mayBring, type PlanningBoard, stopsFitIn } from './planning-board.ts'
import { timeVehicleDay } from './vehicle-day.ts'

/** Why no vehicle could serve this place of the board even with nothing else to do; null when one could. */
export function unservableReason(board: PlanningBoard, stop: number): UnservedReason | null {
  const drop = dropAt(board, stop)
  if (drop.excluded) return 'excluded'
  if (!board.vehicles.some(({ id }) => mayBring(drop, id))) return 'no_vehicle'
  if (storageClasses.some((_, index) => !someoneCarries(board, stop, index + 1))) return 'no_vehicle_for_class'
  const roomy = board.vehicles.map((_, vehicle) => vehicle).filter((vehicle) => stopsFitIn(board, vehicle, [stop]))
  if (roomy.length === 0) return 'too_large'
  return roomy.some((vehicle) => timeVehicleDay(board, vehicle, [[stop]])) ? null : 'window_unreachable'
}

function someoneCarries(board: PlanningBoard, stop: number, unit: number): boolean {
  if (board.loads[stop * LOAD_UNITS + unit] === 0) return true
  const drop = dropAt(board, stop)
  return board.vehicles.some(({ id }, vehicle) => mayBring(drop, id) && (board.capacities[vehicle * LOAD_UNITS + unit] ?? 0) > 0)
}
