import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RoadNote, RoadPicture } from './road-store.ts'
import { sendRoad } from './send-road.ts'

const phone = vi.hoisted(() => ({ notes: new Map<string, RoadNote>(), pictures: new Map<string, RoadPicture>() }))
vi.mock('./road-store.ts', () => ({
  listNotes: async (driverId: string) => [...phone.notes.values()].filter((note) => note.driverId === driverId),
  listPictures: async (driverId: string) => [...phone.pictures.values()].filter((picture) => picture.driverId === driverId),
  putNote: async (note: RoadNote) => phone.notes.set(note.id, note),
  putPicture: async (picture: RoadPicture) => phone.pictures.set(picture.id, picture),
  dropPicture: async (id: string) => phone.pictures.delete(id),
}))

const noted = (id: string, runId: string): RoadNote => ({
  id,
  runId,
  driverId: 'driver_tan',
  place: phone.notes.size,
  code: null,
  word: { kind: 'arrive', dropId: 'drop' },
  phoneAt: new Date(0),
  answeredAt: null,
  refusal: null,
})
const note = (id: string, runId = 'run_1') => phone.notes.set(id, noted(id, runId))
const picture = (id: string) =>
  phone.pictures.set(id, {
    id,
    runId: 'run_1',
    driverId: 'driver_tan',
    dropId: 'drop',
    kind: 'photo',
    takenAt: new Date(0),
    bytes: new Blob(['x']),
    refusal: null,
  })

type Sent = { path: string; ids: string[] }
/** The other end; `answer` gives what it says to the n-th request, undefined: everything counts. */
function listen(answer: (request: Sent, nth: number) => Response | Error | undefined = () => undefined): Sent[] {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string | FormData }) => {
    const ids =
      typeof body === 'string' ? (JSON.parse(body) as { events: { id: string }[] }).events.map(({ id }) => id) : [`${body.get('id')}`]
    const said = answer({ path, ids }, sent.push({ path, ids }))
    if (said instanceof Error) throw said
    return (
      said ?? Response.json({ answeredAt: '2026-11-24T02:00:00Z', answers: ids.map((id) => ({ id, outcome: 'applied', refusal: null })) })
    )
  })
  return sent
}

const waiting = () => [...phone.notes.values()].filter(({ answeredAt }) => answeredAt === null).map(({ id }) => id)

beforeEach(() => {
  phone.notes.clear()
  phone.pictures.clear()
})
afterEach(() => vi.unstubAllGlobals())

test('what waits is sent run by run, oldest first, a hundred at a time, and nothing twice', async () => {
  for (let count = 0; count < 130; count++) note(`a${count}`)
  note('b0', 'run_2')
  const sent = listen()
  expect(await sendRoad('driver_tan')).toBe('sent')
  expect(sent.map(({ path, ids }) => [path, ids.length, ids[0]])).toEqual([
    ['/courier/runs/run_1/events', 100, 'a0'],
    ['/courier/runs/run_1/events', 30, 'a100'],
    ['/courier/runs/run_2/events', 1, 'b0'],
  ])
  await sendRoad('driver_tan')
  expect(sent).toHaveLength(3)
})

test('without a network, with a server that fails or a session that has ended everything waits', async () => {
  note('a')
  const moved = Object.defineProperty(Response.json({}), 'type', { value: 'opaqueredirect' })
  for (const [answer, state] of [
    [new TypeError('Failed to fetch'), 'offline'],
    [Response.json({}, { status: 503 }), 'offline'],
    [moved, 'signed_out'],
    [Response.json({}, { status: 403 }), 'signed_out'],
  ] as const) {
    listen(() => answer)
    expect(await sendRoad('driver_tan')).toBe(state)
    expect(waiting()).toEqual(['a'])
  }
})

test('a refusal stays with its reason beside what counted; a run that is gone answers for all its notes', async () => {
  note('a')
  note('b')
  note('gone', 'run_gone')
  const answers = [
    { id: 'a', outcome: 'refused', refusal: 'drop_moved' },
    { id: 'b', outcome: 'applied', refusal: null },
  ]
  listen(({ path }) =>
    path.includes('run_gone') ? new Response(null, { status: 404 }) : Response.json({ answeredAt: '2026-11-24T02:00:00Z', answers }),
  )
  await sendRoad('driver_tan')
  expect(waiting()).toEqual([])
  expect([...phone.notes.values()].map(({ refusal }) => refusal)).toEqual(['drop_moved', null, 'unknown_run'])
})

test('a picture leaves the phone once it is kept, stays with its reason when refused, and waits when the server fails', async () => {
  for (const id of ['kept', 'refused', 'waits']) picture(id)
  const sent = listen(({ ids: [id] }) => {
    if (id === 'refused') return Response.json({ code: 'not_an_image' }, { status: 409 })
    return id === 'waits' ? new Response(null, { status: 502 }) : undefined
  })
  expect(await sendRoad('driver_tan')).toBe('offline')
  expect([...phone.pictures.values()].map(({ id, refusal }) => [id, refusal])).toEqual([
    ['refused', 'not_an_image'],
    ['waits', null],
  ])
  await sendRoad('driver_tan')
  expect(sent.map(({ ids }) => ids[0])).toEqual(['kept', 'refused', 'waits', 'waits'])
})
