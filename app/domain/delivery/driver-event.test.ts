import { expect, test } from 'vitest'
import { applyDriverWords } from './apply-driver-words.ts'
import { correctClock, type DriverWord } from './driver-event.ts'

const receivedAt = new Date('2026-11-24T03:00:00Z')
const minutes = (count: number) => count * 60_000
const at = (ms: number) => new Date(receivedAt.getTime() + ms)

test('a phone that is six hours fast, or a day slow, still says how long ago something was', () => {
  for (const skew of [minutes(360), -minutes(1440), 0]) {
    const sentAt = at(skew)
    expect(correctClock({ phoneAt: at(skew - minutes(25)), sentAt, receivedAt })).toEqual(at(-minutes(25)))
  }
})

test('nothing has happened in our future, and nothing a week ago', () => {
  expect(correctClock({ phoneAt: at(minutes(90)), sentAt: at(0), receivedAt })).toEqual(receivedAt)
  expect(correctClock({ phoneAt: at(-minutes(10_080)), sentAt: at(0), receivedAt })).toEqual(at(-minutes(2880)))
})

const stop = (id: string, position: number) => ({
  id,
  position,
  status: 'planned' as const,
  statusReason: null,
  statusAt: null,
  arrivedAt: null,
  cratesBack: 0,
})
const onRoad = { status: 'on_road' as const }
const events = (...words: DriverWord[]) => words.map((word, i) => ({ id: `e${i}`, phoneAt: at(i), word }))
const nobodyThere = { kind: 'fail', dropId: 'a', reason: 'nobody_there' } as const

test('what was noted without a network is shown at once, and the last stop ends the run', () => {
  const inPerson = { kind: 'note', note: 'in_person' } as const
  const noted = events({ kind: 'deliver', dropId: 'a', proof: inPerson }, { kind: 'crates', dropId: 'a', count: 2 })
  const { run, stops } = applyDriverWords(onRoad, [stop('a', 1), stop('b', 2)], noted)
  expect(run.status).toBe('on_road')
  expect(stops[0]).toMatchObject({ status: 'delivered', statusReason: 'in_person', cratesBack: 2 })
  const all = [...noted, ...events({ kind: 'fail', dropId: 'b', reason: 'refused', next: 'hub' })]
  expect(applyDriverWords(onRoad, [stop('a', 1), stop('b', 2)], all).run.status).toBe('done')
})

test('a stop to be tried again goes to the end of the run, and can be delivered there', () => {
  const again = events({ ...nobodyThere, next: 'again' })
  const { stops } = applyDriverWords(onRoad, [stop('a', 1), stop('b', 2)], again)
  expect(stops.map(({ id, status }) => `${id} ${status}`)).toEqual(['b planned', 'a planned'])
  expect(stops[1]!.statusReason).toBe('nobody_there')
})

test('what is noted of a stop that another driver has now changes nothing here, and what was a mistake can be undone', () => {
  const elsewhere = events({ kind: 'deliver', dropId: 'z', proof: { kind: 'code', code: '1234' } })
  expect(applyDriverWords(onRoad, [stop('a', 1)], elsewhere).stops).toEqual([stop('a', 1)])
  const undone = events({ ...nobodyThere, next: 'hub' }, { kind: 'reopen', dropId: 'a' })
  expect(applyDriverWords(onRoad, [stop('a', 1)], undone).stops[0]).toMatchObject({ status: 'planned', statusReason: null })
})
