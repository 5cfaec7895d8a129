import { z } from 'zod'

/**
 * VROOM's request as its docs/API.md (1.14) describes it. VROOM leaves keys alone that it does not know; we name them in a refusal,
 * so that nobody takes a rule for kept that nobody has read.
 */
const Place = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const Index = z.int().nonnegative()
const Id = z.union([
  z.int().nonnegative(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
])
const Seconds = z.int().nonnegative()
const Span = z.tuple([z.number(), z.number()]).refine(([from, until]) => from <= until, 'a time window ends before it begins')
const Amounts = z.array(z.int().nonnegative()).max(16)
const Skills = z.array(z.int().nonnegative()).max(100).default([])
const Priority = z.int().min(0).max(100).default(0)
const PerType = z.record(z.string(), Seconds).optional()

const Step = z.strictObject({
  id: Id,
  description: z.string().optional(),
  location: Place.optional(),
  location_index: Index.optional(),
  setup: Seconds.default(0),
  service: Seconds.default(0),
  setup_per_type: PerType,
  service_per_type: PerType,
  time_windows: z.array(Span).min(1).max(100).optional(),
})
const Job = Step.extend({
  amount: Amounts.optional(),
  delivery: Amounts.optional(),
  pickup: Amounts.optional(),
  skills: Skills,
  priority: Priority,
})
const Shipment = z.strictObject({ pickup: Step, delivery: Step, amount: Amounts.default([]), skills: Skills, priority: Priority })
const Break = z.strictObject({
  id: Id,
  time_windows: z.array(Span).min(1).optional(),
  service: Seconds.default(0),
  description: z.string().optional(),
  max_load: Amounts.optional(),
})

/** In plan mode VROOM lets a step's time be forced; ours drives as early as the windows allow. */
const notForced = z.undefined({ error: 'times of steps cannot be forced here: use time_windows' }).optional()

const Vehicle = z
  .strictObject({
    id: Id,
    profile: z.string().default('car'),
    description: z.string().optional(),
    start: Place.optional(),
    start_index: Index.optional(),
    end: Place.optional(),
    end_index: Index.optional(),
    capacity: Amounts.optional(),
    costs: z
      .strictObject({
        fixed: z.int().nonnegative().default(0),
        per_hour: z.int().nonnegative().default(3600),
        per_task_hour: z.int().nonnegative().default(0),
        per_km: z.int().nonnegative().default(0),
      })
      .default({ fixed: 0, per_hour: 3600, per_task_hour: 0, per_km: 0 }),
    skills: Skills,
    type: z.string().optional(),
    time_window: Span.optional(),
    breaks: z.array(Break).max(20).default([]),
    speed_factor: z.number().gt(0).max(5).default(1),
    max_tasks: z.int().nonnegative().optional(),
    max_travel_time: Seconds.optional(),
    max_distance: z.int().nonnegative().optional(),
    steps: z
      .array(
        z.strictObject({
          type: z.enum(['start', 'job', 'pickup', 'delivery', 'break', 'end']),
          id: Id.optional(),
          service_at: notForced,
          service_after: notForced,
          service_before: notForced,
        }),
      )
      .max(500)
      .default([]),
  })
  .refine(({ start, end, start_index, end_index }) => [start, end, start_index, end_index].some((given) => given !== undefined), {
    message: 'a vehicle needs a start or an end',
  })

const Matrix = z.array(z.array(z.int().nonnegative()).max(500)).min(1).max(500)

export const VroomRequestSchema = z.strictObject({
  jobs: z.array(Job).max(200).default([]),
  shipments: z.array(Shipment).max(100).default([]),
  vehicles: z.array(Vehicle).min(1).max(50),
  matrices: z.record(z.string(), z.strictObject({ durations: Matrix, distances: Matrix.optional(), costs: Matrix.optional() })).optional(),
  matrix: Matrix.optional(),
  /** vroom-express: `c` chooses times for the given `steps`; `g` asks for lines on a map, which we do not draw, and say so */
  options: z.strictObject({ c: z.boolean().optional(), g: z.boolean().optional() }).optional(),
})
export type VroomRequest = z.output<typeof VroomRequestSchema>
export type VroomStepInput = z.output<typeof Step>
