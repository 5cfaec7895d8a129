import { type DeliveryProblem, placesOf } from './plan.ts'

/**
 * The same problem with these vehicles and drops alone, what was measured between them included. Nothing is fixed in it: whoever
 * plans it says so.
 */
export function narrowProblem(
  { fixed: _fixed, ...problem }: DeliveryProblem,
  { vehicleIds, dropIds }: { vehicleIds: ReadonlySet<string>; dropIds: ReadonlySet<string> },
): DeliveryProblem {
  const vehicles = problem.vehicles.filter(({ id }) => vehicleIds.has(id))
  const drops = problem.drops.filter(({ id }) => dropIds.has(id))
  const narrowed = { ...problem, vehicles, drops }
  const { travel } = problem
  if (travel.by === 'estimate') return narrowed
  const rowOf = new Map(placesOf(problem).map((place, row) => [place, row]))
  const rows = placesOf(narrowed).map((place) => rowOf.get(place) ?? 0)
  const pick = (matrix: readonly (readonly number[])[]) => rows.map((from) => rows.map((to) => matrix[from]?.[to] ?? Number.NaN))
  return { ...narrowed, travel: { by: 'matrix', distanceM: pick(travel.distanceM), durationS: pick(travel.durationS) } }
}
