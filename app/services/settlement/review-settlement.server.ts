import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { lockSettlement, markInReview } from '#db/queries/settlement/settlements.server.ts'

/** Someone has looked a draft through and asks a second person to approve it. Asking again for one in review changes nothing. */
export function reviewSettlement(
  { transact }: Pick<Database, 'transact'>,
  { settlementId: id, userId, now }: { settlementId: string; userId: string; now: Date },
): Promise<Result<{ reviewed: boolean }, { code: 'unknown_settlement' } | { code: 'already_approved' }>> {
  return transact(async (tx) => {
    const settlement = await lockSettlement(tx, id)
    if (!settlement) return refuse({ code: 'unknown_settlement' })
    if (settlement.status === 'in_review') return accept({ reviewed: false })
    if (settlement.status !== 'draft') return refuse({ code: 'already_approved' })
    await markInReview(tx, { id, userId, at: now })
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'settlement_reviewed', subject: id, detail: {}, at: now })
    return accept({ reviewed: true })
  })
}
