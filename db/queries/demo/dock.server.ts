import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { consignments, orderLines, waves } from '#db/schema/index.ts'
import { linesOfConsignment, loadOfLines } from '../ordering/consignment-lines.server.ts'

/** What these farms have still to hand over on a day, with what it fills, for whoever plays everyone. */
export const findUnhanded = (db: Pick<Reader, 'select'>, { on, farmIds }: { on: string; farmIds: readonly string[] }) =>
  db
    .select({
      id: consignments.id,
      farmId: consignments.farmId,
      waveId: consignments.waveId,
      status: consignments.status,
      ...loadOfLines,
    })
    .from(consignments)
    .innerJoin(waves, and(eq(waves.id, consignments.waveId), eq(waves.deliversOn, on), inArray(waves.status, ['closed', 'on_road'])))
    .innerJoin(orderLines, linesOfConsignment)
    .where(and(inArray(consignments.status, ['to_pack', 'packed']), inArray(consignments.farmId, [...farmIds])))
    .groupBy(consignments.id, orderLines.storage)
    .orderBy(asc(consignments.farmId), asc(consignments.id), asc(orderLines.storage))
