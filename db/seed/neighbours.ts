import { containsPlace } from '#app/domain/delivery/zone.ts'
import type { SeedCustomer } from './data/customers.ts'
import { pastOrders, type SeedPastOrder } from './data/past-orders.ts'
import { districts, pickupPoints, zones } from './data/places.ts'

/** Every zone orders so much together that a wave pays for itself, as S0's do. */
const ordersOf: Readonly<Record<string, number>> = { zone_south: 46, zone_east: 46, zone_west: 42, zone_north: 46 }
/** All but every eighth fetch their goods at a pick-up point: many orders, one stop. */
const doorEvery = 8
/** Turns by which a sunflower fills a disc evenly. */
const goldenTurn = Math.PI * (3 - Math.sqrt(5))
const widestDegrees = 0.015
const densest = Math.max(...Object.values(ordersOf))

type Neighbour = { customer: SeedCustomer; order: Pick<SeedPastOrder, 'storefrontId' | 'items' | 'pickupPointId'> }

/** Invented people next door to the demo's customers, under numbers for names: canaries like them. Phones begin 1380000 too. */
export const neighbours: readonly Neighbour[] = zones
  .flatMap((zone) => Array.from({ length: ordersOf[zone.id] ?? 0 }, (_, index) => ({ zone, index })))
  .map(({ zone, index }, before) => {
    const number = before + 1
    const here = districts.filter(({ zoneId }) => zoneId === zone.id)
    const district = here[index % here.length]!
    const order = orderIn(zone.id, number)
    const home = order.storefrontId === 'alliance' ? ('alliance' as const) : ('farm' as const)
    const customer = {
      id: `customer_neighbour_${String(number).padStart(3, '0')}`,
      name: `街坊第${number}号`,
      phone: `1380000${3000 + number}`,
      email: null,
      homeType: home,
      homeId: order.storefrontId,
      districtId: district.id,
      street: `青禾里 ${number} 栋 ${number}02`,
      ...placeIn(zone.polygon, district, index),
      createdDaysAgo: 60 + number,
    }
    return { customer, order }
  })

/** One each of what somebody bought before. */
function orderIn(zone: string, number: number): Neighbour['order'] {
  const { storefrontId, items } = pastOrders[(number * 7) % pastOrders.length]!
  const points = pickupPoints.filter(({ zoneId }) => zoneId === zone)
  const pickupPointId = number % doorEvery === 0 ? null : (points[number % points.length]?.id ?? null)
  return { storefrontId, pickupPointId, items: items.slice(0, 3).map(([code]) => [code, 1] as const) }
}

/** A door about the district's middle, drawn nearer until it lies in the zone. */
function placeIn(polygon: (typeof zones)[number]['polygon'], middle: { lat: number; lon: number }, index: number) {
  for (let reach = widestDegrees * Math.sqrt((index + 1) / densest); ; reach /= 2) {
    const lat = Number((middle.lat + reach * Math.sin(index * goldenTurn)).toFixed(5))
    const lon = Number((middle.lon + reach * Math.cos(index * goldenTurn)).toFixed(5))
    if (containsPlace({ rings: [polygon] }, { lat, lon })) return { lat, lon }
  }
}
