import { accept, type Result } from '#app/domain/result.ts'
import { recallDoor } from '#app/services/ordering/recall-door.server.ts'
import { type Destination, type PlaceRefusal, resolvePlace } from '#app/services/ordering/resolve-place.ts'
import type { Reader } from '#db/client.server.ts'
import { findNetwork } from '#db/queries/network/network.server.ts'
import type { Subscription } from '#db/queries/wanting/subscriptions.server.ts'

export type Receiver = { recipient: string; phone: string; destination: Destination }

/** Where a subscription goes, as it is written down and as an order would find it; refused where nobody delivers. */
export async function settlePlace(
  reader: Reader,
  { customerId, recipient, phone, destination, now }: Receiver & { customerId: string; now: Date },
): Promise<Result<SubscriptionPlace, PlaceRefusal>> {
  const network = await findNetwork(reader, now.getTime())
  const place = resolvePlace(await recallDoor(reader, { customerId, destination }), network)
  if (!place.ok) return place
  const { kind, zoneId, pickupPointId, districtId } = place.value
  const street = destination.kind === 'door' ? destination.street : ''
  return accept({ delivery: kind, zoneId, pickupPointId, districtId, recipient, phone, street, note: destination.note })
}

type SubscriptionPlace = Pick<
  Subscription,
  'delivery' | 'zoneId' | 'pickupPointId' | 'districtId' | 'recipient' | 'phone' | 'street' | 'note'
>

/** The same, as an order is told it. */
export const destinationOf = ({ delivery, pickupPointId, districtId, street, note }: SubscriptionPlace): Destination =>
  delivery === 'pickup'
    ? { kind: 'pickup', pickupPointId: pickupPointId ?? '', note }
    : { kind: 'door', districtId: districtId ?? '', street, note }
