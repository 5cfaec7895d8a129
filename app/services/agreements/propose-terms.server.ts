import { CATEGORY_WORDS } from '#app/domain/catalog/product-sheet-words.ts'
import { checkTerms, type TermsRefusal } from '#app/domain/commission/check-terms.ts'
import type { TermsScope } from '#app/domain/commission/choose-terms.ts'
import type { TermsRates } from '#app/domain/commission/freeze-terms.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findProducer, findTermsProduct, hasSameStart, insertTerms } from '#db/queries/ledger/terms.server.ts'

export type ProposedTerms = TermsScope & TermsRates & { effectiveFrom: Date; effectiveUntil: Date | null }

export type ScopeRefusal =
  | { code: 'unknown_producer' }
  | { code: 'unknown_product' }
  | { code: 'unknown_category' }
  /** the product is another producer's, or in another category */
  | { code: 'scope_contradicts' }

export type ProposeRefusal = TermsRefusal | ScopeRefusal | { code: 'overlapping' }

/**
 * The office proposes an agreement. Nothing changes until somebody else agrees: the producer it names, or a second person of
 * the office where it is for all. A product's own producer is always named with it.
 */
export function proposeTerms(
  { transact }: Pick<Database, 'transact'>,
  { proposed, userId, now }: { proposed: ProposedTerms; userId: string; now: Date },
): Promise<Result<{ termsId: string }, ProposeRefusal>> {
  return transact(async (tx) => {
    const checked = checkTerms(proposed, now)
    if (!checked.ok) return checked
    const scope = await namedScope(tx, proposed)
    if (!scope.ok) return scope
    const terms = { ...proposed, ...scope.value }
    if (await hasSameStart(tx, terms)) return refuse({ code: 'overlapping' })
    const termsId = newId('trm')
    await insertTerms(tx, { ...terms, id: termsId, status: 'proposed', proposedBy: userId, agreedBy: '', agreedAt: null })
    const { effectiveFrom, effectiveUntil, ...detail } = terms
    await insertAuditEntry(tx, {
      actorId: userId,
      actsFor: 'alliance',
      action: 'terms_proposed',
      subject: termsId,
      detail: { ...detail, effectiveFrom: effectiveFrom.toISOString(), effectiveUntil: effectiveUntil?.toISOString() ?? null },
      at: now,
    })
    return accept({ termsId })
  })
}

/** The scope with the product's producer in it; every part of it must exist and belong together. */
async function namedScope(tx: Tx, { homeType, producerId, category, productId }: TermsScope): Promise<Result<TermsScope, ScopeRefusal>> {
  if (category !== '' && !Object.hasOwn(CATEGORY_WORDS, category)) return refuse({ code: 'unknown_category' })
  if (producerId !== '' && !(await findProducer(tx, producerId))) return refuse({ code: 'unknown_producer' })
  if (productId === '') return accept({ homeType, producerId, category, productId })
  const product = await findTermsProduct(tx, productId)
  if (!product) return refuse({ code: 'unknown_product' })
  const ofAnother = product.farmId !== null && producerId !== '' && product.farmId !== producerId
  if (ofAnother || (category !== '' && product.category !== category)) return refuse({ code: 'scope_contradicts' })
  return accept({ homeType, producerId: product.farmId ?? producerId, category, productId })
}
