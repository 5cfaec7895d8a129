import type { Fen } from '#app/domain/money/fen.ts'
import { resolvePlace } from '#app/services/ordering/resolve-place.ts'
import type { Reader } from '#db/client.server.ts'
import type { KeptAddress } from '#db/queries/account/addresses.server.ts'
import { findNetwork } from '#db/queries/network/network.server.ts'
import { findOpenWaves } from '#db/queries/ordering/wave-places.server.ts'

type Names = { nameZh: string; nameEn: string }
/** Who brings things to an address: a zone with its next days and what a drop costs at most, or nobody, and where to collect instead. */
export type PlaceCheck = { zone: Names & { daysOn: string[]; feeFen: Fen | null }; nearest: null } | { zone: null; nearest: Names | null }

const shownDays = 3

/** Every address checked as the checkout will do it, by its id. */
export async function checkPlaces(reader: Reader, addresses: readonly KeptAddress[], now: Date): Promise<Map<string, PlaceCheck>> {
  const network = await findNetwork(reader, now.getTime())
  const waves = new Map<string, Awaited<ReturnType<typeof findOpenWaves>>>()
  const checks = new Map<string, PlaceCheck>()
  for (const { id, districtId, street, lat, lon, placedBy } of addresses) {
    const known = placedBy === 'district' ? {} : { known: { lat, lon, placedBy } }
    const place = resolvePlace({ kind: 'door', districtId, street, note: '', ...known }, network)
    if (!place.ok) {
      const pointId = place.refusal.code === 'outside_zones' ? place.refusal.nearestPickupPointId : null
      const point = network.pickupPoints.get(pointId ?? '')
      checks.set(id, { zone: null, nearest: point ? { nameZh: point.nameZh, nameEn: point.nameEn } : null })
      continue
    }
    const { zoneId } = place.value
    const zone = network.zones.find((one) => one.id === zoneId)
    const coming = waves.get(zoneId) ?? (await findOpenWaves(reader, { zoneId, now }))
    waves.set(zoneId, coming)
    const next = coming.slice(0, shownDays)
    const names = { nameZh: zone?.nameZh ?? '', nameEn: zone?.nameEn ?? '' }
    checks.set(id, {
      zone: { ...names, daysOn: next.map(({ deliversOn }) => deliversOn), feeFen: next[0]?.dropFeeFen ?? null },
      nearest: null,
    })
  }
  return checks
}
