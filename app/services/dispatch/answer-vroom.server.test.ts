import { expect, test } from 'vitest'
import { VroomRequestSchema } from '#app/schemas/vroom.ts'
import { answerVroom } from './answer-vroom.server.ts'

type Answered = {
  code: number
  summary: Record<string, unknown> & { cost: number; violations: unknown[] }
  unassigned: { id: number; type: string }[]
  routes: {
    vehicle: number
    cost: number
    violations: unknown[]
    steps: { type: string; id?: number; arrival: number; load?: number[]; violations: unknown[] }[]
  }[]
}

async function ask(request: unknown): Promise<Answered> {
  const parsed = VroomRequestSchema.parse(request)
  const answered = await answerVroom(parsed)
  if (!answered.ok) throw new Error(answered.refusal.error)
  return JSON.parse(JSON.stringify(answered.value))
}
const orderOf = (answer: Answered) =>
  answer.routes.map(({ vehicle, steps }) => [vehicle, ...steps.map(({ type, id }) => (id === undefined ? type : `${type} ${id}`))])
const hub = [104.06, 30.66] as const
const east = [104.12, 30.66] as const
const west = [104.0, 30.66] as const
const north = [104.06, 30.72] as const

test('with a matrix of its own a request needs no coordinates, and one vehicle may end elsewhere than it starts', async () => {
  const durations = [
    [0, 900, 300, 1200],
    [900, 0, 700, 400],
    [300, 700, 0, 1500],
    [1200, 400, 1500, 0],
  ]
  const vehicles = [{ id: 7, start_index: 0, end_index: 3 }]
  const jobs = [
    { id: 41, location_index: 1 },
    { id: 42, location_index: 2 },
  ]
  const answer = await ask({ vehicles, jobs, matrices: { car: { durations } } })
  expect(orderOf(answer)).toEqual([[7, 'start', 'job 42', 'job 41', 'end']])
  expect(answer).toMatchObject({ code: 0, summary: { cost: 1400, duration: 1400, unassigned: 0, routes: 1 }, unassigned: [] })
  expect(answer.routes[0]!.steps.map(({ arrival }) => arrival)).toEqual([0, 300, 1000, 1400])
  expect(answer.routes[0]!.steps[1]).toMatchObject({ location_index: 2, service: 0, waiting_time: 0, violations: [] })
})

test('skills, capacities, windows, breaks and shipments are kept, and what fits nowhere is listed', async () => {
  const shift = { start: hub, end: hub, capacity: [4], time_window: [28_800, 43_200] }
  const answer = await ask({
    vehicles: [
      { id: 1, ...shift, skills: [1], breaks: [{ id: 9, service: 600, time_windows: [[32_400, 36_000]] }] },
      { id: 2, ...shift, skills: [2] },
    ],
    jobs: [
      { id: 1, location: east, service: 300, delivery: [2], skills: [1], time_windows: [[36_000, 39_600]] },
      { id: 2, location: west, service: 300, delivery: [1], skills: [2] },
      { id: 3, location: north, service: 300, pickup: [1], skills: [1] },
      { id: 4, location: north, delivery: [9] },
      { id: 5, location: north, delivery: [1], skills: [3] },
    ],
    shipments: [{ amount: [1], skills: [2], pickup: { id: 6, location: north }, delivery: { id: 6, location: west } }],
  })
  expect(answer.unassigned.map(({ id, type }) => `${type} ${id}`)).toEqual(['job 4', 'job 5'])
  const [first, second] = answer.routes
  expect(first!.steps.filter(({ type }) => type === 'break')).toMatchObject([{ id: 9 }])
  expect(first!.steps.find(({ type, id }) => type === 'job' && id === 1)!.arrival).toBeLessThanOrEqual(39_600)
  const tasks = second!.steps.map(({ type, id }) => `${type} ${id}`)
  expect(tasks.indexOf('pickup 6')).toBeLessThan(tasks.indexOf('delivery 6'))
  expect(second!.steps[0]!.load).toEqual([1])
  expect(answer.summary).toMatchObject({ unassigned: 2, delivery: [4], pickup: [2], violations: [] })
})

test('in plan mode the given order is driven as it stands, and what it breaks is reported with its seconds', async () => {
  const request = {
    options: { c: true },
    vehicles: [
      {
        id: '1',
        start: hub,
        end: hub,
        capacity: [4],
        time_window: [28_800, 32_400],
        steps: [{ type: 'start' }, { type: 'job', id: '1' }, { type: 'job', id: '2' }, { type: 'end' }],
      },
    ],
    jobs: [
      { id: '1', location: east, service: 3000, delivery: [3] },
      { id: '2', location: west, service: 300, delivery: [3], time_windows: [[28_800, 30_000]] },
    ],
  }
  const answer = await ask(request)
  expect(orderOf(answer)).toEqual([[1, 'start', 'job 1', 'job 2', 'end']])
  const [, , late, end] = answer.routes[0]!.steps
  expect(answer.routes[0]!.steps[0]!.violations).toEqual([{ cause: 'load' }])
  expect(late!.violations).toEqual([{ cause: 'delay', duration: late!.arrival - 30_000 }])
  expect(end!.violations).toEqual([{ cause: 'delay', duration: end!.arrival - 32_400 }])
  expect(answer.summary.violations).toHaveLength(2)
  expect((await ask({ ...request, options: {} })).summary.violations).toEqual([])
})

test('a request that cannot be is refused in a sentence, not solved somehow', async () => {
  const vehicles = [{ id: 1, start: hub }]
  const refusalOf = async (request: unknown) => {
    const answered = await answerVroom(VroomRequestSchema.parse(request))
    return answered.ok ? null : answered.refusal.error
  }
  expect(await refusalOf({ vehicles, jobs: [{ id: 1 }] })).toBe('job 1 needs a location')
  expect(await refusalOf({ vehicles: [...vehicles, ...vehicles], jobs: [] })).toBe('two vehicles share an id')
  expect(
    await refusalOf({
      vehicles,
      jobs: [
        { id: 1, location: hub, delivery: [1] },
        { id: 2, location: hub, delivery: [1, 2] },
      ],
    }),
  ).toContain('lengths')
  expect(await refusalOf({ vehicles: [{ id: 1, start_index: 0 }], jobs: [], matrix: [[0, 1], [1]] })).toBe('a matrix is not square')
  for (const request of [{ vehicles: [] }, { vehicles: [{ id: 1 }] }, { vehicles, jobs: [{ id: 1, location: [200, 95] }] }, null])
    expect(VroomRequestSchema.safeParse(request).success).toBe(false)
})

test('times by the type of vehicle, costs of legs and the load a break may have are kept', async () => {
  const costs = [
    [0, 50],
    [70, 0],
  ]
  const durations = [
    [0, 600],
    [600, 0],
  ]
  const matrices = { car: { durations, costs } }
  const bike = { id: 1, start_index: 0, end_index: 0, type: 'bike', capacity: [5] }
  const job = { id: 1, location_index: 1, service: 300, service_per_type: { bike: 60 }, setup_per_type: { bike: 30 }, delivery: [3] }
  const one = await ask({ vehicles: [bike], jobs: [job], matrices })
  expect(one.summary).toMatchObject({ cost: 120, duration: 1200, service: 60, setup: 30 })
  const van = await ask({ vehicles: [{ ...bike, type: 'van' }], jobs: [job], matrices })
  expect(van.summary).toMatchObject({ service: 300, setup: 0 })

  const rest = { id: 4, service: 600, max_load: [2] }
  const steps = [
    { type: 'break', id: 4 },
    { type: 'job', id: 1 },
  ]
  const laden = { vehicles: [{ ...bike, breaks: [rest], steps }], jobs: [job], matrices }
  expect((await ask({ ...laden, options: { c: true } })).summary.violations).toEqual([{ cause: 'max_load' }])
  expect(orderOf(await ask(laden))).toEqual([[1, 'start', 'job 1', 'break 4', 'end']])

  const refused = await answerVroom(
    VroomRequestSchema.parse({ ...laden, vehicles: [{ ...bike, costs: { per_km: 3 } }], matrices: { car: { durations } } }),
  )
  expect(refused).toMatchObject({ ok: false, refusal: { error: 'vehicle 1 needs distances in the matrix' } })
})
