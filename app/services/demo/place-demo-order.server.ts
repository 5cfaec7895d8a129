import { variantId } from '#app/domain/catalog/catalog-ids.ts'
import { invariant } from '#app/domain/invariant.ts'
import { fen } from '#app/domain/money/fen.ts'
import { chargeFee } from '#app/integrations/stripe/sandbox/objects/charge-fee.server.ts'
import { PAYMENT_METHODS } from '#app/integrations/stripe/sandbox/objects/name-payment-method.server.ts'
import { changeBasket } from '#app/services/ordering/change-basket.server.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import { receivePayment } from '#app/services/ordering/receive-payment.server.ts'
import { noteCharge } from '#app/services/payments/note-charge.server.ts'
import type { Database } from '#db/client.server.ts'
import { setSeenPrice } from '#db/queries/ordering/basket-writes.server.ts'
import { findPayment } from '#db/queries/ordering/confirmation.server.ts'
import { findTiers, findWanted } from '#db/queries/ordering/goods.server.ts'
import { findPlacement } from '#db/queries/ordering/placement.server.ts'
import { findOpenWaves } from '#db/queries/ordering/wave-places.server.ts'
import { customers, type SeedCustomer } from '#db/seed/data/customers.ts'
import { leaders } from '#db/seed/data/people.ts'
import { districts, pickupPoints } from '#db/seed/data/places.ts'
import type { DemoOrder } from '#db/seed/demo-orders.ts'
import { neighbours } from '#db/seed/neighbours.ts'

const everyone = [...customers, ...neighbours.map((neighbour) => neighbour.customer)]
const paidAfterMs = 3 * 60_000
const availableAfterMs = 2 * 24 * 60 * 60_000

/**
 * Places one demo order as its customer would have, at its own time: fills a basket, chooses its delivery, pays online,
 * or as a leader with credit orders on account. What is not in stock is left out. Placing it again finds it.
 * @returns the order, or null when nothing of it could be had
 */
export async function placeDemoOrder(db: Database, order: DemoOrder): Promise<{ orderId: string; onAccount: boolean } | null> {
  const customer = everyone.find(({ id }) => id === order.customerId)
  invariant(customer, `the demo has no ${order.customerId}`)
  const leader = leaders.find(({ id, customerId }) => id === order.leaderId && customerId === customer.id)
  const payment = leader && leader.creditLimitFen > 0 ? 'on_account' : 'online'
  const [known] = await findPlacement(db.reader, { placementKey: order.id })
  const placed = known ?? (await place(db, order, customer, { leaderId: leader?.id ?? null, payment }))
  if (placed === null) return null
  if (placed.paymentId !== null) await payDemoOrder(db, order, placed.paymentId)
  return { orderId: placed.orderId, onAccount: payment === 'on_account' }
}

type Paying = { leaderId: string | null; payment: 'online' | 'on_account' }

async function place(db: Database, order: DemoOrder, customer: SeedCustomer, { leaderId, payment }: Paying) {
  const basketId = await fillBasket(db, order)
  if (basketId === null) return null
  if (leaderId !== null) await seeStepPrices(db, basketId)
  const { id: customerId, name, phone, email, districtId, street, lat, lon } = customer
  const point = pickupPoints.find(({ id }) => id === order.pickupPointId)
  const zoneId = point?.zoneId ?? districts.find(({ id }) => id === districtId)?.zoneId
  invariant(zoneId, `the demo does not deliver to ${districtId}`)
  const waves = await findOpenWaves(db.reader, { zoneId, now: order.at })
  const wave = waves.find(({ deliversOn }) => deliversOn >= order.fromOn)
  invariant(wave, `no wave of ${zoneId} takes orders at ${order.at.toISOString()}`)
  const placed = await placeOrder(db, {
    placementKey: order.id,
    basketId,
    customer: { customerId, userId: null, name, phone, email },
    delivery: point
      ? { kind: 'pickup', pickupPointId: point.id, note: '' }
      : { kind: 'door', districtId, street, note: '', known: { lat, lon, placedBy: 'customer' } },
    waveId: wave.id,
    substitution: 'call',
    payment,
    leaderId,
    couponCode: order.couponCode ?? null,
    locale: 'zh-CN',
    now: order.at,
  })
  invariant(placed.ok, `${order.id} was refused: ${placed.ok || JSON.stringify(placed.refusal)}`)
  return placed.value
}

async function fillBasket(db: Database, { customerId, storefrontId, items, at }: DemoOrder): Promise<string | null> {
  let basketId: string | null = null
  for (const [code, quantity] of items) {
    const change = { basketId, storefrontId, customerId, variantId: variantId(code), quantity, now: at }
    const changed = await changeBasket(db, change)
    if (changed.ok) basketId = changed.value.basketId
  }
  return basketId
}

/** A leader is shown the step each quantity reaches, and orders at that price. */
async function seeStepPrices(db: Database, basketId: string): Promise<void> {
  const wanted = await findWanted(db.reader, { basketId })
  const tiers = await findTiers(
    db.reader,
    wanted.map((line) => line.variantId),
  )
  await db.transact(async (tx) => {
    for (const { variantId, quantity, priceFen } of wanted) {
      const reached = tiers.findLast((tier) => tier.variantId === variantId && tier.minQuantity <= quantity)
      await setSeenPrice(tx, { basketId, variantId, priceFen: reached?.priceFen ?? priceFen })
    }
  })
}

/** Pays what an order placed then awaits, three minutes later. */
export async function payDemoOrder(db: Database, { id, at }: Pick<DemoOrder, 'id' | 'at'>, paymentId: string): Promise<void> {
  const payment = await findPayment(db.reader, paymentId)
  invariant(payment, `payment ${paymentId} is gone`)
  const now = new Date(at.getTime() + paidAfterMs)
  const { amountFen } = payment
  const paymentIntentId = `pi_demo_${id}`
  const paid = await receivePayment(db, { event: null, paymentId, paymentIntentId, amountFen, now })
  invariant(paid.ok, `${id} was not paid`)
  const method = PAYMENT_METHODS[id.charCodeAt(id.length - 1) % PAYMENT_METHODS.length] ?? 'alipay'
  const availableAt = new Date(now.getTime() + availableAfterMs)
  const charge = { paymentIntentId, chargeId: `ch_demo_${id}`, method, amountFen, feeFen: fen(chargeFee(amountFen, method)), availableAt }
  await noteCharge(db, { charge, now })
}
