import { earningLeaderId } from '#app/domain/commission/leader-commission.ts'
import type { Home } from '#app/domain/commission/line-terms.ts'
import { invariant } from '#app/domain/invariant.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { ChosenPromotions, CodeRefusal } from '#app/domain/pricing/choose-promotions.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { OrderPlan, PlanRefusal } from '#app/domain/routing/plan-order.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { newId } from '#db/new-id.server.ts'
import { claimUse } from '#db/queries/catalog/promotions.server.ts'
import { findCredit } from '#db/queries/customers/customer-credit.server.ts'
import { findKnownPlaces } from '#db/queries/delivery/known-places.server.ts'
import { findNetwork } from '#db/queries/network/network.server.ts'
import { holdInLot } from '#db/queries/ordering/goods.server.ts'
import * as placement from '#db/queries/ordering/placement.server.ts'
import { claimWavePlace, countAtPoint } from '#db/queries/ordering/wave-places.server.ts'
import { confirmOrder } from './confirm-order.server.ts'
import { draftOrder } from './draft-order.server.ts'
import { findReductions } from './find-reductions.server.ts'
import type { Swap } from './open-bundles.server.ts'
import { type BasketRefusal, readOrderFacts } from './order-facts.server.ts'
import { asOfBundle, type GoodsRefusal, planGoods } from './plan-goods.ts'
import { recallDoor } from './recall-door.server.ts'
import { type Destination, type PlaceRefusal, type ResolvedPlace, resolvePlace } from './resolve-place.ts'
import { creditTowards, spendCredit } from './spend-credit.server.ts'

export type PlaceOrder = {
  /** the form's own key: sending it twice places one order */
  placementKey: string
  basketId: string
  customer: { customerId: string | null; userId: string | null; name: string; phone: string; email: string | null }
  delivery: Destination
  /** the delivery the customer chose; farms that need longer come in a later one */
  waveId: string
  substitution: 'call' | 'similar' | 'refund'
  /** a leader may pay later: by transfer, or when the goods are handed over */
  payment: 'online' | 'on_account' | 'on_pickup'
  leaderId: string | null
  /** parts of its bundles for which another size comes, as one week of a subscription asks */
  swaps?: readonly Swap[]
  /** a promotion's code, as typed */
  couponCode?: string | null
  /** a known customer's credit pays as much of it as it can; not on account */
  useCredit?: boolean
  /** what the page showed was to be paid, after credit: an order that would cost more is asked about, not placed; absent where nothing was shown */
  agreedTotalFen?: Fen
  locale: 'zh-CN' | 'en'
  /** until when it is held for its payment, where that is asked for by a link; absent: as long as a payment page is open */
  holdUntil?: Date
  now: Date
}

export type Placed = { orderId: string; paymentId: string | null; totalFen: Fen; alreadyPlaced: boolean }

export type PlaceOrderRefusal =
  | BasketRefusal
  | PlaceRefusal
  | GoodsRefusal
  | CodeRefusal
  | { code: 'price_changed'; variantIds: string[] }
  | { code: 'total_risen'; totalFen: Fen }
  | { code: 'over_credit_limit'; limitFen: Fen }
  | { code: 'basket_gone' }

/**
 * Turns a basket into an order that awaits payment, all or nothing: takes its bundles apart, routes every line, holds the stock,
 * claims a place in each wave, freezes the terms and what promotions take off each line. A leader's order paid later is confirmed at once, up to
 * the credit limit, and so is one that the customer's own credit pays whole.
 * The same placement key places one order, however often it is sent.
 */
export async function placeOrder({ reader, transact }: Database, order: PlaceOrder): Promise<Result<Placed, PlaceOrderRefusal>> {
  const network = await findNetwork(reader, order.now.getTime())
  const { customerId: whose } = order.customer
  const place = resolvePlace(await recallDoor(reader, { customerId: whose, destination: order.delivery }), network)
  if (!place.ok) return place
  const known = await findKnownPlaces(reader, network, { zoneId: place.value.zoneId, now: order.now })

  return transact(async (tx) => {
    const placed = (await placement.findPlacement(tx, { placementKey: order.placementKey }))[0]
    if (placed) {
      return placed.basketId === order.basketId
        ? accept({ orderId: placed.orderId, paymentId: placed.paymentId, totalFen: placed.totalFen, alreadyPlaced: true })
        : refuse({ code: 'basket_gone' })
    }
    const basket = await placement.findBasket(tx, { basketId: order.basketId, customerId: order.customer.customerId })
    if (!basket) return refuse({ code: 'basket_gone' })

    const read = await readOrderFacts(tx, {
      basketId: basket.id,
      place: place.value,
      known,
      bulk: order.leaderId !== null,
      ...(order.swaps ? { swaps: order.swaps } : {}),
      network,
      now: order.now,
    })
    if (!read.ok) return read
    const { items, bundles, bundleOf, changedIds, greenYears } = read.value
    if (changedIds.length > 0) return refuse({ code: 'price_changed', variantIds: changedIds })
    const plan = planGoods(read.value, order.waveId, order.now)
    if (!plan.ok) return plan
    const { leaderId, couponCode = null, now } = order
    const reductions = await findReductions(tx, { items, couponCode, leaderId, now })
    if (!reductions.ok) return reductions

    const { customerId, home } = await buyerOf(tx, order, basket.storefrontId)
    const leader = leaderId === null ? null : await placement.findLeader(tx, { leaderId, customerId })
    if (leader === undefined) return refuse({ code: 'basket_gone' })
    const creditFen = order.useCredit === true && order.payment === 'online' ? await findCredit(tx, customerId) : fen(0)
    const rows = draftOrder(order, {
      basket,
      customerId,
      place: place.value,
      plan: plan.value,
      items,
      bundles,
      home,
      earningLeaderId: earningLeaderId(leader),
      invoice: invoiceOf(leader),
      agreements: await placement.findTerms(tx, { homeType: home.type, now }),
      greenYears,
      promotions: reductions.value,
      creditOf: (totalFen) => creditTowards(creditFen, totalFen),
    })
    const { id: orderId, totalFen, creditFen: spentFen = fen(0) } = rows.order
    const toPayFen = fen(totalFen - spentFen)
    if (toPayFen > (order.agreedTotalFen ?? toPayFen)) return refuse({ code: 'total_risen', totalFen: toPayFen })
    const limit = await overLimit(tx, order, leader, totalFen)
    if (limit) return limit
    const used = await takePromotions(tx, reductions.value)
    if (!used.ok) return used
    await placement.insertOrder(tx, rows)
    if (order.customer.customerId !== null) await keepAddress(tx, order, customerId, place.value)
    const claimed = await claim(tx, { plan: plan.value, point: network.pickupPoints.get(place.value.pickupPointId ?? '') ?? null, now })
    if (!claimed.ok) return refuse(asOfBundle(claimed.refusal, bundleOf))
    const isPaid = spentFen > 0 && toPayFen === 0
    if (spentFen > 0) {
      const couponFen = isPaid ? (reductions.value.coupon?.offFen ?? fen(0)) : fen(0)
      const spent = await spendCredit(tx, { orderId, customerId, creditFen: spentFen, couponFen, now })
      if (!spent) return refuse({ code: 'total_risen', totalFen })
    }
    if (order.payment !== 'online') await confirmOrder(tx, { orderId, paidFen: null, now })
    if (isPaid) await confirmOrder(tx, { orderId, paidFen: 'credit', now })
    return accept({ orderId, paymentId: rows.payment?.id ?? null, totalFen, alreadyPlaced: false })
  })
}

/** As the enterprise is billed today: what is amended later is for later orders. */
const invoiceOf = (leader: Awaited<ReturnType<typeof placement.findLeader>> | null) =>
  leader?.kind === 'enterprise' ? { title: leader.invoiceTitle, taxNumber: leader.taxNumber } : { title: '', taxNumber: '' }

/** Promotions of limited uses are used up one by one. */
async function takePromotions(tx: Tx, { discount, coupon }: ChosenPromotions): Promise<Result<null, CodeRefusal>> {
  for (const applied of [discount, coupon]) {
    if (!applied || applied.promotion.usesLeft === null) continue
    if (!(await claimUse(tx, applied.promotion.id))) return refuse({ code: 'coupon_used_up' })
  }
  return accept(null)
}

/** Where a known customer had it brought fills the form the next time. */
async function keepAddress(tx: Tx, { customer, delivery, now }: PlaceOrder, customerId: string, place: ResolvedPlace) {
  if (delivery.kind !== 'door') return
  const { districtId, street } = delivery
  const { lat, lon } = place
  const placedBy = place.placedBy === 'pickup_point' ? 'district' : place.placedBy
  const contact = { recipient: customer.name, phone: customer.phone }
  await placement.saveAddress(tx, { id: newId('adr'), customerId, ...contact, districtId, street, lat, lon, placedBy, usedAt: now })
}

/** A known customer keeps their home; a guest becomes a customer of the shop whose basket this is. */
async function buyerOf(tx: Tx, { customer, now }: PlaceOrder, storefrontId: string): Promise<{ customerId: string; home: Home }> {
  if (customer.customerId !== null) {
    const home = await placement.findHome(tx, customer.customerId)
    invariant(home, `customer ${customer.customerId} has no home`)
    return { customerId: customer.customerId, home }
  }
  const home: Home = { type: storefrontId === 'alliance' ? 'alliance' : 'farm', id: storefrontId }
  const customerId = newId('cus')
  await placement.insertCustomer(tx, {
    id: customerId,
    userId: customer.userId,
    name: customer.name,
    phone: customer.phone,
    email: customer.email,
    homeType: home.type,
    homeId: home.id,
    createdAt: now,
  })
  return { customerId, home }
}

async function overLimit(tx: Tx, { payment }: PlaceOrder, leader: { id: string; creditLimitFen: Fen } | null, totalFen: Fen) {
  if (payment === 'online') return null
  const limitFen = leader?.creditLimitFen ?? fen(0)
  const owedFen = leader === null ? 0 : await placement.sumPaidLater(tx, leader.id)
  return leader === null || owedFen + totalFen > limitFen ? refuse({ code: 'over_credit_limit', limitFen }) : null
}

type Claim = { plan: OrderPlan; point: { id: string; capacityOrders: number } | null; now: Date }

/**
 * Takes the places and the stock; in a fixed order, so that two orders never wait for one another. Whoever holds a wave's place
 * counts a pick-up point's orders alone, this one among them.
 */
async function claim(tx: Tx, { plan, point, now }: Claim): Promise<Result<null, PlanRefusal>> {
  for (const waveId of plan.waves.map((wave) => wave.waveId).sort()) {
    if (!(await claimWavePlace(tx, { waveId, now }))) return refuse({ code: 'wave_full', waveId })
  }
  const atPoint = point === null ? null : await countAtPoint(tx, point.id)
  const full = plan.waves.find(({ waveId }) => point !== null && (atPoint?.get(waveId) ?? 0) > point.capacityOrders)
  if (full) return refuse({ code: 'wave_full', waveId: full.waveId })
  const holds = plan.parts.flatMap((part) => part.lots.map((lot) => ({ ...lot, variantId: part.variantId })))
  for (const hold of holds.sort((a, b) => (a.lotId < b.lotId ? -1 : 1))) {
    if (!(await holdInLot(tx, hold))) return refuse({ code: 'not_enough', variantId: hold.variantId, available: 0 })
  }
  return accept(null)
}
