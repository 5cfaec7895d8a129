import { haversineM } from '#app/domain/delivery/distance.ts'
import { zoneOf } from '#app/domain/delivery/zone.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Network } from '#db/queries/network/network.server.ts'

export type Destination =
  | { kind: 'door'; districtId: string; street: string; note: string; known?: KnownDoor }
  | { kind: 'pickup'; pickupPointId: string; note: string }

/** Where a door is, by whoever could say: it is not asked again. */
export type KnownDoor = { lat: number; lon: number; placedBy: 'geocoder' | 'office' | 'customer' }

export type ResolvedPlace = {
  kind: 'door' | 'pickup'
  zoneId: string
  pickupPointId: string | null
  districtId: string | null
  lat: number
  lon: number
  addressZh: string
  addressEn: string
  /** one door or point: the same key in one wave is one drop */
  placeKey: string
  /** where the coordinates come from */
  placedBy: 'district' | 'pickup_point' | KnownDoor['placedBy']
}

export type PlaceRefusal = { code: 'unknown_place' } | { code: 'outside_zones'; nearestPickupPointId: string | null }

/**
 * Where an order goes: by its coordinates where they are known, else by its district's middle. Outside every open zone the
 * nearest open pick-up point is named, so that there is a way on.
 */
export function resolvePlace(destination: Destination, network: Network): Result<ResolvedPlace, PlaceRefusal> {
  if (destination.kind === 'pickup') {
    const point = network.pickupPoints.get(destination.pickupPointId)
    const open = new Set(openZones(network).map(({ id }) => id))
    if (point?.status !== 'open' || !open.has(point.zoneId)) return refuse({ code: 'unknown_place' })
    const { id, zoneId, lat, lon } = point
    const addressZh = `${point.nameZh} · ${point.addressZh}`
    const addressEn = `${point.nameEn} · ${point.addressEn}`
    const placedBy = 'pickup_point' as const
    return accept({ kind: 'pickup', zoneId, pickupPointId: id, districtId: null, lat, lon, addressZh, addressEn, placeKey: id, placedBy })
  }
  const district = network.districts.get(destination.districtId)
  if (!district) return refuse({ code: 'unknown_place' })
  const { lat, lon } = destination.known ?? district
  const zoneId =
    destination.known === undefined
      ? (openZones(network).find(({ id }) => id === district.zoneId)?.id ?? null)
      : (zoneOf(
          { lat, lon },
          openZones(network).map((zone) => ({ id: zone.id, rings: [zone.polygon] })),
        )?.id ?? null)
  if (zoneId === null) return refuse({ code: 'outside_zones', nearestPickupPointId: nearest({ lat, lon }, network) })
  return accept({
    kind: 'door',
    zoneId,
    pickupPointId: null,
    districtId: district.id,
    lat,
    lon,
    addressZh: `${district.nameZh}${destination.street}`,
    addressEn: `${destination.street}, ${district.nameEn}`,
    placeKey: placeKeyOf(destination),
    placedBy: destination.known?.placedBy ?? 'district',
  })
}

const openZones = (network: Network) => network.zones.filter(({ status }) => status === 'open')

/** One door, however it is written. */
export const placeKeyOf = ({ districtId, street }: { districtId: string; street: string }) => `${districtId}|${sameDoor(street)}`

/** Two ways to write one door: full-width letters, spaces and punctuation make no difference. */
const sameDoor = (street: string) =>
  street
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,.;:,。;:、#\-—]+/g, '')

function nearest(place: { lat: number; lon: number }, network: Network): string | null {
  let best: { id: string; distanceM: number } | null = null
  for (const point of network.pickupPoints.values()) {
    if (point.status !== 'open') continue
    const distanceM = haversineM(place, point)
    if (!best || distanceM < best.distanceM) best = { id: point.id, distanceM }
  }
  return best?.id ?? null
}
