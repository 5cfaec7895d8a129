import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditEntries, consignments, orderEvents } from '#db/schema/index.ts'
import { type FarmWorld, openFarmWorld, worldNow } from '#tests/support/farm-world.ts'
import { packConsignments } from './pack-consignments.server.ts'

const pack = (db: FarmWorld, consignmentIds: string[], farmId = 'farm_hl') =>
  packConsignments(db, { farmId, userId: 'user_1', consignmentIds, now: worldNow })

const statusOf = async (db: FarmWorld, id: string) =>
  (await db.reader.select().from(consignments).where(eq(consignments.id, id)))[0]?.status

test('packing marks the consignments, tells each customer once and leaves an entry in the audit log', async () => {
  const db = await openFarmWorld()
  expect(await pack(db, ['con_line_1_0', 'con_line_2_0'])).toEqual({ ok: true, value: { packed: ['HL1', 'HL2'], short: 0 } })
  expect(await statusOf(db, 'con_line_1_0')).toBe('packed')
  const events = await db.reader.select().from(orderEvents)
  expect(events.map(({ orderId, kind, farmId }) => [orderId, kind, farmId])).toEqual([
    ['ord_canary1', 'packed', 'farm_hl'],
    ['ord_canary2', 'packed', 'farm_hl'],
  ])
  const audit = await db.reader.select().from(auditEntries)
  expect(audit.map(({ action, actsFor, detail }) => ({ action, actsFor, detail }))).toEqual([
    { action: 'consignments_packed', actsFor: 'farm_hl', detail: { aliases: ['HL1', 'HL2'] } },
  ])
})

test('packing twice is packing once', async () => {
  const db = await openFarmWorld()
  await pack(db, ['con_line_1_0'])
  expect(await pack(db, ['con_line_1_0', 'con_line_1_0'])).toEqual({ ok: true, value: { packed: [], short: 0 } })
  expect(await db.reader.$count(orderEvents)).toBe(1)
  expect(await db.reader.$count(auditEntries)).toBe(1)
})

test("another farm's consignment is not found, and nothing beside it is packed", async () => {
  const db = await openFarmWorld()
  expect(await pack(db, ['con_line_1_0', 'con_line_1_1'])).toEqual({ ok: false, refusal: { code: 'not_found' } })
  expect(await statusOf(db, 'con_line_1_0')).toBe('to_pack')
  expect(await statusOf(db, 'con_line_1_1')).toBe('to_pack')
})

test('what is cancelled is not packed, by name', async () => {
  const db = await openFarmWorld()
  await db.transact((tx) => tx.update(consignments).set({ status: 'cancelled' }).where(eq(consignments.id, 'con_line_2_0')))
  expect(await pack(db, ['con_line_1_0', 'con_line_2_0'])).toEqual({ ok: false, refusal: { code: 'cancelled', aliases: ['HL2'] } })
})

test('what is on the road already does not come back to the packing table', async () => {
  const db = await openFarmWorld()
  await db.transact((tx) => tx.update(consignments).set({ status: 'on_the_way' }).where(eq(consignments.id, 'con_line_1_0')))
  expect(await pack(db, ['con_line_1_0'])).toEqual({ ok: true, value: { packed: [], short: 0 } })
  expect(await statusOf(db, 'con_line_1_0')).toBe('on_the_way')
})
