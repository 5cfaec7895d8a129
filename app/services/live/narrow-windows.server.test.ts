import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { MessageSender } from '#app/integrations/messages/message-sender.ts'
import { closeWave } from '#app/services/delivery/close-wave.server.ts'
import { startRun } from '#app/services/delivery/start-run.server.ts'
import { consignments, drops, noticeChoices, notices, orderEvents, orders, outbox, runs } from '#db/schema/index.ts'
import { minutesAfterCutoff, openFleet, orderFor } from '#tests/support/open-fleet.ts'
import { narrowWindows } from './narrow-windows.server.ts'
import { sendNotice } from './send-notice.server.ts'

/** One run of six doors that has left as planned; what was told so far is as planned, an hour either way. */
async function openRoad() {
  const db = await openFleet()
  for (const door of ['1', '2', '3', '4', '5', '6']) await orderFor(db, door, [['hill', 1]])
  await db.transact((tx) => tx.update(consignments).set({ status: 'packed' }))
  await closeWave(db, { waveId: 'tue', now: minutesAfterCutoff(1) })
  const [run] = await db.reader.select().from(runs)
  const { id: runId, driverId, departsAt } = run!
  await startRun(db, { runId, driverId, aboard: [], now: departsAt })
  await db.transact(async (tx) => {
    await tx.update(runs).set({ leftAt: departsAt })
    await narrowWindows(tx, { runId, now: departsAt })
  })
  const stopsNow = () => db.reader.select().from(drops).orderBy(asc(drops.position))
  const settle = async (position: number, lateMin: number) => {
    const stop = (await stopsNow())[position]!
    const at = new Date(stop.arrivesAt!.getTime() + (4 + lateMin) * 60_000)
    await db.transact(async (tx) => {
      await tx.update(drops).set({ status: 'delivered', statusAt: at }).where(eq(drops.id, stop.id))
      await narrowWindows(tx, { runId, now: at })
    })
    return at
  }
  return { db, runId, stopsNow, settle }
}
const widths = (stops: (typeof drops.$inferSelect)[]) => stops.map((stop) => stop.promisedUntil!.getTime() - stop.promisedFrom!.getTime())

test('as the run comes on, the windows of those still to come narrow inside what they were told, and a late run moves them', async () => {
  const { stopsNow, settle } = await openRoad()
  const before = await stopsNow()
  await settle(0, 0)
  const after = await stopsNow()
  for (const [index, stop] of after.entries()) {
    expect(stop.promisedFrom! >= before[index]!.promisedFrom! && stop.promisedUntil! <= before[index]!.promisedUntil!).toBe(true)
  }
  expect(widths(after).at(-1)).toBeLessThanOrEqual(widths(before).at(-1)!)
  await settle(1, 90)
  const late = (await stopsNow()).at(-1)!
  expect(late.promisedFrom!.getTime()).toBeGreaterThan(after.at(-1)!.promisedUntil!.getTime())
})

test('each customer is told once that the van is near, beginning when the first stop is settled', async () => {
  const { db, runId, settle } = await openRoad()
  const near = () => db.reader.$count(orderEvents, eq(orderEvents.kind, 'near'))
  expect(await near()).toBe(0)
  const at = await settle(0, 0)
  expect(await near()).toBe(3)
  await db.transact((tx) => narrowWindows(tx, { runId, now: at }))
  expect(await near()).toBe(3)
  await settle(1, 0)
  expect(await near()).toBe(4)
})

test('an event is told once, tried again when the carrier failed, not at night, and not to whom does not want it', async () => {
  const { db, settle } = await openRoad()
  const at = await settle(0, 0)
  const told: string[] = []
  let isDown = true
  const messages: MessageSender = {
    async sendSms({ text }) {
      if (isDown) throw new IntegrationError('sms', true)
      told.push(text)
    },
    sendMail: () => Promise.reject(new Error('nobody gave an address')),
  }
  const promised = await db.reader.select().from(outbox).where(eq(outbox.topic, 'order_notice')).orderBy(asc(outbox.id))
  const near = promised.filter(({ subjectId }) => subjectId.startsWith('evt_near_'))
  const [{ subjectId }, other] = near as [(typeof near)[0], (typeof near)[0]]
  const send = (id: string, now: Date) => sendNotice(db, messages, { subjectId: id, publicUrl: 'https://shop.example', now })
  await expect(send(subjectId, at)).rejects.toThrow(IntegrationError)
  isDown = false
  expect([await send(subjectId, at), await send(subjectId, at)]).toEqual(['sent', 'already'])
  expect(told).toHaveLength(1)
  expect(await db.reader.select().from(notices)).toMatchObject([{ kind: 'near', channel: 'sms', status: 'sent' }])
  expect(await send(other.subjectId, new Date(at.getTime() + 3_600_000))).toBe('no_news')

  const onTheWay = promised.find(({ subjectId: id }) => !id.startsWith('evt_near_'))!
  const night = new Date('2026-11-24T13:30:00Z')
  await db.transact((tx) => tx.update(orderEvents).set({ at: night, kind: 'delivered' }).where(eq(orderEvents.id, onTheWay.subjectId)))
  expect(await send(onTheWay.subjectId, night)).toBe('put_off')
  const morning = (await db.reader.select().from(outbox)).find(({ id }) => id.includes('@'))!
  expect(morning.dueAt).toEqual(new Date('2026-11-24T23:00:00Z'))
  const [event] = await db.reader.select().from(orderEvents).where(eq(orderEvents.id, onTheWay.subjectId))
  const [order] = await db.reader.select().from(orders).where(eq(orders.id, event!.orderId))
  await db.transact((tx) => tx.insert(noticeChoices).values({ customerId: order!.customerId, mail: true, sms: false, changedAt: at }))
  expect(await send(morning.subjectId, morning.dueAt)).toBe('unwanted')
})
