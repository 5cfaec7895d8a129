import { and, asc, eq, gt, gte, inArray, ne, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { prepared, slotFor } from '#db/prepared.ts'
import { orderLines, orders, waves } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
const slot = sql.placeholder

/** A zone's waves that still take orders, earliest first. */
export const findOpenWaves = prepared<Db, { zoneId: string; now: Date }, (typeof waves.$inferSelect)[]>('placement_waves', (db) =>
  db
    .select()
    .from(waves)
    .where(and(eq(waves.zoneId, slot('zoneId')), eq(waves.status, 'open'), gt(waves.cutoffAt, slotFor(waves.cutoffAt, 'now'))))
    .orderBy(asc(waves.deliversOn))
    .limit(12),
)

/** A zone's first waves on or after a day to come that take orders, for what is sold ahead: those beyond `findOpenWaves` too. */
export const findWavesFrom = (db: Db, { zoneId, fromOn, now }: { zoneId: string; fromOn: string; now: Date }) =>
  db
    .select()
    .from(waves)
    .where(and(eq(waves.zoneId, zoneId), eq(waves.status, 'open'), gt(waves.cutoffAt, now), gte(waves.deliversOn, fromOn)))
    .orderBy(asc(waves.deliversOn))
    .limit(3)

/** Orders that go to a pick-up point, by wave: those that hold a place and those that are paid. */
export const countAtPoint = async (db: Db, pickupPointId: string) =>
  new Map((await atPoint(db, { pickupPointId })).map(({ waveId, orders: count }) => [waveId, Number(count)]))
const atPoint = prepared<Db, { pickupPointId: string }, { waveId: string; orders: number }[]>('placement_at_point', (db) =>
  db
    .select({ waveId: orderLines.waveId, orders: sql<number>`count(distinct ${orders.id})` })
    .from(orders)
    .innerJoin(orderLines, and(eq(orderLines.orderId, orders.id), ne(orderLines.status, 'cancelled')))
    .where(and(eq(orders.pickupPointId, slot('pickupPointId')), inArray(orders.status, ['awaiting_payment', 'confirmed'])))
    .groupBy(orderLines.waveId),
)

/** @returns false when the wave has closed or filled up meanwhile */
export async function claimWavePlace(tx: Tx, { waveId, now }: { waveId: string; now: Date }) {
  const claimed = (await claimPlace(tx, { waveId, now })) as unknown[]
  return claimed.length === 1
}
const claimPlace = prepared<Tx, { waveId: string; now: Date }, unknown>('placement_claim_wave', (tx) =>
  tx
    .update(waves)
    .set({ bookedDrops: sql`${waves.bookedDrops} + 1` })
    .where(
      and(
        eq(waves.id, slot('waveId')),
        eq(waves.status, 'open'),
        gt(waves.cutoffAt, slotFor(waves.cutoffAt, 'now')),
        sql`${waves.bookedDrops} < ${waves.capacityDrops}`,
      ),
    )
    .returning({ id: waves.id }),
)
