import type { Home } from './line-terms.ts'

/** Whom and what an agreement is for; '' means all of them. */
export type TermsScope = { homeType: Home['type']; producerId: string; category: string; productId: string }

/** What has been agreed, and from when until when; `effectiveUntil` itself is not included, null is until further notice. */
export type AgreedTerms = TermsScope & { effectiveFrom: Date; effectiveUntil: Date | null }

/** One sale: whose customer bought what from whom. */
export type Sale = { homeType: Home['type']; producerId: string; category: string; productId: string; at: Date }

/**
 * The one agreement a sale goes by: the narrowest that covers it and is in force. A product's stands before a category's,
 * that before a producer's, that before the home type's; an agreement that names several (a category of one producer) stands
 * before one that names only the narrowest of them. Agreements are never mixed: one is taken whole. Of two with the same
 * scope the one that began last holds; when it ends, the earlier one holds again.
 */
export function chooseTerms<Terms extends AgreedTerms>(agreed: readonly Terms[], sale: Sale): Terms | undefined {
  let best: Terms | undefined
  for (const terms of agreed) if (covers(terms, sale) && (!best || isNearer(terms, best))) best = terms
  return best
}

const covers = (terms: AgreedTerms, sale: Sale) =>
  terms.homeType === sale.homeType &&
  (terms.productId === '' || terms.productId === sale.productId) &&
  (terms.category === '' || terms.category === sale.category) &&
  (terms.producerId === '' || terms.producerId === sale.producerId) &&
  terms.effectiveFrom <= sale.at &&
  (terms.effectiveUntil === null || sale.at < terms.effectiveUntil)

/** The narrowest part weighs more than all wider ones together. */
const narrowness = ({ productId, category, producerId }: TermsScope) =>
  (productId === '' ? 0 : 4) + (category === '' ? 0 : 2) + (producerId === '' ? 0 : 1)

function isNearer(one: AgreedTerms, other: AgreedTerms): boolean {
  const byScope = narrowness(one) - narrowness(other)
  return byScope > 0 || (byScope === 0 && one.effectiveFrom > other.effectiveFrom)
}
