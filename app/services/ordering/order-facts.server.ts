import { cheapestDetour } from '#app/domain/delivery/cheapest-detour.ts'
import { courierZoneOf } from '#app/domain/delivery/direct-shipping.ts'
import { haversineM } from '#app/domain/delivery/distance.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { OrderFacts, SupplyingFarm } from '#app/domain/routing/plan-order.ts'
import type { Reader } from '#db/client.server.ts'
import type { KnownPlaces } from '#db/queries/known-places.server.ts'
import type { Network } from '#db/queries/network.server.ts'
import { countAtPoint, findLotsOf, findOpenWaves, findTiers, findWanted, type WantedRow } from '#db/queries/placement.server.ts'
import type { ResolvedPlace } from './resolve-place.ts'

/** A basket line with the price it would be sold at now: the shelf price, or for a leader the step its quantity reaches. */
export type PricedItem = WantedRow & { unitPriceFen: Fen }

export type BasketRefusal =
  | { code: 'empty_basket' }
  | { code: 'delisted'; variantId: string }
  | { code: 'below_minimum'; variantId: string; minimum: number }

/** `known`: where the zone's waves go, for what a door's detour takes. */
type Question = {
  place: Pick<ResolvedPlace, 'kind' | 'zoneId' | 'pickupPointId' | 'lat' | 'lon'>
  known: KnownPlaces
  bulk: boolean
  network: Network
  now: Date
}

/** What decides an order, and each supplying farm's green years in a row (S1). */
export type ReadFacts = { items: PricedItem[]; facts: OrderFacts; greenYears: ReadonlyMap<string, number> }

/** Reads everything an order hangs on, in one go; inside a transaction it is the truth, outside an offer. */
export const readOrderFacts = async (db: Pick<Reader, 'select'>, { basketId, ...question }: Question & { basketId: string }) =>
  await readFactsOf(db, await findWanted(db, { basketId }), question)

/** The same for what stands in no basket yet. */
export async function readFactsOf(
  db: Pick<Reader, 'select'>,
  wanted: readonly WantedRow[],
  { place, known, bulk, network, now }: Question,
): Promise<Result<ReadFacts, BasketRefusal>> {
  if (wanted.length === 0) return refuse({ code: 'empty_basket' })
  const off = wanted.find((row) => row.productStatus === 'off' || row.variantStatus === 'off')
  if (off) return refuse({ code: 'delisted', variantId: off.variantId })
  const short = bulk ? wanted.find((row) => row.bulkMin !== null && row.quantity < row.bulkMin) : undefined
  if (short) return refuse({ code: 'below_minimum', variantId: short.variantId, minimum: short.bulkMin! })

  const variantIds = wanted.map((row) => row.variantId)
  const lots = await findLotsOf(db, variantIds)
  const openWaves = await findOpenWaves(db, { zoneId: place.zoneId, now })
  const takenOf = place.pickupPointId === null ? null : await countAtPoint(db, place.pickupPointId)
  const pointRoom = network.pickupPoints.get(place.pickupPointId ?? '')?.capacityOrders ?? 0
  const tiers = bulk ? await findTiers(db, variantIds) : []
  const items = wanted.map((row) => {
    const reached = tiers.findLast((tier) => tier.variantId === row.variantId && tier.minQuantity <= row.quantity)
    return { ...row, unitPriceFen: reached?.priceFen ?? row.priceFen }
  })
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
  return accept({ items, facts: { items, lots, farms: suppliersOf(network), waves, delivery: place.kind }, greenYears })
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
