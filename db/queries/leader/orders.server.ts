import { and, asc, desc, eq, gt } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import {
  dropOrders,
  drops,
  farms,
  orderContacts,
  orderEvents,
  orderLines,
  orders,
  payments,
  pickupPoints,
  products,
  variants,
  waves,
} from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
type Theirs = { orderId: string; leaderId: string }

const isTheirs = ({ orderId, leaderId }: Theirs) => and(eq(orders.id, orderId), eq(orders.leaderId, leaderId))

/** A leader's orders, newest first. */
export const findLeaderOrders = (db: Db, { leaderId, limit, offset }: { leaderId: string; limit: number; offset: number }) =>
  db
    .select({
      id: orders.id,
      number: orders.number,
      status: orders.status,
      payment: orders.payment,
      totalFen: orders.totalFen,
      placedAt: orders.placedAt,
      paidAt: orders.paidAt,
    })
    .from(orders)
    .where(eq(orders.leaderId, leaderId))
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(limit)
    .offset(offset)

/** What such an order held, to be ordered again; nothing when it is not this leader's. */
export const findRepeatable = (db: Db, theirs: Theirs) =>
  db
    .select({
      variantId: orderLines.variantId,
      quantity: orderLines.quantity,
      productZh: products.nameZh,
      productEn: products.nameEn,
    })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(isTheirs(theirs))
    .orderBy(asc(orderLines.position))

/** One order with all its leader may see of it; another leader's is not found. */
export async function findLeaderOrder(db: Db, theirs: Theirs) {
  const [found] = await db
    .select({
      order: orders,
      addressZh: orderContacts.addressZh,
      addressEn: orderContacts.addressEn,
      note: orderContacts.note,
      pickupCode: orderContacts.pickupCode,
      windowFrom: pickupPoints.windowFrom,
      windowTo: pickupPoints.windowTo,
    })
    .from(orders)
    .innerJoin(orderContacts, eq(orderContacts.orderId, orders.id))
    .leftJoin(pickupPoints, eq(pickupPoints.id, orders.pickupPointId))
    .where(isTheirs(theirs))
  if (!found) return null
  const { orderId } = theirs
  const [lines, events, arrivals, late] = await Promise.all([
    findLines(db, orderId),
    db
      .select({ kind: orderEvents.kind, at: orderEvents.at, farmId: orderEvents.farmId })
      .from(orderEvents)
      .where(eq(orderEvents.orderId, orderId))
      .orderBy(asc(orderEvents.at), asc(orderEvents.id)),
    db
      .select({ waveId: drops.waveId, arrivesAt: drops.arrivesAt, status: drops.status, statusAt: drops.statusAt })
      .from(dropOrders)
      .innerJoin(drops, eq(drops.id, dropOrders.dropId))
      .where(eq(dropOrders.orderId, orderId)),
    db
      .select({ id: payments.id })
      .from(payments)
      .where(and(eq(payments.orderId, orderId), eq(payments.status, 'late'))),
  ])
  const { order, ...contact } = found
  return { order, contact, lines, events, arrivals, isLate: late.length > 0 }
}
export type LeaderOrder = NonNullable<Awaited<ReturnType<typeof findLeaderOrder>>>

const findLines = (db: Db, orderId: string) =>
  db
    .select({
      id: orderLines.id,
      waveId: waves.id,
      deliversOn: waves.deliversOn,
      farmId: farms.id,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      productZh: products.nameZh,
      productEn: products.nameEn,
      sizeZh: variants.nameZh,
      sizeEn: variants.nameEn,
      storage: variants.storage,
      quantity: orderLines.quantity,
      unitPriceFen: orderLines.unitPriceFen,
      amountFen: orderLines.amountFen,
      netWeightG: orderLines.netWeightG,
      terms: orderLines.terms,
    })
    .from(orderLines)
    .innerJoin(farms, eq(farms.id, orderLines.farmId))
    .innerJoin(products, eq(products.id, orderLines.productId))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(waves, eq(waves.id, orderLines.waveId))
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(waves.deliversOn), asc(farms.position), asc(orderLines.position))

/** The next waves of a leader's zone, those that are full too. */
export const findZoneWaves = (db: Db, { zoneId, now, limit }: { zoneId: string; now: Date; limit: number }) =>
  db
    .select({
      id: waves.id,
      deliversOn: waves.deliversOn,
      cutoffAt: waves.cutoffAt,
      dropFeeFen: waves.dropFeeFen,
      capacityDrops: waves.capacityDrops,
      bookedDrops: waves.bookedDrops,
    })
    .from(waves)
    .where(and(eq(waves.zoneId, zoneId), eq(waves.status, 'open'), gt(waves.cutoffAt, now)))
    .orderBy(asc(waves.deliversOn))
    .limit(limit)
