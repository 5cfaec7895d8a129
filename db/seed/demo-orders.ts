import { addDays, shanghaiInstant } from '#app/domain/business-day.ts'
import { pastOrders, type SeedPastOrder } from './data/past-orders.ts'
import { neighbours } from './neighbours.ts'

type Wish = Pick<SeedPastOrder, 'customerId' | 'storefrontId' | 'leaderId' | 'pickupPointId' | 'items'>

/** An order of the demo: `id` is its placement key, so that it is placed once. */
export type DemoOrder = Wish & { id: string; on: string; at: Date; couponCode?: string }

/** The neighbours order together on these days: for waves that are past, and for the next ones. */
const busyDaysAgo = [9, 1]

/** The demo's orders, oldest first: six weeks of past ones, then those of the neighbours; none after `now`. */
export function demoOrders(today: string, now: Date): DemoOrder[] {
  const placed = (id: string, wish: Wish, daysAgo: number, index: number): DemoOrder => {
    const on = addDays(today, -daysAgo)
    const minute = 9 * 60 + ((index * 53) % 450) // between 9:00 and 16:30, before every cut-off
    const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    return { ...wish, id, on, at: shanghaiInstant(on, clock) }
  }
  const past = pastOrders.map(({ id, daysAgo, ...wish }, index) => placed(id, wish, daysAgo, index))
  const together = busyDaysAgo.flatMap((daysAgo) =>
    neighbours.map(({ customer, order }, index) =>
      placed(`${customer.id}_${daysAgo}`, { ...order, customerId: customer.id, leaderId: null }, daysAgo, index),
    ),
  )
  return [...past, ...together].filter(({ at }) => at < now).sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
}
