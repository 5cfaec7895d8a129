import { and, asc, eq, inArray, ne, notInArray, sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { consignments, orderLines, refundLines, refunds } from '#db/schema/index.ts'
import { linesOfConsignment } from '../ordering/consignment-lines.server.ts'

type Db = Pick<Reader, 'select'>

/** A consignment's lines: those of its order that were routed to its farm for its wave. */
const itsLines = linesOfConsignment

/** What is in those of the consignments that are this farm's, as it was ordered; cancelled lines are not packed. */
export const findLinesToPack = (db: Db, { farmId, consignmentIds }: { farmId: string; consignmentIds: readonly string[] }) =>
  db
    .select({
      id: orderLines.id,
      orderId: orderLines.orderId,
      consignmentId: consignments.id,
      quantity: orderLines.quantity,
      netWeightG: orderLines.netWeightG,
    })
    .from(consignments)
    .innerJoin(orderLines, itsLines)
    .where(
      and(
        eq(consignments.farmId, farmId),
        inArray(consignments.id, consignmentIds.length === 0 ? ['—'] : [...consignmentIds]),
        ne(orderLines.status, 'cancelled'),
      ),
    )
    .orderBy(asc(orderLines.orderId), asc(orderLines.position))

/** What of a farm's lines of a wave went back because it was not packed: units, grams and what the sale fell by. */
export const findShortPicks = (db: Db, { farmId, waveId }: { farmId: string; waveId: string }) =>
  db
    .select({
      lineId: refundLines.lineId,
      quantity: sql<number>`sum(${refundLines.quantity})`.mapWith(Number),
      weightG: sql<number>`sum(${refundLines.weightG})`.mapWith(Number),
      baseFen: sql<number>`sum(${refundLines.baseFen})`.mapWith(Number),
    })
    .from(orderLines)
    .innerJoin(refundLines, eq(refundLines.lineId, orderLines.id))
    .innerJoin(refunds, eq(refunds.id, refundLines.refundId))
    .where(
      and(
        eq(orderLines.farmId, farmId),
        eq(orderLines.waveId, waveId),
        eq(refunds.reason, 'short_pick'),
        notInArray(refunds.status, ['declined']),
      ),
    )
    .groupBy(refundLines.lineId)
