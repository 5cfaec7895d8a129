import { accept, type Result } from '#app/domain/result.ts'
import { type Destination, type PlaceRefusal, resolvePlace } from '#app/services/ordering/resolve-place.ts'
import type { Network } from '#db/queries/network.server.ts'
import type { Subscription } from '#db/queries/wanting/subscriptions.server.ts'

export type Receiver = { recipient: string; phone: string; destination: Destination }

/** Where a subscription goes, as it is written down; refused where nobody delivers. */
export function settlePlace({ recipient, phone, destination }: Receiver, network: Network): Result<SubscriptionPlace, PlaceRefusal> {
  const place = resolvePlace(destination, network)
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
