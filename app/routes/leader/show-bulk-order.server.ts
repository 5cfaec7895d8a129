import type { BulkRefusalShown } from '#app/components/office/leader/refusal.tsx'
import type { SheetRow } from '#app/components/office/leader/sheet-row.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { type BulkProblem, bulkProblem } from '#app/domain/ordering/bulk-problem.ts'
import { priceAt } from '#app/domain/pricing/price-ladder.ts'
import { db, now } from '#app/http/runtime.server.ts'
import type { TypedRow } from '#app/schemas/leader-order.ts'
import { quoteGoods } from '#app/services/ordering/quote-order.server.ts'
import { type BulkOfferRow, findBulkOffers } from '#db/queries/leader/offers.server.ts'
import type { LeaderProfile } from '#db/queries/leader/profile.server.ts'
import { findLeaderMoney } from '#db/queries/leader/statement.server.ts'
import { findNetwork, type Network } from '#db/queries/network/network.server.ts'
import { describeBulkQuote } from './describe-bulk-quote.ts'
import { invoiceOf } from './invoice-of.ts'
import { nameBulkRefusal, refusedRows } from './name-bulk-refusal.ts'
import type { BulkFieldProblems, BulkForm } from './read-bulk-form.server.ts'

type Answer = { fieldProblems?: BulkFieldProblems; refused?: Parameters<typeof nameBulkRefusal>[0]; isEmpty?: boolean }

/**
 * The order sheet as it stands: the rows the filter lets through and all in which something was typed, what is wrong with
 * each, and, when nothing is, what the whole would cost on each delivery day.
 */
export async function showBulkOrder(leader: LeaderProfile, form: BulkForm, answer: Answer = {}) {
  const { reader } = db()
  const at = now()
  const [offers, network, { owedFen }] = await Promise.all([
    findBulkOffers(reader, { today: businessDay(at), alsoIds: form.rows.map((row) => row.variantId) }),
    findNetwork(reader, at.getTime()),
    findLeaderMoney(reader, leader.leaderId),
  ])
  const problems = new Map([...rowProblems(form.rows, offers), ...refusedRows(answer.refused, offers)])
  const quote = problems.size === 0 && form.rows.length > 0 ? await quoteSheet(leader, form, offers, at) : null
  const refusal = answer.refused ?? (quote?.ok === false ? quote.refusal : undefined)
  return {
    quote: quote?.ok ? describeBulkQuote(quote.value, network) : null,
    whyNot: quote?.ok ? whyNotOf(quote.value.offers, offers, network) : {},
    rows: shownRows(offers, form),
    filter: form.filter,
    typed: Object.fromEntries(form.rows.map((row) => [row.variantId, row.typed])),
    problems: Object.fromEntries(problems),
    values: form.values,
    fieldProblems: answer.fieldProblems ?? {},
    refusal: refusal ? nameBulkRefusal(refusal, offers, network) : null,
    isEmpty: answer.isEmpty ?? false,
    points: [...network.pickupPoints.values()]
      .filter((point) => point.zoneId === leader.zoneId)
      .map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn, isOwn: id === leader.pickupPointId })),
    credit: { limitFen: leader.creditLimitFen, leftFen: Math.max(0, leader.creditLimitFen - owedFen) },
    invoice: invoiceOf(leader),
    communityZh: leader.communityZh,
    communityEn: leader.communityEn,
    /** another answer is another notice, which takes the focus again */
    version: at.getTime(),
  }
}

const byId = (offers: readonly BulkOfferRow[]) => new Map(offers.map((offer) => [offer.variantId, offer]))

/** What is wrong with each row that was typed in, by what is offered now and what was shown. */
export function rowProblems(rows: readonly TypedRow[], offers: readonly BulkOfferRow[]): Map<string, BulkProblem> {
  const offered = byId(offers)
  const problems = new Map<string, BulkProblem>()
  for (const { variantId, quantity, shown } of rows) {
    const offer = offered.get(variantId)
    if (quantity === null) {
      problems.set(variantId, { code: 'malformed' })
      continue
    }
    const isOffered = offer?.isOffered && offer.bulkMin !== null
    const problem = bulkProblem(isOffered ? { bulkMin: offer.bulkMin!, available: offer.available } : null, quantity)
    const isAsShown = offer && shown && priceAt(shown, quantity) === priceAt(offer.ladder, quantity)
    if (problem) problems.set(variantId, problem)
    else if (!isAsShown) problems.set(variantId, { code: 'price_changed' })
  }
  return problems
}

function quoteSheet(leader: LeaderProfile, { rows, values }: BulkForm, offers: readonly BulkOfferRow[], at: Date) {
  const offered = byId(offers)
  const wanted = rows.flatMap(({ variantId, quantity }) => {
    const offer = offered.get(variantId)
    return offer && quantity !== null ? [{ ...offer, quantity, seenPriceFen: priceAt(offer.ladder, quantity) }] : []
  })
  const delivery = { kind: 'pickup' as const, pickupPointId: values.pickupPointId ?? leader.pickupPointId, note: '' }
  return quoteGoods(db().reader, wanted, { delivery, waveId: values.waveId ?? null, leaderId: leader.leaderId, now: at })
}

type Offers = Extract<Awaited<ReturnType<typeof quoteSheet>>, { ok: true }>['value']['offers']

/** Why a day cannot be chosen, by wave. */
function whyNotOf(waves: Offers, offers: readonly BulkOfferRow[], network: Network) {
  const why: Record<string, BulkRefusalShown> = {}
  for (const { waveId, plan } of waves) if (!plan.ok) why[waveId] = nameBulkRefusal(plan.refusal, offers, network)
  return why
}

function shownRows(offers: readonly BulkOfferRow[], { rows, filter }: BulkForm): SheetRow[] {
  const typed = new Set(rows.map((row) => row.variantId))
  const sought = filter.q.toLowerCase()
  const matches = (offer: BulkOfferRow) =>
    offer.isOffered &&
    (filter.category === null || offer.category === filter.category) &&
    [offer.productZh, offer.productEn, offer.farmZh, offer.farmEn].some((name) => name?.toLowerCase().includes(sought))
  return offers
    .filter((offer) => typed.has(offer.variantId) || matches(offer))
    .map(({ variantId, category, productZh, productEn, sizeZh, sizeEn, farmZh, farmEn, bulkMin, available, ladder, isOffered }) => ({
      ...{ variantId, category, productZh, productEn, sizeZh, sizeEn, farmZh, farmEn, ladder },
      bulkMin: bulkMin ?? 1,
      available: isOffered ? available : 0,
    }))
}
