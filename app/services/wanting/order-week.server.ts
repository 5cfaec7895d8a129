import { type Fen, fen } from '#app/domain/money/fen.ts'
import { isDue } from '#app/domain/subscription/due-weeks.ts'
import { canOrder, holdUntil } from '#app/domain/subscription/order-times.ts'
import type { WeekRefusal } from '#app/domain/subscription/week-refusals.ts'
import { type PlaceOrderRefusal, placeOrder } from '#app/services/ordering/place-order.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { enqueue } from '#db/queries/outbox.server.ts'
import { dropBoxBasket, isStillCustomer, layBoxBasket } from '#db/queries/wanting/box-basket.server.ts'
import { findBox, findSoldAhead } from '#db/queries/wanting/boxes.server.ts'
import { claimWeek, type SubscriptionWeek, settleWeek } from '#db/queries/wanting/subscription-weeks.server.ts'
import { lockSubscription, noteSeenPrice, type Subscription } from '#db/queries/wanting/subscriptions.server.ts'
import { swapsInForce } from './plan-week.server.ts'
import { destinationOf } from './settle-place.server.ts'
import { WEEK_TOPIC, type WeekNews } from './tell-of-week.server.ts'

export type DueWeek = { subscriptionId: string; weekOn: string; wave: { id: string; cutoffAt: Date }; now: Date }
export type WeekOutcome = 'ordered' | 'refused' | 'left'

/** A process that has not settled a week it took for so long has died. */
const abandonedAfterMs = 2 * 60_000

/**
 * Places the order of one week, once: the week is claimed first, by its unique row and under the subscription's lock, so that neither
 * another process nor a customer who skips it comes between; then the order is placed under the week's own key, which places one
 * however often it is tried; then what became of it is noted and promised to be told. Credit pays what it can, the rest is asked for by
 * a link.
 * @returns 'left' where it is skipped, paused, or another's
 */
export async function orderWeek(database: Database, due: DueWeek): Promise<WeekOutcome> {
  const claimed = await database.transact((tx) => claim(tx, due))
  if (claimed === null) return 'left'
  if (!canOrder(due.wave.cutoffAt, due.now)) return await refuseWeek(database, due, claimed, 'too_late')
  if (claimed.isSoldAhead) return await refuseWeek(database, due, claimed, 'sold_ahead')
  for (let attempt = 0; attempt < 3; attempt++) {
    const placed = await placeOrder(database, orderOf(due, claimed))
    if (placed.ok) return await settle(database, due, claimed, placed.value)
    if (placed.refusal.code !== 'price_changed') return await refuseWeek(database, due, claimed, reasons[placed.refusal.code] ?? 'failed')
    claimed.priceFen = (await database.transact((tx) => layBasket(tx, due, claimed))) ?? claimed.priceFen
  }
  return await refuseWeek(database, due, claimed, 'failed')
}

type Claimed = {
  subscription: Subscription
  week: SubscriptionWeek
  priceFen: Fen
  swaps: { out: string; in: string }[]
  isSoldAhead: boolean
}

async function claim(tx: Tx, due: DueWeek): Promise<Claimed | null> {
  const subscription = await lockSubscription(tx, { id: due.subscriptionId })
  if (!subscription || !isDue(subscription, due.weekOn) || !(await isStillCustomer(tx, subscription.customerId))) return null
  const abandonedBefore = new Date(due.now.getTime() - abandonedAfterMs)
  const week = await claimWeek(tx, { ...due, waveId: due.wave.id, abandonedBefore })
  if (!week) return null
  const priceFen = await layBasket(tx, due, { subscription, week })
  const box = week.swaps.length > 0 ? await findBox(tx, subscription.variantId) : null
  const { variantId } = subscription
  const isSoldAhead = (await findSoldAhead(tx, [variantId])).has(variantId)
  return { subscription, week, priceFen: priceFen ?? fen(0), swaps: swapsInForce(week.swaps, box?.parts ?? []), isSoldAhead }
}

const basketOf = ({ week }: Pick<Claimed, 'week'>) => `bas_${week.id}`

const layBasket = (tx: Tx, { now }: DueWeek, claimed: Pick<Claimed, 'subscription' | 'week'>) => {
  const { variantId, quantity } = claimed.subscription
  return layBoxBasket(tx, { basketId: basketOf(claimed), variantId, quantity, now })
}

function orderOf({ wave, now }: DueWeek, claimed: Claimed) {
  const { customerId, recipient: name, phone, substitution, locale } = claimed.subscription
  return {
    placementKey: claimed.week.id,
    basketId: basketOf(claimed),
    customer: { customerId, userId: null, name, phone, email: null },
    delivery: destinationOf(claimed.subscription),
    waveId: wave.id,
    ...{ substitution, locale, now, holdUntil: holdUntil(now, wave.cutoffAt), swaps: claimed.swaps },
    payment: 'online' as const,
    leaderId: null,
    useCredit: true,
  }
}

/** Our few reasons for an order's many; for what cannot happen to a box there is 'failed'. */
const reasons: Partial<Record<PlaceOrderRefusal['code'], WeekRefusal>> = {
  not_enough: 'sold_out',
  part_short: 'sold_out',
  part_delisted: 'off_shelf',
  empty_basket: 'off_shelf',
  delisted: 'off_shelf',
  wave_full: 'wave_full',
  wave_closed: 'no_wave',
  no_wave_for_farm: 'no_wave',
  unknown_place: 'place_gone',
  outside_zones: 'place_gone',
}

type Placed = { orderId: string; paymentId: string | null }

const settle = (database: Database, due: DueWeek, claimed: Claimed, { orderId, paymentId }: Placed): Promise<WeekOutcome> =>
  database.transact(async (tx) => {
    const { subscription, week, priceFen } = claimed
    await settleWeek(tx, { id: week.id, orderId, now: due.now })
    await dropBoxBasket(tx, basketOf(claimed))
    await noteSeenPrice(tx, { id: subscription.id, seenPriceFen: priceFen })
    const hasRisen = priceFen > subscription.seenPriceFen
    await tell(tx, due, week, paymentId === null ? 'paid' : hasRisen ? 'to_pay_risen' : 'to_pay')
    return 'ordered' as const
  })

const refuseWeek = (database: Database, due: DueWeek, claimed: Claimed, refusal: WeekRefusal): Promise<WeekOutcome> =>
  database.transact(async (tx) => {
    await settleWeek(tx, { id: claimed.week.id, status: 'refused', refusal, waveId: null, now: due.now })
    await dropBoxBasket(tx, basketOf(claimed))
    await tell(tx, due, claimed.week, 'refused')
    return 'refused' as const
  })

const tell = (tx: Tx, { now }: DueWeek, { id }: SubscriptionWeek, news: WeekNews) =>
  enqueue(tx, { topic: WEEK_TOPIC, subjectId: `${id}:${news}`, dueAt: now })
