import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { agreeIfProposed, findTermsById } from '#db/queries/ledger/terms.server.ts'

/** Who speaks: the office, or a farm; always as one person. */
export type Speaker = { userId: string; farmId: string | null }

export type AgreeRefusal =
  | { code: 'unknown_terms' }
  | { code: 'not_proposed' }
  /** who proposes does not agree as well */
  | { code: 'same_person' }
  /** it names a producer, who alone can agree */
  | { code: 'producer_agrees' }
  /** its beginning has passed while it waited: it would be back-dated now */
  | { code: 'back_dated' }

/**
 * An agreement comes about: the producer it names agrees, or for one that names none a second person of the office. It holds for
 * orders placed from its beginning on; what was placed before keeps its terms.
 */
export function agreeTerms(
  { transact }: Pick<Database, 'transact'>,
  { termsId, by, now }: { termsId: string; by: Speaker; now: Date },
): Promise<Result<{ termsId: string }, AgreeRefusal>> {
  return transact(async (tx) => {
    const terms = await findTermsById(tx, termsId)
    if (!terms || (by.farmId !== null && terms.producerId !== by.farmId)) return refuse({ code: 'unknown_terms' })
    if (terms.status !== 'proposed') return refuse({ code: 'not_proposed' })
    if (terms.proposedBy === by.userId) return refuse({ code: 'same_person' })
    if (by.farmId === null && terms.producerId !== '') return refuse({ code: 'producer_agrees' })
    if (terms.effectiveFrom <= now) return refuse({ code: 'back_dated' })
    if (!(await agreeIfProposed(tx, { termsId, by: by.userId, at: now }))) return refuse({ code: 'not_proposed' })
    await insertAuditEntry(tx, {
      actorId: by.userId,
      actsFor: by.farmId ?? 'alliance',
      action: 'terms_agreed',
      subject: termsId,
      detail: { proposedBy: terms.proposedBy, effectiveFrom: terms.effectiveFrom.toISOString() },
      at: now,
    })
    return accept({ termsId })
  })
}
