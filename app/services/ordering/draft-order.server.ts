import { type AgreedTerms, chooseTerms } from '#app/domain/commission/choose-terms.ts'
import { floorOf, freezeTerms, type TermsRates } from '#app/domain/commission/freeze-terms.ts'
import type { Home, LineTerms } from '#app/domain/commission/line-terms.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { invariant } from '#app/domain/invariant.ts'
import { allocate } from '#app/domain/money/allocate.ts'
import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'
import { type BoughtBundle, itemKeyOf } from '#app/domain/ordering/expand-bundles.ts'
import { type ChosenPromotions, reductionsOf } from '#app/domain/pricing/choose-promotions.ts'
import { reduceLines } from '#app/domain/pricing/reduce-lines.ts'
import type { OrderPlan } from '#app/domain/routing/plan-order.ts'
import { newId, randomDigits, randomText } from '#db/new-id.server.ts'
import type { PricedItem } from './order-facts.server.ts'
import type { ResolvedPlace } from './resolve-place.ts'

/** How long stock is held for a payment. The processor's session is expired before the stock goes back (expire-orders). */
const holdMs = 35 * 60_000

/** What the customer asked for, as far as it is written down. */
type Asked = {
  placementKey: string
  customer: { name: string; phone: string }
  delivery: { note: string }
  substitution: 'call' | 'similar' | 'refund'
  payment: 'online' | 'on_account' | 'on_pickup'
  leaderId: string | null
  locale: 'zh-CN' | 'en'
  /** until when it is held for its payment; absent: as long as a payment page is open */
  holdUntil?: Date
  now: Date
}
type Agreement = AgreedTerms & TermsRates & { id: string }

type Decided = {
  basket: { id: string; storefrontId: string }
  customerId: string
  place: ResolvedPlace
  plan: OrderPlan
  items: readonly PricedItem[]
  bundles: readonly BoughtBundle[]
  home: Home
  /** who earns as its leader, if anybody does */
  earningLeaderId: string | null
  /** in whose name it is billed; empty for everyone but an enterprise */
  invoice: { title: string; taxNumber: string }
  /** those in force for the home's type */
  agreements: readonly Agreement[]
  greenYears: ReadonlyMap<string, number>
  promotions: ChosenPromotions
  /** how much of a total the customer's credit pays */
  creditOf: (totalFen: Fen) => Fen
}

/** The rows of an order as it has been decided: nothing is asked, nothing is written. */
export function draftOrder(order: Asked, decided: Decided) {
  const orderId = newId('ord')
  const { basket, customerId, place, plan, promotions, bundles } = decided
  const lines = draftLines(order, decided, orderId)
  const { deliveryFen, directFen } = plan.price
  const goodsFen = sumFen(lines.map((line) => fen(line.amountFen - line.discountFen - line.couponFen)))
  const totalFen = fen(goodsFen + deliveryFen)
  const creditFen = decided.creditOf(totalFen)
  return {
    order: {
      id: orderId,
      number: randomText(8).toUpperCase(),
      placementKey: order.placementKey,
      basketId: basket.id,
      customerId,
      storefrontId: basket.storefrontId,
      leaderId: order.leaderId,
      invoiceTitle: decided.invoice.title,
      taxNumber: decided.invoice.taxNumber,
      status: 'awaiting_payment' as const,
      payment: order.payment,
      substitution: order.substitution,
      delivery: place.kind,
      zoneId: place.zoneId,
      pickupPointId: place.pickupPointId,
      goodsFen,
      deliveryFen,
      deliveryFees: plan.price.deliveries,
      totalFen,
      promotionId: promotions.discount?.promotion.id ?? null,
      couponId: promotions.coupon?.promotion.id ?? null,
      creditFen,
      directFen,
      locale: order.locale,
      placedAt: order.now,
      expiresAt: order.holdUntil ?? new Date(order.now.getTime() + holdMs),
      paidAt: null,
      completedAt: null,
    },
    contact: {
      orderId,
      recipient: order.customer.name,
      phone: order.customer.phone,
      addressZh: place.addressZh,
      addressEn: place.addressEn,
      placeKey: place.placeKey,
      lat: place.lat,
      lon: place.lon,
      note: order.delivery.note,
      placedBy: place.placedBy,
      pickupCode: randomDigits(4),
    },
    lines,
    bundles: bundles.map((bundle) => ({ orderId, ...bundle })),
    lots: plan.parts.flatMap((part, index) =>
      part.lots.map((lot) => ({ lineId: lines[index]!.id, lotId: lot.lotId, orderId, quantity: lot.quantity })),
    ),
    event: { id: newId('evt'), orderId, kind: 'placed' as const, farmId: null, at: order.now },
    payment: order.payment !== 'online' || totalFen === creditFen ? null : draftPayment(orderId, fen(totalFen - creditFen), order.now),
  }
}

function draftLines(order: Asked, { plan, items, promotions, ...decided }: Decided, orderId: string) {
  const itemOf = new Map(items.map((item) => [itemKeyOf(item), item]))
  const amounts = plan.parts.map((part) => fen(itemOf.get(itemKeyOf(part))!.unitPriceFen * part.quantity))
  const bundled = offByBundles(plan, itemOf, amounts)
  const reduced = reduceLines(
    amounts.map((amountFen, position) => fen(amountFen - bundled[position]!)),
    reductionsOf(promotions),
  )
  return plan.parts.map((part, position) => {
    const item = itemOf.get(itemKeyOf(part))!
    const { discountFen, couponFen } = reduced[position]!
    return {
      id: newId('lin'),
      orderId,
      position,
      farmId: part.farmId,
      waveId: part.waveId,
      productId: item.productId,
      variantId: part.variantId,
      quantity: part.quantity,
      unitPriceFen: item.unitPriceFen,
      amountFen: amounts[position]!,
      discountFen: fen(bundled[position]! + discountFen),
      couponFen,
      netWeightG: item.netWeightG * part.quantity,
      grossWeightG: item.grossWeightG * part.quantity,
      volumeMl: item.volumeMl * part.quantity,
      storage: item.storage,
      terms: termsOf(order, decided, item, part.farmId),
      pricedByWeight: item.pricedByWeight,
      status: 'placed' as const,
      deliveredAt: null,
      acceptedAt: null,
    }
  })
}

/** What the bundles take off each line: an item that several farms fill is reduced by what each sends. */
function offByBundles({ parts }: OrderPlan, itemOf: ReadonlyMap<string, PricedItem>, amounts: readonly Fen[]): Fen[] {
  const off = amounts.map(() => fen(0))
  const positions = groupBy(parts.keys(), (position) => itemKeyOf(parts[position]!))
  for (const [key, ofItem] of positions) {
    const { offFen } = itemOf.get(key)!
    if (offFen === 0) continue
    const shares = allocate(
      offFen,
      ofItem.map((position) => amounts[position]!),
    )
    ofItem.forEach((position, index) => {
      off[position] = shares[index]!
    })
  }
  return off
}

/** The narrowest agreement on this farm's sale of this product, as it stands now. */
function termsOf(
  { now }: Asked,
  { home, earningLeaderId: leaderId, agreements, greenYears }: Pick<Decided, 'home' | 'earningLeaderId' | 'agreements' | 'greenYears'>,
  item: PricedItem,
  producerId: string,
): LineTerms {
  const { productId, category } = item
  const agreed = chooseTerms(agreements, { homeType: home.type, producerId, category, productId, at: now })
  invariant(agreed, `no commission terms are in force for ${home.type} homes`)
  return freezeTerms(agreed, { home, leaderId, greenYears: greenYears.get(producerId) ?? 0, productFloor: floorOf(item) })
}

const draftPayment = (orderId: string, amountFen: Fen, createdAt: Date) => ({
  id: newId('pay'),
  orderId,
  status: 'opening' as const,
  amountFen,
  sessionId: null,
  url: null,
  paymentIntentId: null,
  chargeId: null,
  feeFen: null,
  createdAt,
  succeededAt: null,
})
