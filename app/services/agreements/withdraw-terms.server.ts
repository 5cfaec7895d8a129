import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findTermsById, withdrawIfProposed } from '#db/queries/ledger/terms.server.ts'
import type { Speaker } from './agree-terms.server.ts'

export type WithdrawRefusal = { code: 'unknown_terms' } | { code: 'not_proposed' }

/**
 * A proposal is off: the office takes it back, or the producer it names declines. What has been agreed on is not withdrawn by
 * one side; a later agreement takes its place.
 */
export function withdrawTerms(
  { transact }: Pick<Database, 'transact'>,
  { termsId, by, now }: { termsId: string; by: Speaker; now: Date },
): Promise<Result<{ termsId: string }, WithdrawRefusal>> {
  return transact(async (tx) => {
    const terms = await findTermsById(tx, termsId)
    if (!terms || (by.farmId !== null && terms.producerId !== by.farmId)) return refuse({ code: 'unknown_terms' })
    if (!(await withdrawIfProposed(tx, termsId))) return refuse({ code: 'not_proposed' })
    const actsFor = by.farmId ?? 'alliance'
    await insertAuditEntry(tx, { actorId: by.userId, actsFor, action: 'terms_withdrawn', subject: termsId, detail: {}, at: now })
    return accept({ termsId })
  })
}
