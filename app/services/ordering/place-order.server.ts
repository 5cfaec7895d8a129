import type { Home, LineTerms } from '#app/domain/commission/line-terms.ts'
import { invariant } from '#app/domain/invariant.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { type OrderPlan, type PlanRefusal, planOrder } from '#app/domain/routing/plan-order.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { newId, randomDigits, randomText } from '#db/new-id.server.ts'
import { findNetwork } from '#db/queries/network.server.ts'
import * as placement from '#db/queries/placement.server.ts'
import { confirmOrder } from './confirm-order.server.ts'
import { type BasketRefusal, type PricedItem, readOrderFacts } from './order-facts.server.ts'
import { type Destination, type PlaceRefusal, type ResolvedPlace, resolvePlace } from './resolve-place.ts'

export type PlaceOrder = {
  /** the form's own key: sending it twice places one order */
  placementKey: string
  basketId: string
  customer: { customerId: string | null; userId: string | null; name: string; phone: string; email: string | null }
  delivery: Destination
  /** the delivery the customer chose; farms that need longer come in a later one */
  waveId: string
  substitution: 'call' | 'similar' | 'refund'
  payment: 'online' | 'on_account'
  leaderId: string | null
  /** what the page showed: an order that would cost more is asked about, not placed; absent where nothing was shown */
  agreedTotalFen?: Fen
  locale: 'zh-CN' | 'en'
  now: Date
}

export type Placed = { orderId: string; paymentId: string | null; totalFen: Fen; alreadyPlaced: boolean }

export type PlaceOrderRefusal =
  | BasketRefusal
  | PlaceRefusal
  | PlanRefusal
  | { code: 'price_changed'; variantIds: string[] }
  | { code: 'total_risen'; totalFen: Fen }
  | { code: 'over_credit_limit'; limitFen: Fen }
  | { code: 'basket_gone' }

/** How long stock is held for a payment. The processor's session is expired before the stock goes back (expire-orders). */
const holdMs = 35 * 60_000

/**
 * Turns a basket into an order that awaits payment, all or nothing: routes every line, holds the stock, claims a place in
 * each wave, freezes the terms. A leader's order on account is confirmed at once, up to the credit limit.
 * The same placement key places one order, however often it is sent.
 */
export async function placeOrder({ reader, transact }: Database, order: PlaceOrder): Promise<Result<Placed, PlaceOrderRefusal>> {
  const network = await findNetwork(reader, order.now.getTime())
  const place = resolvePlace(order.delivery, network)
  if (!place.ok) return place

  return transact(async (tx) => {
    const known = (await placement.findPlacement(tx, { placementKey: order.placementKey }))[0]
    if (known) {
      return known.basketId === order.basketId
        ? accept({ orderId: known.orderId, paymentId: known.paymentId, totalFen: known.totalFen, alreadyPlaced: true })
        : refuse({ code: 'basket_gone' })
    }
    const basket = await placement.findBasket(tx, { basketId: order.basketId, customerId: order.customer.customerId })
    if (!basket) return refuse({ code: 'basket_gone' })

    const { zoneId, kind } = place.value
    const read = await readOrderFacts(tx, {
      basketId: basket.id,
      zoneId,
      delivery: kind,
      bulk: order.leaderId !== null,
      network,
      now: order.now,
    })
    if (!read.ok) return read
    const { items, facts } = read.value
    const changed = items.filter((item) => item.seenPriceFen !== item.unitPriceFen)
    if (changed.length > 0) return refuse({ code: 'price_changed', variantIds: changed.map((item) => item.variantId) })
    const plan = planOrder(facts, order.waveId, order.now)
    if (!plan.ok) return plan
    const { totalFen } = plan.value.price
    if (totalFen > (order.agreedTotalFen ?? totalFen)) return refuse({ code: 'total_risen', totalFen })

    const { customerId, home } = await buyerOf(tx, order, basket.storefrontId)
    const limit = await overLimit(tx, order, customerId, totalFen)
    if (limit) return limit
    const terms = await termsFor(tx, home, order)
    const rows = orderRows(order, { basket, customerId, place: place.value, plan: plan.value, items, terms })
    await placement.insertOrder(tx, rows)
    if (order.customer.customerId !== null) await keepAddress(tx, order, customerId, place.value)
    const claimed = await claim(tx, plan.value, order.now)
    if (!claimed.ok) return claimed
    const orderId = rows.order.id
    if (order.payment === 'on_account') await confirmOrder(tx, { orderId, paidFen: null, now: order.now })
    return accept({ orderId, paymentId: rows.payment?.id ?? null, totalFen: rows.order.totalFen, alreadyPlaced: false })
  })
}

/** Where a known customer had it brought fills the form the next time. */
async function keepAddress(tx: Tx, { customer, delivery, now }: PlaceOrder, customerId: string, { lat, lon }: ResolvedPlace) {
  if (delivery.kind !== 'door') return
  const { districtId, street } = delivery
  const contact = { recipient: customer.name, phone: customer.phone }
  await placement.saveAddress(tx, { id: newId('adr'), customerId, ...contact, districtId, street, lat, lon, usedAt: now })
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

async function overLimit(tx: Tx, order: PlaceOrder, customerId: string, totalFen: Fen) {
  if (order.leaderId === null) return order.payment === 'on_account' ? refuse({ code: 'over_credit_limit', limitFen: fen(0) }) : null
  const leader = await placement.findLeader(tx, { leaderId: order.leaderId, customerId })
  if (!leader) return refuse({ code: 'basket_gone' })
  if (order.payment === 'online') return null
  const owedFen = await placement.sumOnAccount(tx, leader.id)
  return owedFen + totalFen > leader.creditLimitFen ? refuse({ code: 'over_credit_limit', limitFen: leader.creditLimitFen }) : null
}

async function termsFor(tx: Tx, home: Home, order: PlaceOrder): Promise<Omit<LineTerms, 'floor'>> {
  const agreed = (await placement.findTerms(tx, { homeType: home.type, now: order.now }))[0]
  invariant(agreed, `no commission terms are in force for ${home.type} homes`)
  const { id, distributionBp, leaderBp, serviceBp, vatInServiceBp, brandBp } = agreed
  const reserveFenPerKg = fen(agreed.reserveFenPerKg)
  return { termsId: id, home, leaderId: order.leaderId, distributionBp, leaderBp, serviceBp, vatInServiceBp, brandBp, reserveFenPerKg }
}

type Decided = {
  basket: { id: string; storefrontId: string }
  customerId: string
  place: ResolvedPlace
  plan: OrderPlan
  items: PricedItem[]
  terms: Omit<LineTerms, 'floor'>
}

function orderRows(order: PlaceOrder, { basket, customerId, place, plan, items, terms }: Decided) {
  const orderId = newId('ord')
  const { price } = plan
  const itemOf = new Map(items.map((item) => [item.variantId, item]))
  const lines = plan.parts.map((part, position) => {
    const item = itemOf.get(part.variantId)!
    const floor = item.floorFenPerKg === null ? null : { floorFenPerKg: item.floorFenPerKg, premiumShareBp: item.premiumShareBp ?? 0 }
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
      amountFen: fen(item.unitPriceFen * part.quantity),
      netWeightG: item.netWeightG * part.quantity,
      grossWeightG: item.grossWeightG * part.quantity,
      volumeMl: item.volumeMl * part.quantity,
      storage: item.storage,
      terms: { ...terms, floor },
      status: 'placed' as const,
      deliveredAt: null,
      acceptedAt: null,
    }
  })
  return {
    order: {
      id: orderId,
      number: randomText(8).toUpperCase(),
      placementKey: order.placementKey,
      basketId: basket.id,
      customerId,
      storefrontId: basket.storefrontId,
      leaderId: order.leaderId,
      status: 'awaiting_payment' as const,
      payment: order.payment,
      substitution: order.substitution,
      delivery: place.kind,
      zoneId: place.zoneId,
      pickupPointId: place.pickupPointId,
      goodsFen: price.goodsFen,
      deliveryFen: price.deliveryFen,
      totalFen: price.totalFen,
      directFen: price.directFen,
      locale: order.locale,
      placedAt: order.now,
      expiresAt: new Date(order.now.getTime() + holdMs),
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
      pickupCode: randomDigits(4),
    },
    lines,
    lots: plan.parts.flatMap((part, index) =>
      part.lots.map((lot) => ({ lineId: lines[index]!.id, lotId: lot.lotId, orderId, quantity: lot.quantity })),
    ),
    event: { id: newId('evt'), orderId, kind: 'placed' as const, farmId: null, at: order.now },
    payment:
      order.payment === 'on_account'
        ? null
        : {
            id: newId('pay'),
            orderId,
            status: 'opening' as const,
            amountFen: price.totalFen,
            sessionId: null,
            url: null,
            paymentIntentId: null,
            chargeId: null,
            feeFen: null,
            createdAt: order.now,
            succeededAt: null,
          },
  }
}

/** Takes the places and the stock; in a fixed order, so that two orders never wait for one another. */
async function claim(tx: Tx, plan: OrderPlan, now: Date): Promise<Result<null, PlanRefusal>> {
  for (const waveId of plan.waves.map((wave) => wave.waveId).sort()) {
    if (!(await placement.claimWavePlace(tx, { waveId, now }))) return refuse({ code: 'wave_full', waveId })
  }
  const holds = plan.parts.flatMap((part) => part.lots.map((lot) => ({ ...lot, variantId: part.variantId })))
  for (const hold of holds.sort((a, b) => (a.lotId < b.lotId ? -1 : 1))) {
    if (!(await placement.holdInLot(tx, hold))) return refuse({ code: 'not_enough', variantId: hold.variantId, available: 0 })
  }
  return accept(null)
}
