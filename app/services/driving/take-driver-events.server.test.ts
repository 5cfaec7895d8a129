import { asc, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { DriverWord } from '#app/domain/delivery/driver-event.ts'
import type { MediaStore } from '#app/integrations/media/media-store.ts'
import { closeWave } from '#app/services/delivery/close-wave.server.ts'
import { findRefusedWords } from '#db/queries/delivery/refused-words.server.ts'
import { findRunPage } from '#db/queries/delivery/runs.server.ts'
import {
  auditEntries,
  consignments,
  driverEvents,
  dropProofs,
  drops,
  media,
  orderContacts,
  orderEvents,
  orderLines,
  runs,
} from '#db/schema/index.ts'
import { deliveryMorning, minutesAfterCutoff, openFleet, orderFor } from '#tests/support/open-fleet.ts'
import { keepProof } from './keep-proof.server.ts'
import { seeToWord } from './see-to-word.server.ts'
import { takeDriverEvents } from './take-driver-events.server.ts'

const minutes = (count: number) => count * 60_000
const inPerson = { kind: 'note', note: 'in_person' } as const

/** One packed run with two drops, and a phone that notes words a minute apart, sent together at the end. */
async function openRoad() {
  const db = await openFleet()
  await orderFor(db, '8', [['hill', 2]])
  await orderFor(db, '9', [['lake', 1]])
  await db.transact((tx) => tx.update(consignments).set({ status: 'packed' }))
  await closeWave(db, { waveId: 'tue', now: minutesAfterCutoff(1) })
  const [run] = await db.reader.select().from(runs)
  const [first, second] = await db.reader.select().from(drops).orderBy(asc(drops.position))
  const { id: runId, driverId } = run!
  let noted = 0
  const say = async (...words: DriverWord[]) => {
    const events = words.map((word) => ({ id: `event_${noted++}`, phoneAt: new Date(deliveryMorning.getTime() + minutes(noted)), word }))
    return { events, answers: await send(events) }
  }
  const send = async (events: { id: string; phoneAt: Date; word: DriverWord }[], { skewMs = 0, as = driverId } = {}) => {
    const now = new Date(deliveryMorning.getTime() + minutes(60))
    const skewed = events.map((event) => ({ ...event, phoneAt: new Date(event.phoneAt.getTime() + skewMs) }))
    const taken = await takeDriverEvents(db, { runId, driverId: as, sentAt: new Date(now.getTime() + skewMs), events: skewed, now })
    if (!taken.ok) throw new Error(taken.refusal.code)
    return taken.value.map(({ outcome, refusal }) => refusal ?? outcome)
  }
  const dropRow = async (id: string) => (await db.reader.select().from(drops).where(eq(drops.id, id)))[0]!
  return { db, runId, driverId, first: first!.id, second: second!.id, say, send, dropRow }
}

const start: DriverWord = { kind: 'start', aboard: [] }

test('a whole run noted in a tunnel counts once, however often it is sent', async () => {
  const { db, first, second, say, send } = await openRoad()
  const { events, answers } = await say(
    start,
    { kind: 'deliver', dropId: first, proof: inPerson },
    { kind: 'crates', dropId: first, count: 3 },
    { kind: 'fail', dropId: second, reason: 'nobody_there', next: 'hub' },
    { kind: 'end', drivenM: 18_400 },
  )
  expect(answers).toEqual(['applied', 'applied', 'applied', 'applied', 'applied'])
  expect(await send(events)).toEqual(Array.from({ length: 5 }, () => 'already'))
  expect((await db.reader.select().from(runs))[0]).toMatchObject({ status: 'done', drivenM: 18_400 })
  expect(await db.reader.$count(driverEvents)).toBe(5)
  expect(await db.reader.$count(orderEvents, eq(orderEvents.kind, 'not_delivered'))).toBe(1)
  const [back] = await db.reader.select().from(consignments).where(eq(consignments.dropId, second))
  expect(back!.status).toBe('at_hub')
})

test('a phone whose clock is six hours fast delivers when it delivered', async () => {
  const { first, say, send, dropRow } = await openRoad()
  await say(start)
  const phoneAt = new Date(deliveryMorning.getTime() + minutes(20))
  await send([{ id: 'late', phoneAt, word: { kind: 'deliver', dropId: first, proof: inPerson } }], { skewMs: minutes(360) })
  expect((await dropRow(first)).statusAt).toEqual(phoneAt)
})

test('a wrong code is kept with its reason and stops nothing after it; the right one leaves a proof without the code', async () => {
  const { db, first, second, say } = await openRoad()
  const codes = (await db.reader.select().from(orderContacts)).map(({ pickupCode }) => pickupCode)
  const wrong = ['0000', '0001', '0002'].find((code) => !codes.includes(code))!
  const tryCode = (dropId: string, code: string): DriverWord => ({ kind: 'deliver', dropId, proof: { kind: 'code', code } })
  const { answers } = await say(start, tryCode(first, wrong), { kind: 'deliver', dropId: second, proof: inPerson })
  expect(answers).toEqual(['applied', 'wrong_code', 'applied'])
  const tried = await say(...codes.map((code) => tryCode(first, code)))
  expect(tried.answers.filter((answer) => answer === 'applied')).toHaveLength(1)
  expect((await db.reader.select().from(dropProofs)).map(({ kind, note }) => [kind, note])).toEqual([['code', '']])
  expect(JSON.stringify(await db.reader.select().from(driverEvents))).not.toContain(`"${wrong}"`)
})

test('a stop that another run has now, and a run that another driver has now, are answered in words and kept until the office has seen to them', async () => {
  const { db, first, second, say, send } = await openRoad()
  await say(start)
  await db.transact((tx) => tx.update(drops).set({ runId: 'run_other' }).where(eq(drops.id, first)))
  expect((await say({ kind: 'deliver', dropId: first, proof: inPerson })).answers).toEqual(['drop_moved'])
  const word: DriverWord = { kind: 'deliver', dropId: second, proof: inPerson }
  expect(await send([{ id: 'foreign', phoneAt: deliveryMorning, word }], { as: 'driver_other' })).toEqual(['run_handed_over'])
  const refused = () => findRefusedWords(db.reader, { waveId: 'tue' })
  expect((await refused()).map(({ refusal, isSeen }) => [refusal, isSeen]).sort()).toEqual([
    ['drop_moved', false],
    ['run_handed_over', false],
  ])
  const see = { eventId: 'foreign', waveId: 'tue', officeUserId: 'user_office', now: new Date(deliveryMorning.getTime() + minutes(90)) }
  expect([(await seeToWord(db, see)).ok, (await seeToWord(db, see)).ok]).toEqual([true, true])
  expect(await db.reader.$count(auditEntries, eq(auditEntries.action, 'driver_word_seen'))).toBe(1)
  expect((await refused()).filter(({ isSeen }) => isSeen).map(({ id }) => id)).toEqual(['foreign'])
})

test('who is not there is tried again at the end of the run, and the run is not over before', async () => {
  const { db, runId, first, second, say, dropRow } = await openRoad()
  await say(start, { kind: 'fail', dropId: first, reason: 'nobody_there', next: 'again' })
  expect(await dropRow(first)).toMatchObject({ status: 'planned', statusReason: 'nobody_there', position: 3 })
  const { answers } = await say({ kind: 'deliver', dropId: second, proof: inPerson }, { kind: 'end', drivenM: 9000 })
  expect(answers).toEqual(['applied', 'stops_open'])
  await say({ kind: 'deliver', dropId: first, proof: inPerson })
  expect((await db.reader.select().from(runs).where(eq(runs.id, runId)))[0]!.status).toBe('done')
})

test('a delivery marked by mistake is taken back with its lines while the run is on the road, but not once it is accepted', async () => {
  const { db, first, say } = await openRoad()
  const deliver: DriverWord = { kind: 'deliver', dropId: first, proof: inPerson }
  await say(start, deliver, { kind: 'reopen', dropId: first })
  const lines = await db.reader.select().from(orderLines)
  expect(lines.map(({ status, deliveredAt }) => [status, deliveredAt])).toEqual(lines.map(() => ['placed', null]))
  expect((await say(deliver)).answers).toEqual(['applied'])
  await db.transact((tx) => tx.update(orderLines).set({ status: 'accepted' }).where(eq(orderLines.status, 'delivered')))
  expect((await say({ kind: 'reopen', dropId: first })).answers).toEqual(['accepted_already'])
})

test('a stop shows how many parcels and the end of a number, and nobody once the run has ended', async () => {
  const { db, runId, driverId, first, second, say } = await openRoad()
  const stopsOf = async () => (await findRunPage(db.reader, { runId, driverId }))!.stops
  const [contact] = await db.reader.select().from(orderContacts)
  expect((await stopsOf()).map(({ parcels, phoneTail }) => [parcels, phoneTail])).toEqual(Array(2).fill([1, contact!.phone.slice(-4)]))
  expect(JSON.stringify(await stopsOf())).not.toContain(contact!.phone)
  const delivered = [first, second].map((dropId): DriverWord => ({ kind: 'deliver', dropId, proof: inPerson }))
  await say(start, ...delivered, { kind: 'end', drivenM: 5000 })
  expect((await stopsOf()).map(({ recipient, phoneTail, note }) => recipient + phoneTail + note)).toEqual(['', ''])
})

test('a photograph of a stop is kept once however often it is sent, at the time it was taken, and only by whoever drives there', async () => {
  const { db, driverId, first } = await openRoad()
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#0e6b4a' } })
    .jpeg()
    .toBuffer()
  const kept = new Map<string, Uint8Array>()
  const store: MediaStore = {
    write: async (mediaId, files) => {
      for (const { name, bytes: content } of files) kept.set(`${mediaId} ${name}`, content)
    },
    read: async (mediaId, name) => kept.get(`${mediaId} ${name}`) ?? null,
    list: async function* () {},
    remove: async () => undefined,
  }
  const sentAt = new Date(deliveryMorning.getTime() + minutes(360))
  const takenAt = new Date(sentAt.getTime() - minutes(25))
  const now = new Date(deliveryMorning.getTime() + minutes(60))
  const show = (as: string) => keepProof(db, store, { id: 'p', dropId: first, driverId: as, kind: 'photo', takenAt, sentAt, bytes, now })
  expect(await show('driver_other')).toEqual({ ok: false, refusal: { code: 'unknown_drop' } })
  expect(kept.size).toBe(0)
  expect([await show(driverId), await show(driverId)]).toEqual([true, false].map((isNew) => ({ ok: true, value: { kept: isNew } })))
  const proofs = await db.reader.select().from(dropProofs)
  expect(proofs).toMatchObject([{ id: 'p', kind: 'photo', takenAt: new Date(now.getTime() - minutes(25)), takenBy: driverId }])
  expect(kept.has(`${proofs[0]!.mediaId} large.webp`)).toBe(true)
  expect(await db.reader.$count(media)).toBe(1)
})
