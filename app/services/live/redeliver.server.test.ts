import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { auditEntries, consignments, deliveryWishes, dropOrders, drops, orderEvents, orderLines, waves } from '#db/schema/index.ts'
import { orderFor } from '#tests/support/open-fleet.ts'
import { type Market, openMarket } from '#tests/support/open-market.ts'
import { redeliver } from './redeliver.server.ts'
import { sayWish } from './say-wish.server.ts'

const now = new Date('2026-11-24T04:00:00Z')

/** An order whose drop on Tuesday failed; its goods stand at the hub again. */
async function failedOrder(db: Market) {
  const orderId = await orderFor(db, '8', [
    ['hill', 1],
    ['brook', 1],
  ])
  await db.transact(async (tx) => {
    await tx.insert(drops).values({
      id: 'drp',
      waveId: 'tue',
      code: 'A1',
      kind: 'door',
      placeKey: 'x',
      recipient: '甘棠',
      phone: '1',
      addressZh: '',
      addressEn: '',
      note: '',
      lat: 30.6,
      lon: 104,
      weightG: 1,
      cratesAmbient: 0,
      cratesChilled: 1,
      cratesFrozen: 0,
      status: 'failed',
      statusReason: 'nobody_there',
      statusAt: now,
      costFen: fen(0),
    })
    await tx.insert(dropOrders).values({ dropId: 'drp', orderId, costFen: fen(0) })
    await tx.update(consignments).set({ dropId: 'drp', status: 'at_hub' })
    await tx.update(waves).set({ status: 'on_road' }).where(eq(waves.id, 'tue'))
  })
  return orderId
}

test('what failed is brought again in a later wave, whole and once: its place is claimed, its customer told, their wish seen to', async () => {
  const db = await openMarket()
  const orderId = await failedOrder(db)
  await sayWish(db, { orderId, dropId: 'drp', wish: { kind: 'again', waveId: 'fri' }, note: '', now })
  const asked = { orderId, dropId: 'drp', toWaveId: 'fri', officeUserId: 'user_office', now }
  expect(await redeliver(db, asked)).toMatchObject({ ok: true, value: { moved: 2 } })
  expect(await redeliver(db, asked)).toMatchObject({ refusal: { code: 'not_failed' } })
  expect(new Set((await db.reader.select().from(consignments)).map(({ waveId }) => waveId))).toEqual(new Set(['fri']))
  expect(new Set((await db.reader.select().from(orderLines)).map(({ waveId }) => waveId))).toEqual(new Set(['fri']))
  const booked = await db.reader.select({ id: waves.id, bookedDrops: waves.bookedDrops }).from(waves).orderBy(waves.id)
  expect(booked).toEqual([
    { id: 'fri', bookedDrops: 1 },
    { id: 'tue', bookedDrops: 0 },
  ])
  expect(await db.reader.$count(orderEvents, eq(orderEvents.kind, 'rescheduled'))).toBe(1)
  expect(await db.reader.select().from(deliveryWishes)).toMatchObject([{ settledBy: 'user_office' }])
  expect(await db.reader.select().from(auditEntries)).toMatchObject([{ action: 'order_redelivered', subject: orderId }])
})
