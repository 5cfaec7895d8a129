import type { BulkRefusalShown } from '#app/components/office/leader/refusal.tsx'
import type { BulkProblem } from '#app/domain/ordering/bulk-problem.ts'
import type { BulkRefusal } from '#app/services/leader/place-bulk-order.server.ts'
import type { BulkOfferRow } from '#db/queries/leader/offers.server.ts'
import type { Network } from '#db/queries/network/network.server.ts'

const variantsOf = (refusal: BulkRefusal): string[] =>
  'variantIds' in refusal ? refusal.variantIds : 'variantId' in refusal ? [refusal.variantId] : []

/** A refusal with the names its sentence needs. */
export function nameBulkRefusal(refusal: BulkRefusal, offers: readonly BulkOfferRow[], { farms }: Network): BulkRefusalShown {
  const concerned = new Set(variantsOf(refusal))
  const products = offers
    .filter((offer) => concerned.has(offer.variantId))
    .map(({ productZh, productEn }) => ({ zh: productZh, en: productEn }))
  const farm = refusal.code === 'no_wave_for_farm' ? farms.get(refusal.farmId) : undefined
  return {
    code: refusal.code,
    names: farm ? [{ zh: farm.nameZh, en: farm.nameEn }] : products,
    amountFen: refusal.code === 'over_credit_limit' ? refusal.limitFen : refusal.code === 'total_risen' ? refusal.totalFen : 0,
  }
}

/** The rows a refused order comes back at, with what is wrong there. */
export function refusedRows(refusal: BulkRefusal | undefined, offers: readonly BulkOfferRow[]): [string, BulkProblem][] {
  if (!refusal) return []
  const problem = problemOf(refusal)
  const known = new Set(offers.map((offer) => offer.variantId))
  return problem
    ? variantsOf(refusal)
        .filter((id) => known.has(id))
        .map((id) => [id, problem])
    : []
}

function problemOf(refusal: BulkRefusal): BulkProblem | null {
  switch (refusal.code) {
    case 'price_changed':
      return { code: 'price_changed' }
    case 'delisted':
    case 'part_delisted':
    case 'not_offered':
      return { code: 'not_offered' }
    case 'below_minimum':
      return { code: 'below_minimum', minimum: refusal.minimum }
    case 'not_enough':
      return { code: 'not_enough', available: refusal.available }
    default:
      return null
  }
}
