import { addDays, shanghaiInstant } from '#app/domain/business-day.ts'
import { productId, variantId } from '#app/domain/catalog/catalog-ids.ts'
import { invariant } from '#app/domain/invariant.ts'
import { fen } from '#app/domain/money/fen.ts'
import { agreeTerms } from '#app/services/agreements/agree-terms.server.ts'
import { type ProposedTerms, proposeTerms } from '#app/services/agreements/propose-terms.server.ts'
import { setPricedByWeight } from '#app/services/catalog/set-priced-by-weight.server.ts'
import { createPromotion } from '#app/services/promotions/create-promotion.server.ts'
import { decideClaim } from '#app/services/reserve/decide-claim.server.ts'
import { proposeClaim } from '#app/services/reserve/propose-claim.server.ts'
import { receiveMatch } from '#app/services/reserve/receive-match.server.ts'
import { decideShare } from '#app/services/surplus/decide-share.server.ts'
import { proposeShare } from '#app/services/surplus/propose-share.server.ts'
import { receiveLicenceFee } from '#app/services/surplus/receive-licence-fee.server.ts'
import type { Database } from '#db/client.server.ts'
import { findFact, recordFact } from '#db/queries/facts.server.ts'
import { sumAccount } from '#db/queries/ledger/reserve.server.ts'
import { findAllTerms } from '#db/queries/ledger/terms.server.ts'
import { foundingRates } from '#db/seed/seed-terms.server.ts'
import { placeDemoOrder } from './place-demo-order.server.ts'

const clerk = 'user_office_control'
const second = 'user_office_second'
const treasurer = 'user_office_ledger'
const couponCode = 'XIAOXUE'
const couponBasket = [
  ['FQ-YAKBRISKET-2J', 1],
  ['HD-PURPLEPOTATO-10J', 1],
  ['LX-TEA-T50', 1],
] as const

type Day = { today: string; now: Date }

/**
 * Gives the demo an agreement that waits and one that was agreed on, a promotion of each funding and an order that used the
 * coupon, and moves the reserve and the surplus: all as the office and the farms would, today. Done once.
 */
export async function seedTermsDemo(db: Database, day: Day): Promise<void> {
  if ((await findFact(db.reader, 'terms_seeded_on')) !== null) return
  await seedAgreements(db, day)
  await seedPromotions(db, day)
  await seedReserve(db, day)
  await seedSurplus(db, day)
  await db.transact((tx) => recordFact(tx, 'terms_seeded_on', day.today))
}

const usual = {
  homeType: 'farm' as const,
  category: '',
  productId: '',
  effectiveUntil: null,
  ...foundingRates,
  floorFenPerKg: null,
  premiumShareBp: null,
}

/** The sauce’s farm has agreed to a lower fee; the orange village is asked for a higher floor (S1). Both from ten days on. */
async function seedAgreements(db: Database, { today, now }: Day): Promise<void> {
  const effectiveFrom = shanghaiInstant(addDays(today, 10))
  const propose = async (terms: ProposedTerms) => {
    const proposed = await proposeTerms(db, { proposed: terms, userId: clerk, now })
    return proposed.ok ? proposed.value.termsId : null
  }
  const lower = await propose({ ...usual, producerId: 'farm_lx', category: 'pantry', serviceBp: 300, effectiveFrom })
  if (lower !== null) await agreeTerms(db, { termsId: lower, by: { userId: 'user_farm_lx', farmId: 'farm_lx' }, now })
  const floor = { floorFenPerKg: fen(480), premiumShareBp: 4200 }
  await propose({ ...usual, ...floor, producerId: 'farm_hcun', productId: productId('HCUN-ORANGE'), effectiveFrom })
  invariant(
    (await findAllTerms(db.reader)).some(({ terms }) => terms.status === 'proposed'),
    'the demo has no proposal',
  )
}

/** A large basket is cheaper at the producers’ expense; who knows the code has ten yuan from the alliance, and somebody used it, with potatoes that are sold by weight. */
async function seedPromotions(db: Database, { today, now }: Day): Promise<void> {
  const span = { startsOn: today, endsOn: addDays(today, 30) }
  await createPromotion(db, {
    promotion: {
      ...span,
      code: couponCode,
      nameZh: '小雪暖锅券',
      nameEn: 'Light-snow hotpot coupon',
      fundedBy: 'alliance',
      off: { amountFen: fen(1000) },
      fromGoodsFen: fen(6000),
      uses: 200,
    },
    userId: clerk,
    now,
  })
  await createPromotion(db, {
    promotion: {
      ...span,
      code: null,
      nameZh: '满 400 减 5%',
      nameEn: '5% off from ¥400',
      fundedBy: 'producers',
      off: { rateBp: 500 },
      fromGoodsFen: fen(40_000),
      uses: null,
    },
    userId: clerk,
    now,
  })
  const byWeight = { farmId: 'farm_hd', userId: 'user_farm_hd', variantId: variantId('HD-PURPLEPOTATO-10J'), byWeight: true, now }
  await setPricedByWeight(db, byWeight)
  await placeDemoOrder(db, {
    id: 'demo_coupon',
    customerId: 'customer_07',
    storefrontId: 'alliance',
    leaderId: null,
    pickupPointId: null,
    items: couponBasket,
    on: today,
    at: now,
    fromOn: today,
    couponCode,
  })
}

/** The state has paid half of what it owes; hail was paid for, and a flooded field waits to be decided. */
async function seedReserve(db: Database, { now }: Day): Promise<void> {
  const dueFen = await sumAccount(db.reader, '1110')
  const half = fen(Math.floor(dueFen / 2))
  if (half > 0) await receiveMatch(db, { reference: `${now.getUTCFullYear()}H1`, amountFen: half, userId: treasurer, now })
  const hail = { farmId: 'farm_hd', amountFen: fen(4200), reason: '10 月冰雹打坏红薯地边棚', userId: clerk, now }
  const paid = await proposeClaim(db, hail)
  if (paid.ok) await decideClaim(db, { claimId: paid.value.claimId, pay: true, userId: second, now })
  await proposeClaim(db, { farmId: 'farm_xc', amountFen: fen(2600), reason: '山洪冲了菜地，补种一茬', userId: clerk, now })
}

/** A rebate by weight has been given; an outside shop has paid for the mark, and what to do with it waits to be decided. */
async function seedSurplus(db: Database, { today, now }: Day): Promise<void> {
  const year = today.slice(0, 4)
  const rebate = { kind: 'second_rebate' as const, basis: 'weight' as const, year, totalFen: fen(12_000), userId: treasurer, now }
  const proposed = await proposeShare(db, rebate)
  if (proposed.ok) await decideShare(db, { shareId: proposed.value.shareId, pay: true, userId: second, now })
  const fee = { reference: `LIC-${year}-01`, payer: '城南社区超市', amountFen: fen(30_000), userId: treasurer, now }
  await receiveLicenceFee(db, fee)
  await proposeShare(db, { kind: 'brand_fund', basis: 'sales', year, totalFen: fen(30_000), userId: treasurer, now })
}
