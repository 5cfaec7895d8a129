import { z } from 'zod'

/** VROOM's request as its docs/API.md (1.14) describes it. Unknown keys are left alone, as VROOM does. */
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

const Step = z.object({
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
const Shipment = z.object({ pickup: Step, delivery: Step, amount: Amounts.default([]), skills: Skills, priority: Priority })
const Break = z.object({
  id: Id,
  time_windows: z.array(Span).min(1).optional(),
  service: Seconds.default(0),
  description: z.string().optional(),
})

const Vehicle = z
  .object({
    id: Id,
    profile: z.string().default('car'),
    description: z.string().optional(),
    start: Place.optional(),
    start_index: Index.optional(),
    end: Place.optional(),
    end_index: Index.optional(),
    capacity: Amounts.optional(),
    costs: z
      .object({
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
        z.object({
          type: z.enum(['start', 'job', 'pickup', 'delivery', 'break', 'end']),
          id: Id.optional(),
          service_at: z.number().optional(),
          service_after: z.number().optional(),
          service_before: z.number().optional(),
        }),
      )
      .max(500)
      .default([]),
  })
  .refine(({ start, end, start_index, end_index }) => [start, end, start_index, end_index].some((given) => given !== undefined), {
    message: 'a vehicle needs a start or an end',
  })

const Matrix = z.array(z.array(z.int().nonnegative()).max(500)).min(1).max(500)

export const VroomRequestSchema = z.object({
  jobs: z.array(Job).max(200).default([]),
  shipments: z.array(Shipment).max(100).default([]),
  vehicles: z.array(Vehicle).min(1).max(50),
  matrices: z.record(z.string(), z.object({ durations: Matrix, distances: Matrix.optional() })).optional(),
  matrix: Matrix.optional(),
  /** vroom-express: `c` chooses times for the given `steps` */
  options: z.object({ c: z.boolean().optional() }).optional(),
})
export type VroomRequest = z.output<typeof VroomRequestSchema>
export type VroomStepInput = z.output<typeof Step>
