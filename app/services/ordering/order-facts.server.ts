import { businessDay } from '#app/domain/business-day.ts'
import { cheapestDetour } from '#app/domain/delivery/cheapest-detour.ts'
import { courierZoneOf } from '#app/domain/delivery/direct-shipping.ts'
import { haversineM } from '#app/domain/delivery/distance.ts'
import type { BoughtBundle, Item } from '#app/domain/ordering/expand-bundles.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { OrderFacts, SupplyingFarm } from '#app/domain/routing/plan-order.ts'
import type { Reader } from '#db/client.server.ts'
import type { KnownPlaces } from '#db/queries/delivery/known-places.server.ts'
import type { Network } from '#db/queries/network/network.server.ts'
import { findLotsOf, findTiers, findWanted, type GoodsRow, type WantedRow } from '#db/queries/ordering/goods.server.ts'
import { countAtPoint, findOpenWaves, findWavesFrom } from '#db/queries/ordering/wave-places.server.ts'
import { type BundleRefusal, openBundles, type Swap } from './open-bundles.server.ts'
import type { ResolvedPlace } from './resolve-place.ts'

/**
 * What is to be delivered of one size, with the price it would be sold at now: the shelf price, or for a leader the step its
 * quantity reaches; and what the bundles it comes in take off it.
 */
export type PricedItem = GoodsRow & Item

export type BasketRefusal =
  | { code: 'empty_basket' }
  | BundleRefusal
  | { code: 'delisted'; variantId: string }
  | { code: 'below_minimum'; variantId: string; minimum: number }

/** `known`: where the zone's waves go, for what a door's detour takes. */
type Question = {
  place: Pick<ResolvedPlace, 'kind' | 'zoneId' | 'pickupPointId' | 'lat' | 'lon'>
  known: KnownPlaces
  bulk: boolean
  swaps?: readonly Swap[]
  network: Network
  now: Date
}

/** What decides an order, and each supplying farm's green years in a row (S1). */
export type ReadFacts = {
  items: PricedItem[]
  bundles: BoughtBundle[]
  /** in which bundle a size comes */
  bundleOf: ReadonlyMap<string, string>
  /** what costs another price now than its customer saw */
  changedIds: string[]
  facts: OrderFacts
  greenYears: ReadonlyMap<string, number>
}

/** Reads everything an order hangs on, in one go; inside a transaction it is the truth, outside an offer. */
export const readOrderFacts = async (db: Pick<Reader, 'select'>, { basketId, ...question }: Question & { basketId: string }) =>
  await readFactsOf(db, await findWanted(db, { basketId }), question)

/** The same for what stands in no basket yet. */
export async function readFactsOf(
  db: Pick<Reader, 'select'>,
  wanted: readonly WantedRow[],
  { place, known, bulk, swaps = [], network, now }: Question,
): Promise<Result<ReadFacts, BasketRefusal>> {
  if (wanted.length === 0) return refuse({ code: 'empty_basket' })
  const off = wanted.find((row) => row.productStatus === 'off' || row.variantStatus === 'off')
  if (off) return refuse({ code: 'delisted', variantId: off.variantId })
  const short = bulk ? wanted.find((row) => row.bulkMin !== null && row.quantity < row.bulkMin) : undefined
  if (short) return refuse({ code: 'below_minimum', variantId: short.variantId, minimum: short.bulkMin! })

  const tiers = bulk ? await findTiers(db, wanted.map(idOf)) : []
  const atStep = wanted.map((row) => {
    const reached = tiers.findLast((tier) => tier.variantId === row.variantId && tier.minQuantity <= row.quantity)
    return { ...row, unitPriceFen: reached?.priceFen ?? row.priceFen }
  })
  const opened = await openBundles(db, atStep, swaps)
  if (!opened.ok) return opened
  const { items, bundles, bundleOf, priced } = opened.value
  const changedIds = priced.filter((row) => row.seenPriceFen !== row.unitPriceFen).map(idOf)

  const lots = await findLotsOf(db, { variantIds: [...new Set(items.map(idOf))], today: businessDay(now) })
  const openWaves = await findWavesFor(db, items, { zoneId: place.zoneId, now })
  const takenOf = place.pickupPointId === null ? null : await countAtPoint(db, place.pickupPointId)
  const pointRoom = network.pickupPoints.get(place.pickupPointId ?? '')?.capacityOrders ?? 0
  const rates = network.rates.get(place.zoneId)
  const waves = openWaves.map((wave) => ({
    id: wave.id,
    deliversOn: wave.deliversOn,
    cutoffAt: wave.cutoffAt,
    closed: wave.status !== 'open',
    remainingDrops: Math.min(wave.capacityDrops - wave.bookedDrops, takenOf ? pointRoom - (takenOf.get(wave.id) ?? 0) : Infinity),
    dropFeeFen: wave.dropFeeFen,
    detour: place.kind === 'door' && rates ? cheapestDetour(place, known.of(wave.id), rates) : null,
  }))
  const greenYears = new Map(lots.map((lot) => [lot.farmId, lot.greenYears]))
  const facts = { items, lots, farms: suppliersOf(network), waves, delivery: place.kind }
  return accept({ items, bundles, bundleOf, changedIds, facts, greenYears })
}

const idOf = ({ variantId }: { variantId: string }) => variantId

/** The zone's next waves, and for what is wanted on a day to come those from that day on; earliest first. */
async function findWavesFor(db: Pick<Reader, 'select'>, items: readonly PricedItem[], { zoneId, now }: { zoneId: string; now: Date }) {
  const next = await findOpenWaves(db, { zoneId, now })
  const days = new Set(items.flatMap(({ notBeforeOn }) => notBeforeOn ?? []))
  if (days.size === 0) return next
  const byId = new Map(next.map((wave) => [wave.id, wave]))
  for (const fromOn of days) for (const wave of await findWavesFrom(db, { zoneId, fromOn, now })) byId.set(wave.id, wave)
  return [...byId.values()].sort((a, b) => (a.deliversOn < b.deliversOn ? -1 : 1))
}

const suppliers = new WeakMap<Network, Map<string, SupplyingFarm>>()

/** Each farm's lead days and how far a courier would carry its parcel to the hub's city. */
function suppliersOf(network: Network): Map<string, SupplyingFarm> {
  const known = suppliers.get(network)
  if (known) return known
  const hub = network.hubs[0]
  const made = new Map(
    [...network.farms].map(([id, farm]) => [
      id,
      { leadDays: farm.leadDays, courierZone: hub ? courierZoneOf(haversineM(farm, hub)) : ('city' as const) },
    ]),
  )
  suppliers.set(network, made)
  return made
}
