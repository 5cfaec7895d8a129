import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { deliveryWishes, dropOrders, dropProofs, drops, media, relayNumbers, runs, waveCosts, waves } from '#db/schema/index.ts'
import { relayOfDrop } from '../network/relay-numbers.server.ts'

type Db = Pick<Reader, 'select'>

/** An order's drops as their customer may see them; the other orders of a drop are nobody's business here. */
export const findArrivals = (db: Db, orderId: string) =>
  db
    .select({
      dropId: drops.id,
      kind: drops.kind,
      waveId: drops.waveId,
      arrivesAt: drops.arrivesAt,
      promisedFrom: drops.promisedFrom,
      promisedUntil: drops.promisedUntil,
      status: drops.status,
      statusReason: drops.statusReason,
      statusAt: drops.statusAt,
      publishedAt: waves.publishedAt,
      /** under which the driver can be called, while it is on the road */
      relayNumber: relayNumbers.number,
      /** this order's own part, as driven once its wave is reckoned */
      costFen: dropOrders.costFen,
      reckonedAt: waveCosts.reckonedAt,
    })
    .from(dropOrders)
    .innerJoin(drops, eq(drops.id, dropOrders.dropId))
    .innerJoin(waves, eq(waves.id, drops.waveId))
    .leftJoin(waveCosts, eq(waveCosts.waveId, waves.id))
    .leftJoin(runs, eq(runs.id, drops.runId))
    .leftJoin(relayNumbers, relayOfDrop)
    .where(eq(dropOrders.orderId, orderId))
    .orderBy(asc(waves.deliversOn), asc(drops.id))
export type Arrival = Awaited<ReturnType<typeof findArrivals>>[number]

/** What the driver shows for some drops, oldest first; the pictures lie under their media ids. */
export const findProofs = (db: Db, dropIds: readonly string[]) =>
  db
    .select({
      id: dropProofs.id,
      dropId: dropProofs.dropId,
      kind: dropProofs.kind,
      note: dropProofs.note,
      takenAt: dropProofs.takenAt,
      mediaId: media.id,
      width: media.width,
      height: media.height,
    })
    .from(dropProofs)
    .leftJoin(media, eq(media.id, dropProofs.mediaId))
    .where(inArray(dropProofs.dropId, [...dropIds]))
    .orderBy(asc(dropProofs.takenAt), asc(dropProofs.id))
export type Proof = Awaited<ReturnType<typeof findProofs>>[number]

/** What the customer said they want after a delivery that failed; null while they have said nothing. */
export async function findWish(db: Db, { orderId, dropId }: { orderId: string; dropId: string }) {
  const [wish] = await db
    .select({
      wish: deliveryWishes.wish,
      waveId: deliveryWishes.waveId,
      deliversOn: waves.deliversOn,
      note: deliveryWishes.note,
      settledAt: deliveryWishes.settledAt,
    })
    .from(deliveryWishes)
    .leftJoin(waves, eq(waves.id, deliveryWishes.waveId))
    .where(and(eq(deliveryWishes.orderId, orderId), eq(deliveryWishes.dropId, dropId)))
  return wish ?? null
}
