import { businessDay } from '#app/domain/business-day.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findTested, insertTest, type NewTest } from '#db/queries/brands/members.server.ts'

type RecordTest = Omit<NewTest, 'id' | 'productId' | 'recordedBy' | 'recordedAt'> & {
  /** of the farm's own product; null for its soil or water, or its goods at large */
  productCode: string | null
  userId: string
  now: Date
}
export type TestRefusal = { code: 'farm_unknown' } | { code: 'product_unknown' } | { code: 'not_yet' }

/** Enters what a laboratory found, good or bad: both are shown. A result is never edited; a correction is another result. */
export function recordTest(
  { transact }: Pick<Database, 'transact'>,
  { productCode, userId, now, ...test }: RecordTest,
): Promise<Result<{ testId: string }, TestRefusal>> {
  return transact(async (tx) => {
    if (test.testedOn > businessDay(now)) return refuse({ code: 'not_yet' })
    const tested = await findTested(tx, { farmId: test.farmId, productCode })
    if (tested === null) return refuse({ code: 'farm_unknown' })
    if (tested.productId === undefined) return refuse({ code: 'product_unknown' })
    const id = newId('tst')
    await insertTest(tx, { ...test, id, productId: tested.productId, recordedBy: userId, recordedAt: now })
    const detail = { farmId: test.farmId, result: test.result, reportNumber: test.reportNumber }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'farm_test_recorded', subject: id, detail, at: now })
    return accept({ testId: id })
  })
}
