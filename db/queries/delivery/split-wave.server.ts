import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { consignments, drops, orderLines, runs, waves } from '#db/schema/index.ts'
import type { WaveRow } from './wave-planning.server.ts'

type Db = Pick<Reader, 'select'>

export const nextPart = async (db: Db, { zoneId, deliversOn }: Pick<WaveRow, 'zoneId' | 'deliversOn'>) =>
  (
    await db
      .select({ part: sql<number>`max(${waves.part})`.mapWith(Number) })
      .from(waves)
      .where(and(eq(waves.zoneId, zoneId), eq(waves.deliversOn, deliversOn)))
  )[0]!.part + 1

export const insertPart = (tx: Tx, { wave, id, part }: { wave: WaveRow; id: string; part: number }) =>
  tx.insert(waves).values({ ...wave, id, part, bookedDrops: 0, planVersion: 0 })

/** Runs go to another wave with their drops, and their orders with all they have in the wave, cancelled or not. @returns those orders */
export async function moveRuns(tx: Tx, { from, to, runIds }: { from: string; to: string; runIds: string[] }): Promise<string[]> {
  await tx.update(runs).set({ waveId: to }).where(inArray(runs.id, runIds))
  const moved = await tx.update(drops).set({ waveId: to }).where(inArray(drops.runId, runIds)).returning({ id: drops.id })
  const riding = await tx
    .selectDistinct({ orderId: consignments.orderId })
    .from(consignments)
    .where(
      inArray(
        consignments.dropId,
        moved.map(({ id }) => id),
      ),
    )
  const orders = riding.map(({ orderId }) => orderId)
  await tx
    .update(consignments)
    .set({ waveId: to })
    .where(and(eq(consignments.waveId, from), inArray(consignments.orderId, orders)))
  await tx
    .update(orderLines)
    .set({ waveId: to })
    .where(and(eq(orderLines.waveId, from), inArray(orderLines.orderId, orders)))
  return orders
}

/** The places those orders hold go with them, as far as they hold any. */
export async function moveBookings(tx: Tx, { from, to, orders }: { from: string; to: string; orders: string[] }) {
  const [first] = await tx.select({ booked: waves.bookedDrops }).from(waves).where(eq(waves.id, from))
  const moved = Math.min(first!.booked, orders.length)
  await tx
    .update(waves)
    .set({ bookedDrops: sql`${waves.bookedDrops} - ${moved}` })
    .where(eq(waves.id, from))
  await tx.update(waves).set({ bookedDrops: moved }).where(eq(waves.id, to))
}
