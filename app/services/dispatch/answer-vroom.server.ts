import { asDelivery, fromDelivery } from '#app/domain/delivery/vroom/as-delivery.ts'
import { type DrivenRoute, driveRoute, merged, sumOf } from '#app/domain/delivery/vroom/drive-route.ts'
import { givenStops, solveVroom, type VroomSolution } from '#app/domain/delivery/vroom/solve-vroom.ts'
import type { VroomProblem } from '#app/domain/delivery/vroom/vroom-problem.ts'
import { accept, type Result } from '#app/domain/result.ts'
import type { TravelTable } from '#app/integrations/osrm/travel-table.ts'
import type { VroomRequest } from '#app/schemas/vroom.ts'
import { planInWorker } from '#app/services/delivery/plan-in-worker.server.ts'
import { type PoseRefusal, poseVroom } from './pose-vroom.ts'
import { measureRoads, type RoutingRefusal } from './vroom-roads.server.ts'

/** The process answers others between slices of this length. */
const SLICE_MS = 12
/** After this a search goes on no more once it has an answer; for the searching planner more where there is more to plan. */
const SEARCH_MS = 10_000
const searchLimitMs = (jobs: number) => Math.min(30_000, 2_000 + 40 * jobs)

export type VroomRefusal = PoseRefusal | RoutingRefusal

/**
 * Answers a VROOM request as VROOM does. With `options.c` the given `steps` are driven as they stand and what they break is
 * reported (plan mode); otherwise the problem is solved, from the given steps where they are valid. What VROOM does not have is
 * `notes`: where the ways come from (`measureRoads`), and `no_geometry` where lines on a map were asked for.
 */
export async function answerVroom(
  request: VroomRequest,
  { table = null }: { table?: TravelTable | null } = {},
): Promise<Result<object, VroomRefusal>> {
  const unmeasured = poseVroom(request)
  if (!unmeasured.ok) return unmeasured
  const measured = await measureRoads(request, table)
  if (!measured.ok) return measured
  const { roads, notes } = measured.value
  const posed = poseVroom(request, roads)
  if (!posed.ok) return posed
  const problem = posed.value
  const solution = request.options?.c ? asGiven(problem) : await solved(problem)
  return accept({ ...write(problem, solution), notes: [...notes, ...(request.options?.g ? ['no_geometry'] : [])] })
}

function asGiven(problem: VroomProblem): VroomSolution {
  const routes = problem.vehicles.flatMap((vehicle) => {
    const stops = givenStops(problem, vehicle)
    return stops.length === 0 ? [] : [driveRoute(problem, vehicle, stops)]
  })
  const driven = new Set(routes.flatMap(({ steps }) => steps.flatMap(({ stop }) => (stop ? [stop.unit] : []))))
  return { routes, unassigned: problem.units.filter(([first]) => first && !driven.has(first.unit)) }
}

/**
 * By the planner that plans our waves, in its thread, wherever its words suffice: so many tries as a problem of that size gets, so
 * that the same request has the same answer unless the time limit ends it sooner. Else by insertion.
 */
async function solved(problem: VroomProblem): Promise<VroomSolution> {
  const asked = asDelivery(problem)
  if (!asked) return solvedByInsertion(problem)
  const { from } = asked
  const stop = AbortSignal.timeout(searchLimitMs(problem.units.length))
  const plan = await planInWorker(asked.problem, { stop, ...(from.length > 0 ? { again: { mode: 'rest', from } } : {}) })
  return fromDelivery(problem, plan) ?? solvedByInsertion(problem)
}

async function solvedByInsertion(problem: VroomProblem): Promise<VroomSolution> {
  const overMs = performance.now() + SEARCH_MS
  const search = solveVroom(problem, () => performance.now() > overMs)
  for (;;) {
    const untilMs = performance.now() + SLICE_MS
    while (performance.now() < untilMs) {
      const { done, value } = search.next()
      if (done) return value
    }
    await new Promise(setImmediate)
  }
}

/** The keys and their order of VROOM's docs/API.md; `distance` is always there, as with its `-g`. */
function write({ amounts }: VroomProblem, { routes, unassigned }: VroomSolution) {
  const left = unassigned.flat()
  const written = routes.map((route) => writeRoute(amounts, route))
  const sum = (unit: 'cost' | 'setup' | 'service' | 'duration' | 'waiting_time' | 'priority' | 'distance') =>
    written.reduce((total, route) => total + route[unit], 0)
  return {
    code: 0,
    summary: {
      cost: sum('cost'),
      routes: routes.length,
      unassigned: left.length,
      ...(amounts > 0
        ? {
            delivery: sumOf(
              amounts,
              written.map((route) => route.delivery ?? []),
            ),
            pickup: sumOf(
              amounts,
              written.map((route) => route.pickup ?? []),
            ),
          }
        : {}),
      setup: sum('setup'),
      service: sum('service'),
      duration: sum('duration'),
      waiting_time: sum('waiting_time'),
      priority: sum('priority'),
      distance: sum('distance'),
      violations: merged(routes.flatMap(({ violations }) => violations)),
    },
    unassigned: left.map(({ id, kind, said }) => ({ id, type: kind, ...said })),
    routes: written,
  }
}

function writeRoute(amounts: number, route: DrivenRoute) {
  const { vehicle, steps } = route
  const stops = steps.flatMap(({ stop }) => (stop && stop.kind !== 'break' ? [stop] : []))
  const priority = [...new Map(stops.map((stop) => [stop.unit, stop.priority])).values()].reduce((total, each) => total + each, 0)
  const of = (which: 'delivery' | 'pickup') =>
    sumOf(
      amounts,
      stops.map((stop) => stop[which]),
    )
  return {
    vehicle: vehicle.id,
    cost: route.cost,
    ...(vehicle.description === undefined ? {} : { description: vehicle.description }),
    ...(amounts > 0 ? { delivery: of('delivery'), pickup: of('pickup') } : {}),
    setup: route.setupS,
    service: route.serviceS,
    duration: route.durationS,
    waiting_time: route.waitingS,
    priority,
    distance: route.distanceM,
    steps: steps.map((step, index) => {
      const { stop } = step
      const type = stop?.kind ?? (index === 0 && vehicle.start !== null ? ('start' as const) : ('end' as const))
      return {
        type,
        ...(stop ? stop.said : type === 'start' ? vehicle.startSaid : vehicle.endSaid),
        ...(stop ? { id: stop.id } : {}),
        setup: step.setupS,
        service: step.serviceS,
        waiting_time: step.waitingS,
        ...(amounts > 0 ? { load: step.load } : {}),
        arrival: step.arrivalS,
        duration: step.drivenS,
        distance: step.drivenM,
        violations: step.violations,
      }
    }),
    violations: route.violations,
  }
}
