import { addDays, shanghaiInstant } from '#app/domain/business-day.ts'
import { pastOrders, type SeedPastOrder } from './data/past-orders.ts'
import { neighbours } from './neighbours.ts'

type Wish = Pick<SeedPastOrder, 'customerId' | 'storefrontId' | 'leaderId' | 'pickupPointId' | 'items'>

/** An order of the demo: `id` is its placement key, so that it is placed once; `fromOn` is the first day it may come. */
export type DemoOrder = Wish & { id: string; on: string; at: Date; fromOn: string; couponCode?: string }

/**
 * The neighbours order together on these days: once a week for waves that are past, and for the next ones. S0's farms came down to
 * 6 to 7 yuan an order by waves that are full, not by many waves.
 */
const busyDaysAgo = [23, 16, 9, 1] as const
const [oldestBusy, , lastBusy] = busyDaysAgo
/** By then every farm can have its goods at the hub: an order of several farms comes whole, in one wave. */
const longestLeadDays = 3

/** The demo's orders, oldest first: three weeks of past ones, and those for the next waves; none after `now`. */
export function demoOrders(today: string, now: Date): DemoOrder[] {
  const placed = (id: string, wish: Wish, daysAgo: number, index: number): DemoOrder => {
    const on = addDays(today, -daysAgo)
    const minute = 9 * 60 + ((index * 53) % 450) // between 9:00 and 16:30, before every cut-off
    const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    return { ...wish, id, on, at: shanghaiInstant(on, clock), fromOn: daysAgo < lastBusy ? on : fullWaveFrom(today, daysAgo) }
  }
  const past = pastOrders.map(({ id, daysAgo, ...wish }, index) => placed(id, wish, wish.leaderId ? daysAgo : near(daysAgo), index))
  const together = busyDaysAgo.flatMap((daysAgo) =>
    neighbours.map(({ customer, order }, index) =>
      placed(`${customer.id}_${daysAgo}`, { ...order, customerId: customer.id, leaderId: null }, daysAgo, index),
    ),
  )
  return [...past, ...together].filter(({ at }) => at < now).sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
}

/** Leaders order on their own days. Of the others nobody orders long before the neighbours, or in the week that is not over yet. */
const near = (daysAgo: number): number =>
  daysAgo <= longestLeadDays ? daysAgo : Math.min(Math.max(daysAgo, lastBusy), oldestBusy + longestLeadDays)

/** Whoever orders between two busy days waits for the wave the neighbours fill. */
const fullWaveFrom = (today: string, daysAgo: number): string =>
  addDays(today, longestLeadDays - (busyDaysAgo.find((busy) => busy <= daysAgo) ?? daysAgo))
