import { fen } from '#app/domain/money/fen.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { findKeptAddresses } from '#db/queries/account/addresses.server.ts'
import { findCredit } from '#db/queries/customers/customer-credit.server.ts'
import { findPlaces } from '#db/queries/delivery/places.server.ts'
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
export async function showCheckout(
  { basketId, customer }: Shopper,
  values: CheckoutValues,
  { problems = {}, refused, ...said }: Said = {},
) {
  if (basketId === null) return null
  const at = now()
  const creditFen = customer ? await findCredit(db().reader, customer.customerId) : fen(0)
  const asked = {
    basketId,
    customerId: customer?.customerId ?? null,
    destination: destinationOf(values),
    waveId: values.waveId ?? null,
    couponCode: values.couponCode ?? null,
    creditFen: values.useCredit === 'yes' ? creditFen : fen(0),
    refused,
    now: at,
  }
  const [offer, places, kept] = await Promise.all([
    offerCheckout(asked),
    findPlaces(db().reader, at),
    customer ? findKeptAddresses(db().reader, customer.customerId) : [],
  ])
  const { hasRisen = false, isRedirected = false } = said
  if (offer.isEmpty && !refused) return null
  return { ...offer, places, kept, values, problems, creditFen, hasRisen, isRedirected, version: at.getTime() }
}
export type CheckoutPage = NonNullable<Awaited<ReturnType<typeof showCheckout>>>
