import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { closeDb } from '#app/http/runtime.server.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { action, loader } from './plan.ts'

beforeEach(async () => {
  const { url } = await openFresh()
  vi.stubEnv('DATABASE_URL', url)
  vi.stubEnv('PLAN_API_TOKEN', 'a-long-token')
  vi.stubEnv('OSRM_URL', '')
  onTestFinished(async () => {
    await closeDb()
    vi.unstubAllEnvs()
  })
})

const hub = [104.06, 30.66]
const east = [104.12, 30.66]
const asked = { vehicles: [{ id: 1, start: hub, end: hub }], jobs: [{ id: 7, location: east, service: 300 }] }

/** The status, and the answer as it came over the line. */
async function post(body: unknown, authorization: string | null = 'Bearer a-long-token') {
  const headers = authorization === null ? {} : { authorization }
  const sent = typeof body === 'string' ? body : JSON.stringify(body)
  const request = new Request('http://shop.test/api/plan', { method: 'POST', headers, body: sent })
  const response = await action({ request, params: {}, context: {} } as ActionFunctionArgs)
  return { status: response.status, body: await response.json() }
}

test('only whoever has the token is answered, and without one configured there is no such page', async () => {
  for (const none of [null, '', 'Bearer', 'Bearer a-long-tokem', 'a-long-token', 'Bearer a-long-token2'])
    expect(await post(asked, none)).toEqual({ status: 401, body: { code: 2, error: 'Unauthorized' } })
  expect(await post(asked)).toMatchObject({ status: 200, body: { code: 0, summary: { routes: 1, unassigned: 0 }, notes: ['estimated'] } })
  vi.stubEnv('PLAN_API_TOKEN', '')
  await expect(post(asked)).rejects.toMatchObject({ status: 404 })
  expect(loader).toThrow()
})

test('what cannot be read, is too much, or is unknown to us is refused as VROOM refuses, with the place it stands at', async () => {
  const refusal = (status: number, code: number, error: string) => ({ status, body: { code, error: expect.stringContaining(error) } })
  const [vehicle] = asked.vehicles
  expect(await post('{"vehicles": [')).toEqual(refusal(400, 2, 'Invalid JSON'))
  expect(await post('null')).toEqual(refusal(400, 2, 'Invalid request'))
  expect(await post({ jobs: [] })).toEqual(refusal(400, 2, 'vehicles'))
  expect(await post({ ...asked, depot: hub })).toEqual(refusal(400, 2, 'depot'))
  expect(await post({ ...asked, vehicles: [{ ...vehicle, max_load: [1] }] })).toEqual(refusal(400, 2, 'max_load'))
  expect(await post({ ...asked, vehicles: [{ ...vehicle, profile: 'bike' }] })).toEqual(refusal(400, 2, 'Invalid profile: bike'))
  const steps = [{ type: 'job', id: 7, service_at: 30_000 }]
  expect(await post({ ...asked, vehicles: [{ ...vehicle, steps }] })).toEqual(refusal(400, 2, 'cannot be forced'))
  expect(await post({ ...asked, padding: ' '.repeat(2 * 1024 * 1024) })).toEqual(refusal(413, 4, 'Too large'))
})

test('the thirty-first request of a minute waits', async () => {
  for (let time = 0; time < 30; time++) expect((await post('{')).status).toBe(400)
  expect(await post(asked)).toEqual({ status: 429, body: { code: 2, error: 'Too many requests' } })
})

test('without a matrix the route engine is asked; what it does not know is estimated and said, and its silence is a routing error', async () => {
  const engine = { answer: (cell: number) => JSON.stringify({ code: 'Ok', durations: table(cell), distances: table(9000) }) }
  const table = (cell: number) => [
    [0, cell],
    [cell, 0],
  ]
  const said = { now: engine.answer(1234) }
  const server = createServer((_request, response) => response.end(said.now)).listen(0)
  onTestFinished(() => void server.close())
  vi.stubEnv('OSRM_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  expect(await post(asked)).toMatchObject({ status: 200, body: { summary: { duration: 2468, distance: 18_000 }, notes: ['osrm'] } })
  said.now = said.now.replace('[1234,0]', '[null,0]')
  expect(await post(asked)).toMatchObject({ status: 200, body: { notes: ['osrm_partly:1'] } })
  said.now = '<html>'
  expect(await post(asked)).toEqual({ status: 500, body: { code: 3, error: 'the route engine did not answer' } })
  const matrices = { car: { durations: table(60) } }
  const indexed = { vehicles: [{ id: 1, start_index: 0 }], jobs: [{ id: 7, location_index: 1 }], matrices, options: { g: true } }
  expect(await post(indexed)).toMatchObject({ status: 200, body: { summary: { duration: 60 }, notes: ['no_geometry'] } })
})
