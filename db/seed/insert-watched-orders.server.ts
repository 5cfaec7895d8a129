import { randomUUID } from 'node:crypto'
import { fen } from '#app/domain/money/fen.ts'
import { chunksOf } from '#db/chunks-of.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { customers, orderEvents, orders, zones } from '#db/schema/index.ts'

export type WatchedOrder = { orderId: string; placementKey: string }

/** So many guests with one order each, whose pages somebody has open. For benches: nothing is in them, nothing is posted. */
export async function insertWatchedOrders(db: Database, count: number): Promise<WatchedOrder[]> {
  const now = new Date()
  const [zone] = await db.reader.select({ id: zones.id }).from(zones).limit(1)
  const wanted = Array.from({ length: count }, () => ({ orderId: newId('ord'), placementKey: randomUUID(), customerId: newId('cus') }))
  for (const some of chunksOf(wanted, 100)) {
    await db.transact(async (tx) => {
      const guest = { name: '', phone: '', email: null, homeType: 'alliance' as const, homeId: 'alliance', createdAt: now }
      await tx.insert(customers).values(some.map(({ customerId: id }) => ({ id, ...guest })))
      await tx.insert(orders).values(
        some.map(({ orderId: id, ...whose }) => ({
          id,
          ...whose,
          number: id,
          basketId: '',
          storefrontId: 'alliance',
          status: 'confirmed' as const,
          payment: 'online' as const,
          substitution: 'refund' as const,
          delivery: 'door' as const,
          zoneId: zone!.id,
          goodsFen: fen(0),
          deliveryFen: fen(0),
          totalFen: fen(0),
          directFen: fen(0),
          locale: 'zh-CN' as const,
          placedAt: now,
          expiresAt: now,
        })),
      )
    })
  }
  return wanted
}

/** Something happens to every one of them, in one transaction. */
export const tellWatchedOrders = (db: Database, watched: readonly WatchedOrder[]) =>
  db.transact(async (tx) => {
    const at = new Date()
    for (const some of chunksOf(watched, 200)) {
      await tx
        .insert(orderEvents)
        .values(some.map(({ orderId }) => ({ id: newId('evt'), orderId, kind: 'at_hub' as const, farmId: null, at })))
    }
  })
