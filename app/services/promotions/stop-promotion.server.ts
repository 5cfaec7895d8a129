import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { stopRunning } from '#db/queries/catalog/promotions.server.ts'

/** No order takes it from now on; those placed keep what they have. */
export function stopPromotion(
  { transact }: Pick<Database, 'transact'>,
  { promotionId, userId, now }: { promotionId: string; userId: string; now: Date },
): Promise<Result<null, { code: 'not_running' }>> {
  return transact(async (tx) => {
    if (!(await stopRunning(tx, { promotionId, at: now }))) return refuse({ code: 'not_running' })
    const entry = { actorId: userId, actsFor: 'alliance', action: 'promotion_stopped', subject: promotionId, detail: {}, at: now }
    await insertAuditEntry(tx, entry)
    return accept(null)
  })
}
