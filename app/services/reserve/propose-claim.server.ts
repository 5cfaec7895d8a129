import type { Fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { insertClaim } from '#db/queries/ledger/reserve.server.ts'
import { findProducer } from '#db/queries/ledger/terms.server.ts'

type NewClaim = { farmId: string; amountFen: Fen; reason: string; userId: string; now: Date }

/** A farm's damage is put before the reserve (S1); nothing is paid until a second person has decided. */
export function proposeClaim(
  { transact }: Pick<Database, 'transact'>,
  { farmId, amountFen, reason, userId, now }: NewClaim,
): Promise<Result<{ claimId: string }, { code: 'unknown_farm' }>> {
  return transact(async (tx) => {
    if (!(await findProducer(tx, farmId))) return refuse({ code: 'unknown_farm' })
    const claimId = newId('clm')
    await insertClaim(tx, { id: claimId, farmId, amountFen, reason, status: 'proposed', proposedBy: userId, proposedAt: now })
    const detail = { farmId, amountFen, reason }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'claim_proposed', subject: claimId, detail, at: now })
    return accept({ claimId })
  })
}
