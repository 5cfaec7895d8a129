import { and, asc, desc, eq, gte, isNotNull } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { consignments, orderLines, orders, waves } from '#db/schema/index.ts'
import { linesOfConsignment } from '../ordering/consignment-lines.server.ts'

type Db = Pick<Reader, 'select'>

/** Lines of completed orders paid online, the newest order first: what customers complain about. */
export const findDeliveredLines = (db: Db, limit: number) =>
  db
    .select({ orderId: orders.id, lineId: orderLines.id, amountFen: orderLines.amountFen })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(and(eq(orders.status, 'completed'), eq(orders.payment, 'online'), eq(orderLines.position, 0)))
    .orderBy(desc(orders.placedAt), asc(orderLines.id))
    .limit(limit)

/** The dearest line of a completed order. */
export const findDearestLine = async (db: Db) =>
  (
    await db
      .select({ orderId: orders.id, lineId: orderLines.id, amountFen: orderLines.amountFen })
      .from(orderLines)
      .innerJoin(orders, eq(orders.id, orderLines.orderId))
      .where(eq(orders.status, 'completed'))
      .orderBy(desc(orderLines.amountFen), asc(orderLines.id))
      .limit(1)
  )[0]

/** A paid consignment that is still to pack, with a line of an order that has others too. */
export const findBoxToPack = async (db: Db) =>
  (
    await db
      .select({
        consignmentId: consignments.id,
        farmId: consignments.farmId,
        orderId: consignments.orderId,
        lineId: orderLines.id,
        quantity: orderLines.quantity,
      })
      .from(consignments)
      .innerJoin(orders, eq(orders.id, consignments.orderId))
      .innerJoin(waves, eq(waves.id, consignments.waveId))
      .innerJoin(orderLines, linesOfConsignment)
      .where(and(eq(consignments.status, 'to_pack'), isNotNull(orders.paidAt), eq(orders.payment, 'online'), gte(orderLines.position, 1)))
      .orderBy(asc(waves.deliversOn), asc(orders.placedAt), asc(orderLines.id))
      .limit(1)
  )[0]
