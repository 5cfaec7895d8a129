import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { findOwnedOrder } from '#db/queries/customers/live-orders.server.ts'
import { dropOrders, drops, orderEvents, orders } from '#db/schema/index.ts'
import { orderFor } from '#tests/support/open-fleet.ts'
import { marketDay, openMarket } from '#tests/support/open-market.ts'
import { markOrders } from './mark-orders.server.ts'

test('an order’s mark changes with what its customer can see, stays otherwise, and is read by its own customer alone', async () => {
  const db = await openMarket()
  const orderId = await orderFor(db, '8', [['hill', 1]])
  const otherId = await orderFor(db, '9', [['lake', 1]])
  const marks = async () => (await markOrders(db.reader, [orderId, otherId])).get(orderId)!
  const seen = [(await marks()).mark]
  const notes = async (work: Parameters<typeof db.transact>[0]) => {
    await db.transact(work)
    seen.push((await marks()).mark)
  }
  const event = (id: string) => ({ id: `evt_${id}`, orderId: id, kind: 'packed' as const, farmId: 'hill', at: new Date(0) })
  await notes((tx) => tx.insert(orderEvents).values(event(otherId)))
  expect(new Set(seen).size).toBe(1)
  await notes((tx) => tx.insert(orderEvents).values(event(orderId)))
  const place = { lat: 30.6, lon: 104, weightG: 1, cratesAmbient: 0, cratesChilled: 1, cratesFrozen: 0 }
  const who = { recipient: '甘棠', phone: '1', addressZh: '', addressEn: '', note: '' }
  await notes(async (tx) => {
    const drop = { id: 'drp', waveId: 'tue', code: 'A1', kind: 'door', placeKey: 'x', status: 'planned', costFen: fen(0) } as const
    await tx.insert(drops).values({ ...drop, ...who, ...place })
    await tx.insert(dropOrders).values({ dropId: 'drp', orderId, costFen: fen(0) })
  })
  await notes((tx) => tx.update(drops).set({ promisedFrom: marketDay, promisedUntil: marketDay }))
  expect(new Set(seen).size).toBe(4)
  expect((await marks()).hasEnded).toBe(false)
  await notes((tx) => tx.update(orders).set({ status: 'completed' }).where(eq(orders.id, orderId)))
  expect((await marks()).hasEnded).toBe(true)

  const { customerId, placementKey } = (await db.reader.select().from(orders).where(eq(orders.id, orderId)))[0]!
  const nobody = { customerId: null, placementKey: null }
  const asked = [nobody, { ...nobody, customerId }, { ...nobody, placementKey }, { customerId: 'cus_other', placementKey: 'key_other' }]
  const found = await Promise.all(asked.map((owner) => findOwnedOrder(db.reader, { orderId, owner })))
  expect(found.map((order) => order?.id ?? null)).toEqual([null, orderId, orderId, null])
})
