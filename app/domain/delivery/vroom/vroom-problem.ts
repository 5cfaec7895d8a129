/** VROOM's problem (its API, version 1.14) as read: places are indices, times seconds, amounts of any number of kinds. */
export type Span = readonly [from: number, until: number]

export type VroomStop = {
  readonly kind: 'job' | 'pickup' | 'delivery' | 'break'
  readonly id: number
  /** null for a break, which happens wherever the vehicle is */
  readonly place: number | null
  readonly setupS: number
  readonly serviceS: number
  /** by the vehicle's type, instead of the above */
  readonly setupOfType?: Readonly<Record<string, number>> | undefined
  readonly serviceOfType?: Readonly<Record<string, number>> | undefined
  /** of a break: what may be aboard at the most */
  readonly maxLoad?: readonly number[] | undefined
  readonly windows: readonly Span[]
  /** brought from the start, or taken to the end; of a shipment: taken here, or brought here */
  readonly delivery: readonly number[]
  readonly pickup: readonly number[]
  readonly skills: readonly number[]
  readonly priority: number
  readonly said: { readonly description?: string; readonly location?: Span; readonly location_index?: number }
  /** a shipment's pick-up and delivery have the same, jobs have their own */
  readonly unit: number
}

export type VroomTravel = {
  readonly durationS: (from: number, to: number) => number
  readonly distanceM: (from: number, to: number) => number
  /** where the request says what a leg costs; else time and way cost what the vehicle says */
  readonly cost?: (from: number, to: number) => number
}

export type VroomVehicle = {
  readonly id: number
  readonly start: number | null
  readonly end: number | null
  readonly startSaid: VroomStop['said']
  readonly endSaid: VroomStop['said']
  readonly description?: string
  readonly type?: string | undefined
  readonly capacity: readonly number[]
  readonly skills: readonly number[]
  readonly window: Span
  readonly breaks: readonly VroomStop[]
  readonly costs: { readonly fixed: number; readonly perHour: number; readonly perTaskHour: number; readonly perKm: number }
  readonly maxTasks: number
  readonly maxTravelS: number
  readonly maxDistanceM: number
  readonly travel: VroomTravel
  /** a route somebody has put together */
  readonly steps: readonly { readonly kind: VroomStop['kind']; readonly id: number }[]
}

/** What is brought or fetched together: a job alone, or a shipment's pick-up before its delivery. */
export type VroomUnit = readonly VroomStop[]

export type VroomProblem = {
  readonly units: readonly VroomUnit[]
  readonly vehicles: readonly VroomVehicle[]
  readonly amounts: number
}

export type ViolationCause =
  | 'delay'
  | 'lead_time'
  | 'load'
  | 'max_tasks'
  | 'skills'
  | 'precedence'
  | 'missing_break'
  | 'max_travel_time'
  | 'max_distance'
  | 'max_load'
export type Violation = { readonly cause: ViolationCause; readonly duration?: number }
