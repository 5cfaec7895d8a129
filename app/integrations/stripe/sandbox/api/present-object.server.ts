import type { StoredObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import type { Store } from '#app/integrations/stripe/sandbox/store/open-store.server.ts'
import { countPendingDeliveries } from '#app/integrations/stripe/sandbox/store/queue-deliveries.server.ts'

/** An object as it is to be seen now: what depends on the time or on deliveries is filled in when asked for. */
export function presentObject<Kept extends StoredObject>(store: Store, object: Kept, atS: number): Kept {
  if (object.object === 'balance_transaction') return { ...object, status: object.available_on <= atS ? 'available' : 'pending' }
  if (object.object === 'event') return { ...object, pending_webhooks: countPendingDeliveries(store, object.id) }
  return object
}
