import { and, eq, inArray, or } from 'drizzle-orm'
import type { MediaUse } from '#app/domain/media/picture-files.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { dropOrders, dropProofs, handovers, media, orders } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
type Sent = { ownerId: string; use: MediaUse; sha256: string }

/**
 * The picture this owner has sent for this use before, byte by byte the same: it counts as sent now, and is not swept away before
 * whoever sent it has said what it shows.
 */
export const takeSameMedia = async (tx: Tx, { ownerId, use, sha256 }: Sent, now: Date): Promise<string | null> =>
  (
    await tx
      .update(media)
      .set({ keptAt: now })
      .where(and(eq(media.ownerId, ownerId), eq(media.use, use), eq(media.sha256, sha256)))
      .returning({ id: media.id })
  )[0]?.id ?? null

export const insertMedia = (tx: Tx, row: typeof media.$inferInsert) => tx.insert(media).values(row)

/** Who asks for a picture: everything they are, and the orders this browser placed as a guest. */
export type MediaReader = {
  roles: readonly { role: 'farm' | 'leader' | 'office' | 'courier'; actsFor: string }[]
  customerId: string | null
  guestOrders: readonly { orderId: string; placementKey: string }[]
}

const forEverybody: readonly MediaUse[] = ['product', 'farm', 'news', 'review']

/**
 * What a picture is for, if this reader may see it: pictures that sell are everybody's; the office sees every picture and whoever
 * sent one sees their own; a proof is also for the customers whose order it shows, a count at the hub for the farm that sent the
 * crates. Another's is null.
 */
export async function findReadableMedia(db: Db, { mediaId, reader }: { mediaId: string; reader: MediaReader }) {
  const [found] = await db.select({ use: media.use, ownerId: media.ownerId }).from(media).where(eq(media.id, mediaId))
  if (!found) return null
  const isPublic = forEverybody.includes(found.use)
  const answer = { use: found.use, isPublic }
  if (isPublic || reader.roles.some(({ role, actsFor }) => role === 'office' || actsFor === found.ownerId)) return answer
  if (reader.customerId !== null && reader.customerId === found.ownerId) return answer
  const isTheirs =
    found.use === 'proof' ? isProofFor(db, mediaId, reader) : found.use === 'arrival' ? isArrivalOf(db, mediaId, reader) : false
  return (await isTheirs) ? answer : null
}

/** A customer's by sign-in; a guest's by the key this browser kept. */
async function isProofFor(db: Db, mediaId: string, { customerId, guestOrders }: MediaReader): Promise<boolean> {
  const asGuest = guestOrders.map(({ orderId, placementKey }) => and(eq(orders.id, orderId), eq(orders.placementKey, placementKey)))
  const theirs = [...(customerId === null ? [] : [eq(orders.customerId, customerId)]), ...asGuest]
  if (theirs.length === 0) return false
  const [proof] = await db
    .select({ id: dropProofs.id })
    .from(dropProofs)
    .innerJoin(dropOrders, eq(dropOrders.dropId, dropProofs.dropId))
    .innerJoin(orders, eq(orders.id, dropOrders.orderId))
    .where(and(eq(dropProofs.mediaId, mediaId), or(...theirs)))
    .limit(1)
  return proof !== undefined
}

async function isArrivalOf(db: Db, mediaId: string, { roles }: MediaReader): Promise<boolean> {
  const farmIds = roles.filter(({ role }) => role === 'farm').map(({ actsFor }) => actsFor)
  if (farmIds.length === 0) return false
  const [arrival] = await db
    .select({ id: handovers.id })
    .from(handovers)
    .where(and(eq(handovers.arrivedMediaId, mediaId), inArray(handovers.farmId, farmIds)))
    .limit(1)
  return arrival !== undefined
}
