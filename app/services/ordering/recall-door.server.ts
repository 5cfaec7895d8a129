import type { Reader } from '#db/client.server.ts'
import { findKeptAddresses } from '#db/queries/account/addresses.server.ts'
import { findPlacedContacts } from '#db/queries/account/placed-contacts.server.ts'
import { type Destination, type KnownDoor, placeKeyOf } from './resolve-place.ts'

type Asked<Place> = { customerId: string | null; destination: Place }

/**
 * A customer's door with the coordinates that were found for it before: in their kept addresses, where they, the office or a
 * geocoder placed it, else in their own earlier orders. Whoever is new, or stands nowhere but in a district, is left as they are.
 */
export async function recallDoor<Place extends Destination>(
  db: Pick<Reader, 'select'>,
  { customerId, destination }: Asked<Place>,
): Promise<Destination> {
  if (customerId === null || destination.kind !== 'door' || destination.known) return destination
  const placeKey = placeKeyOf(destination)
  const kept = (await findKeptAddresses(db, customerId)).find(
    (address) => address.placedBy !== 'district' && placeKeyOf(address) === placeKey,
  )
  const known = asKnown(kept) ?? asKnown((await findPlacedContacts(db, { customerId, placeKey }))[0])
  return known ? { ...destination, known } : destination
}

type Placed = { lat: number; lon: number; placedBy: 'district' | 'geocoder' | 'office' | 'customer' | 'pickup_point' }

function asKnown(placed: Placed | undefined): KnownDoor | null {
  if (!placed || placed.placedBy === 'district' || placed.placedBy === 'pickup_point') return null
  const { lat, lon, placedBy } = placed
  return { lat, lon, placedBy }
}
