import { cheapestDetour, type Detour } from '#app/domain/delivery/cheapest-detour.ts'
import { courierZoneOf } from '#app/domain/delivery/direct-shipping.ts'
import { haversineM } from '#app/domain/delivery/distance.ts'
import type { StorageClass } from '#app/domain/delivery/load.ts'
import { invariant } from '#app/domain/invariant.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { priceOrder, type WaveFee } from '#app/domain/pricing/price-order.ts'
import type { ResolvedPlace } from '#app/services/ordering/resolve-place.ts'
import type { Reader } from '#db/connection.ts'
import type { LineToMove } from '#db/queries/customers/order-changes.server.ts'
import { findDropFees } from '#db/queries/customers/order-changes.server.ts'
import type { KnownPlaces } from '#db/queries/delivery/known-places.server.ts'
import type { Network } from '#db/queries/network/network.server.ts'

type Asked = {
  place: Pick<ResolvedPlace, 'kind' | 'zoneId' | 'lat' | 'lon'>
  network: Network
  known: KnownPlaces
  /** the wave a line is to come in */
  waveIdOf: (line: LineToMove) => string
}

/** What bringing placed lines to a place would cost if they were ordered now: the very fee checkout would quote. */
export async function requoteDelivery(
  db: Pick<Reader, 'select'>,
  lines: readonly LineToMove[],
  { place, network, known, waveIdOf }: Asked,
): Promise<{ deliveries: WaveFee[]; deliveryFen: Fen }> {
  const [hub] = network.hubs
  invariant(hub, 'there is no hub')
  const waveIds = [...new Set(lines.map(waveIdOf))]
  const rates = network.rates.get(place.zoneId)
  const detours = new Map<string, Detour>()
  for (const waveId of place.kind === 'door' && rates ? waveIds : []) {
    const detour = rates && cheapestDetour(place, known.of(waveId), rates)
    if (detour) detours.set(waveId, detour)
  }
  const priced = lines.map((line) => ({
    farmId: line.farmId,
    waveId: waveIdOf(line),
    quantity: 1,
    unitPriceFen: line.unitPriceFen,
    grossWeightG: line.grossWeightG,
    storage: line.storage as StorageClass,
    courierZone: courierZoneOf(haversineM(line, hub)),
  }))
  const { deliveries, deliveryFen } = priceOrder(priced, await findDropFees(db, waveIds), place.kind, detours)
  return { deliveries, deliveryFen }
}
