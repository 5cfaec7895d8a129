import { addDays, businessDay } from '#app/domain/business-day.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { waveOfWeek, weeksAhead, wishedDay } from '#app/domain/subscription/due-weeks.ts'
import { canChange } from '#app/domain/subscription/order-times.ts'
import { type Swap, withSwap } from '#app/domain/subscription/swap-parts.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { findBox, findExchangeable } from '#db/queries/wanting/boxes.server.ts'
import { findWeek, wishForWeek } from '#db/queries/wanting/subscription-weeks.server.ts'
import { lockSubscription, type Subscription } from '#db/queries/wanting/subscriptions.server.ts'
import { findWavesOfZones } from '#db/queries/wanting/zone-waves.server.ts'

/** How many deliveries ahead can be looked at and changed. */
export const weeksShown = 4

export type WeekWish = 'skip' | 'unskip' | { out: string; into: string }
export type PlanWeek = { subscriptionId: string; customerId: string; weekOn: string; wish: WeekWish; now: Date }
export type WeekRefusal = { code: 'unknown_subscription' } | { code: 'unknown_week' } | { code: 'too_late' } | { code: 'not_exchangeable' }

/** A week is skipped, or not after all, or brings another size in a part's place; until its order is placed. */
export function planWeek(
  { transact }: Database,
  { subscriptionId, customerId, weekOn, wish, now }: PlanWeek,
): Promise<Result<null, WeekRefusal>> {
  return transact(async (tx) => {
    const subscription = await lockSubscription(tx, { id: subscriptionId, customerId })
    if (!subscription) return refuse({ code: 'unknown_subscription' })
    const today = businessDay(now)
    if (!weeksAhead(subscription, addDays(today, -6), weeksShown + 1).includes(weekOn)) return refuse({ code: 'unknown_week' })
    if (!(await isOpen(tx, subscription, weekOn, now))) return refuse({ code: 'too_late' })
    const stands = await findWeek(tx, { subscriptionId, weekOn })
    const wished = { status: stands?.status === 'skipped' ? ('skipped' as const) : ('planned' as const), swaps: stands?.swaps ?? [] }
    if (wish === 'skip') wished.status = 'skipped'
    else if (wish === 'unskip') wished.status = 'planned'
    else if (wish.into === wish.out || (await isExchangeable(tx, subscription, wish, today))) wished.swaps = withSwap(wished.swaps, wish)
    else return refuse({ code: 'not_exchangeable' })
    const noted = await wishForWeek(tx, { subscriptionId, weekOn, ...wished, now })
    return noted ? accept(null) : refuse({ code: 'too_late' })
  })
}

async function isOpen(tx: Tx, subscription: Subscription, weekOn: string, now: Date): Promise<boolean> {
  const from = wishedDay(weekOn, subscription)
  const waves = await findWavesOfZones(tx, { zoneIds: [subscription.zoneId], fromOn: from, untilOn: addDays(from, 6) })
  const wave = waveOfWeek(weekOn, subscription, waves)
  return wave ? wave.status === 'open' && canChange(wave.cutoffAt, now) : addDays(from, 6) >= businessDay(now)
}

/** Another size of the part's category, on the shelf, enough of it, and not in the box already. */
async function isExchangeable(tx: Tx, { variantId, quantity }: Subscription, { out, into }: { out: string; into: string }, today: string) {
  const box = await findBox(tx, variantId)
  const part = box?.parts.find((one) => one.variantId === out)
  if (!box || !part) return false
  const except = box.parts.map((one) => one.variantId)
  const offered = await findExchangeable(tx, { categories: [part.category], except, atLeast: part.units * quantity, today })
  return offered.some((one) => one.variantId === into)
}

/** Swaps that still name a part of the box: the farm may have changed it since. */
export const swapsInForce = (swaps: readonly Swap[], parts: readonly { variantId: string }[]): Swap[] =>
  swaps.filter((swap) => parts.some((part) => part.variantId === swap.out))
