import type { Span, Violation, VroomProblem, VroomStop, VroomVehicle } from './vroom-problem.ts'

export type DrivenStep = {
  readonly stop: VroomStop | null
  readonly place: number | null
  readonly arrivalS: number
  readonly waitingS: number
  readonly setupS: number
  readonly serviceS: number
  readonly drivenS: number
  readonly drivenM: number
  readonly load: readonly number[]
  readonly violations: readonly Violation[]
}
export type DrivenRoute = {
  readonly vehicle: VroomVehicle
  readonly steps: readonly DrivenStep[]
  readonly cost: number
  readonly durationS: number
  readonly distanceM: number
  readonly waitingS: number
  readonly setupS: number
  readonly serviceS: number
  readonly violations: readonly Violation[]
}

type At = { arrivalS: number; waitingS: number; setupS: number; serviceS: number }
const nothingThere = { waitingS: 0, setupS: 0, serviceS: 0 }

/** Drives a vehicle's stops in this order and says what that costs and breaks; what breaks nothing is a valid route. */
export function driveRoute({ amounts }: VroomProblem, vehicle: VroomVehicle, stops: readonly VroomStop[]): DrivenRoute {
  let load = sumOf(
    amounts,
    stops.filter(({ kind }) => kind === 'job').map(({ delivery }) => delivery),
  )
  let clockS = vehicle.window[0]
  let place = vehicle.start ?? stops.find((stop) => stop.place !== null)?.place ?? null
  let [drivenS, drivenM, drivenCost, waitedS, setUpS, servedS] = [0, 0, 0, 0, 0, 0]
  const steps: DrivenStep[] = []
  const tooMuch = () => load.some((amount, unit) => amount > (vehicle.capacity[unit] ?? 0))
  const note = (stop: VroomStop | null, at: At, violations: Violation[]) =>
    steps.push({ stop, place, ...at, drivenS, drivenM, load, violations: tooMuch() ? [...violations, { cause: 'load' }] : violations })
  const goTo = (next: number | null) => {
    if (next === null || place === null || next === place) return false
    const legS = vehicle.travel.durationS(place, next)
    drivenS += legS
    drivenM += vehicle.travel.distanceM(place, next)
    drivenCost += vehicle.travel.cost?.(place, next) ?? 0
    clockS += legS
    place = next
    return true
  }
  if (vehicle.start !== null) note(null, { arrivalS: clockS, ...nothingThere }, [])
  for (const [index, stop] of stops.entries()) {
    const isNew = goTo(stop.place) || (index === 0 && vehicle.start === null)
    const arrivalS = clockS
    const beginS = beginsAt(stop.windows, arrivalS)
    const setupS = isNew || place !== stop.place ? ofType(vehicle, stop.setupOfType, stop.setupS) : 0
    const serviceS = ofType(vehicle, stop.serviceOfType, stop.serviceS)
    load = load.map((amount, unit) => amount - (stop.kind === 'pickup' ? 0 : (stop.delivery[unit] ?? 0)) + (stop.pickup[unit] ?? 0))
    waitedS += beginS - arrivalS
    setUpS += setupS
    servedS += serviceS
    clockS = beginS + setupS + serviceS
    const overloaded: Violation[] = stop.maxLoad?.some((most, unit) => (load[unit] ?? 0) > most) ? [{ cause: 'max_load' }] : []
    note(stop, { arrivalS, waitingS: beginS - arrivalS, setupS, serviceS }, [
      ...stopViolations(vehicle, stops, index, beginS),
      ...overloaded,
    ])
  }
  goTo(vehicle.end)
  const pastEndS = clockS - vehicle.window[1]
  const late: Violation[] = pastEndS > 0 ? [{ cause: 'delay', duration: pastEndS }] : []
  if (vehicle.end !== null) note(null, { arrivalS: clockS, ...nothingThere }, late)
  const { fixed, perHour, perTaskHour, perKm } = vehicle.costs
  const travelCost = vehicle.travel.cost ? drivenCost : (drivenS * perHour) / 3600 + (drivenM * perKm) / 1000
  const whole = routeViolations(vehicle, stops, { drivenS, drivenM })
  return {
    vehicle,
    steps,
    cost: Math.round(fixed + travelCost + ((setUpS + servedS) * perTaskHour) / 3600),
    durationS: drivenS,
    distanceM: drivenM,
    waitingS: waitedS,
    setupS: setUpS,
    serviceS: servedS,
    violations: merged([...steps.flatMap(({ violations }) => violations), ...(vehicle.end === null ? late : []), ...whole]),
  }
}

const ofType = ({ type }: VroomVehicle, byType: Readonly<Record<string, number>> | undefined, otherwise: number): number =>
  (type === undefined ? undefined : byType?.[type]) ?? otherwise

/** The first moment a window allows; the arrival itself where all have closed. */
function beginsAt(windows: readonly Span[], arrivalS: number): number {
  const open = windows.filter(([, until]) => arrivalS <= until).map(([from]) => Math.max(from, arrivalS))
  return open.length === 0 ? arrivalS : Math.min(...open)
}

function stopViolations(vehicle: VroomVehicle, stops: readonly VroomStop[], index: number, beginS: number): Violation[] {
  const stop = stops[index]!
  const found: Violation[] = []
  const closed = stop.windows.filter(([, until]) => until < beginS)
  if (stop.windows.length > 0 && closed.length === stop.windows.length) {
    found.push({ cause: 'delay', duration: beginS - Math.max(...closed.map(([, until]) => until)) })
  }
  if (stop.skills.some((skill) => !vehicle.skills.includes(skill))) found.push({ cause: 'skills' })
  const partner = stops.findIndex(
    (other, at) => at !== index && other.unit === stop.unit && other.kind !== 'break' && stop.kind !== 'break',
  )
  const isBroken = (stop.kind === 'pickup' && partner < index) || (stop.kind === 'delivery' && (partner === -1 || partner > index))
  if (isBroken) found.push({ cause: 'precedence' })
  return found
}

function routeViolations(
  vehicle: VroomVehicle,
  stops: readonly VroomStop[],
  { drivenS, drivenM }: { drivenS: number; drivenM: number },
): Violation[] {
  const tasks = stops.filter(({ kind }) => kind !== 'break')
  const taken = new Set(stops.filter(({ kind }) => kind === 'break').map(({ id }) => id))
  return [
    ...(tasks.length > vehicle.maxTasks ? [{ cause: 'max_tasks' as const }] : []),
    ...(vehicle.breaks.some(({ id }) => !taken.has(id)) ? [{ cause: 'missing_break' as const }] : []),
    ...(drivenS > vehicle.maxTravelS ? [{ cause: 'max_travel_time' as const, duration: drivenS - vehicle.maxTravelS }] : []),
    ...(drivenM > vehicle.maxDistanceM ? [{ cause: 'max_distance' as const }] : []),
  ]
}

/** Each cause once, with its seconds in all. */
export function merged(violations: readonly Violation[]): Violation[] {
  const byCause = new Map<Violation['cause'], Violation>()
  for (const { cause, duration } of violations) {
    const before = byCause.get(cause)?.duration
    byCause.set(cause, duration === undefined ? { cause } : { cause, duration: duration + (before ?? 0) })
  }
  return [...byCause.values()]
}

export const sumOf = (amounts: number, loads: readonly (readonly number[])[]): number[] =>
  Array.from({ length: amounts }, (_, unit) => loads.reduce((sum, load) => sum + (load[unit] ?? 0), 0))
