import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import {
  consignments,
  drops,
  farms,
  lineLots,
  lots,
  orderContacts,
  orderEvents,
  orderLines,
  orders,
  payments,
  products,
  runs,
  variants,
  waves,
} from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** One order by the number its customer reads out, with everything the after-sales desk needs; null when there is none. */
export async function findOrderByNumber(db: Db, number: string) {
  const [found] = await db
    .select({ order: orders, contact: orderContacts })
    .from(orders)
    .innerJoin(orderContacts, eq(orderContacts.orderId, orders.id))
    .where(eq(orders.number, number))
  if (!found) return null
  const { id: orderId } = found.order
  const [lines, parcels, events, paid] = await Promise.all([
    findLines(db, orderId),
    findParcels(db, orderId),
    db
      .select({ id: orderEvents.id, kind: orderEvents.kind, at: orderEvents.at, farmZh: farms.nameZh, farmEn: farms.nameEn })
      .from(orderEvents)
      .leftJoin(farms, eq(farms.id, orderEvents.farmId))
      .where(eq(orderEvents.orderId, orderId))
      .orderBy(asc(orderEvents.at), asc(orderEvents.id)),
    db
      .select({ id: payments.id, status: payments.status, amountFen: payments.amountFen, at: payments.succeededAt })
      .from(payments)
      .where(eq(payments.orderId, orderId)),
  ])
  const { invoiceTitle: title, taxNumber } = found.order
  return { ...found, invoice: title === '' ? null : { title, taxNumber }, lines, parcels, events, payments: paid }
}

/** The newest orders, for a desk that has no number to go by. */
export const findNewestOrders = (db: Db, limit: number) =>
  db
    .select({ id: orders.id, number: orders.number, status: orders.status, totalFen: orders.totalFen, placedAt: orders.placedAt })
    .from(orders)
    .orderBy(desc(orders.placedAt))
    .limit(limit)

async function findLines(db: Db, orderId: string) {
  const rows = await db
    .select({
      id: orderLines.id,
      quantity: orderLines.quantity,
      amountFen: orderLines.amountFen,
      status: orderLines.status,
      productZh: products.nameZh,
      productEn: products.nameEn,
      variantZh: variants.nameZh,
      variantEn: variants.nameEn,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
    })
    .from(orderLines)
    .innerJoin(products, eq(products.id, orderLines.productId))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(farms, eq(farms.id, orderLines.farmId))
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLines.position))
  const ids = rows.map(({ id }) => id)
  const lotRows = await db
    .select({
      lineId: lineLots.lineId,
      lotId: lots.id,
      harvestedOn: lots.harvestedOn,
      bestBeforeOn: lots.bestBeforeOn,
      forecast: lots.forecast,
    })
    .from(lineLots)
    .innerJoin(lots, eq(lots.id, lineLots.lotId))
    .where(inArray(lineLots.lineId, ids))
    .orderBy(asc(lots.bestBeforeOn))
  return rows.map((line) => ({ ...line, lots: lotRows.filter(({ lineId }) => lineId === line.id) }))
}

const findParcels = (db: Db, orderId: string) =>
  db
    .select({
      id: consignments.id,
      alias: consignments.alias,
      status: consignments.status,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      waveId: waves.id,
      deliversOn: waves.deliversOn,
      dropCode: drops.code,
      dropStatus: drops.status,
      dropReason: drops.statusReason,
      dropAt: drops.statusAt,
      arrivesAt: drops.arrivesAt,
      runPosition: runs.position,
    })
    .from(consignments)
    .innerJoin(farms, eq(farms.id, consignments.farmId))
    .innerJoin(waves, eq(waves.id, consignments.waveId))
    .leftJoin(drops, and(eq(drops.id, consignments.dropId), eq(drops.waveId, consignments.waveId)))
    .leftJoin(runs, eq(runs.id, drops.runId))
    .where(eq(consignments.orderId, orderId))
    .orderBy(asc(waves.deliversOn), asc(farms.position))
