import { invariant } from '#app/domain/invariant.ts'
import { sayWish } from '#app/services/live/say-wish.server.ts'
import type { Database } from '#db/client.server.ts'
import { findFailedDeliveries, findWavesToCome } from '#db/queries/customers/delivery-wishes.server.ts'

/** One of the last days nobody was there at the last door; its customer would like the box on the zone's next day. The office has still to say yes. */
export async function seedFailedDelivery(db: Database, { now }: { now: Date }): Promise<void> {
  const [failed] = await findFailedDeliveries(db.reader)
  if (!failed) return
  const { orderId, dropId, zoneId } = failed
  const [next] = await findWavesToCome(db.reader, { zoneId, now, limit: 1 })
  invariant(next, `no wave of ${zoneId} to come`)
  const wish = { kind: 'again' as const, waveId: next.waveId }
  const said = await sayWish(db, { orderId, dropId, wish, note: '白天都有人在家，到了请按门铃。', now })
  invariant(said.ok, `the wish for ${orderId} was refused`)
}
