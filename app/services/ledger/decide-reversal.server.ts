import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findReversal, settleReversal } from '#db/queries/settlement/reversals.server.ts'
import { type ReversalRefusal, reversePosting } from './reverse-posting.server.ts'

export type DecideReversal = { reversalId: string; confirm: boolean; userId: string; now: Date }
export type DecideReversalRefusal = ReversalRefusal | { code: 'unknown_reversal' | 'already_decided' | 'same_person' }

/**
 * A second person confirms a reversal, which posts it, or anybody of the office declines it, whoever proposed it too. What the books
 * refuse by then leaves it proposed.
 * @returns the key of the reversal in the books; null when it was declined
 */
export function decideReversal(
  { transact }: Pick<Database, 'transact'>,
  { reversalId: id, confirm, userId, now }: DecideReversal,
): Promise<Result<{ key: string | null }, DecideReversalRefusal>> {
  return transact(async (tx): Promise<Result<{ key: string | null }, DecideReversalRefusal>> => {
    const proposed = await findReversal(tx, id)
    if (!proposed) return refuse({ code: 'unknown_reversal' })
    if (proposed.status !== 'proposed') return refuse({ code: 'already_decided' })
    if (confirm && proposed.proposedBy === userId) return refuse({ code: 'same_person' })
    const decided = await settleReversal(tx, { id, status: confirm ? 'confirmed' : 'declined', by: userId, at: now })
    if (!decided) return refuse({ code: 'already_decided' })
    const { postingKey: key, reason, amountFen, proposedBy } = proposed
    if (confirm) return await reversePosting(tx, { key, reason, by: userId, proposedBy, now })
    const detail = { reason, amountFen, proposedBy }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'reversal_declined', subject: key, detail, at: now })
    return accept({ key: null })
  })
}
