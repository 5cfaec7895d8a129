import { db, now } from '#app/http/runtime.server.ts'
import { findPlaces } from '#db/queries/places.server.ts'
import type { PlaceOrderRefusal } from './name-refusal.ts'
import { offerCheckout } from './offer-checkout.server.ts'
import { type CheckoutValues, destinationOf, type FieldProblems, type Shopper } from './read-checkout-form.server.ts'

type Said = {
  problems?: FieldProblems
  refused?: PlaceOrderRefusal
  /** the order would cost more than the page had shown */
  hasRisen?: boolean
  /** the form was turned from a door to a pick-up point for the customer */
  isRedirected?: boolean
}

/**
 * The checkout page for what is in the form now; null when there is nothing to order. `version` tells a screen that
 * already shows the form that it was answered anew.
 */
export async function showCheckout({ basketId }: Shopper, values: CheckoutValues, { problems = {}, refused, ...said }: Said = {}) {
  if (basketId === null) return null
  const at = now()
  const [offer, places] = await Promise.all([
    offerCheckout({ basketId, destination: destinationOf(values), waveId: values.waveId ?? null, refused, now: at }),
    findPlaces(db().reader, at),
  ])
  const { hasRisen = false, isRedirected = false } = said
  return offer.isEmpty && !refused ? null : { ...offer, places, values, problems, hasRisen, isRedirected, version: at.getTime() }
}
export type CheckoutPage = NonNullable<Awaited<ReturnType<typeof showCheckout>>>
