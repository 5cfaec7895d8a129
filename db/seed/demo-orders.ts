import { addDays, shanghaiInstant } from '#app/domain/business-day.ts'
import { pastOrders, type SeedPastOrder } from './data/past-orders.ts'

/** An order of the demo: `id` is its placement key, so that it is placed once. */
export type DemoOrder = Pick<SeedPastOrder, 'customerId' | 'storefrontId' | 'leaderId' | 'pickupPointId' | 'items'> & {
  id: string
  on: string
  at: Date
}

/** Every fifth past order is bought again in these last days: something to pack and to drive today. */
const againEvery = 5
const againWithinDays = 4

/** The demo's orders, oldest first: six weeks of past ones, and of the last days those that were placed before `now`. */
export function demoOrders(today: string, now: Date): DemoOrder[] {
  const placed = (order: SeedPastOrder, index: number, id: string, daysAgo: number): DemoOrder => {
    const on = addDays(today, -daysAgo)
    const minute = 9 * 60 + ((index * 53) % 450) // between 9:00 and 16:30, before every cut-off
    const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    const { customerId, storefrontId, leaderId, pickupPointId, items } = order
    return { customerId, storefrontId, leaderId, pickupPointId, items, id, on, at: shanghaiInstant(on, clock) }
  }
  const past = pastOrders.map((order, index) => placed(order, index, order.id, order.daysAgo))
  const again = pastOrders.flatMap((order, index) =>
    index % againEvery === 0 ? [placed(order, index, `${order.id}_again`, (index / againEvery) % againWithinDays)] : [],
  )
  return [...past, ...again.filter(({ at }) => at < now)].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
}
