import { and, eq } from 'drizzle-orm'
import { sql } from '#db/dialect/index.ts'
import { consignments, orderLines } from '#db/schema/index.ts'

/** The lines a consignment is made of: those of its order, farm and wave. */
export const linesOfConsignment = and(
  eq(orderLines.orderId, consignments.orderId),
  eq(orderLines.farmId, consignments.farmId),
  eq(orderLines.waveId, consignments.waveId),
)

/** What they weigh and fill, to be grouped by storage class. */
export const loadOfLines = {
  storage: orderLines.storage,
  weightG: sql<number>`sum(${orderLines.grossWeightG})`.mapWith(Number),
  volumeMl: sql<number>`sum(${orderLines.volumeMl})`.mapWith(Number),
}
