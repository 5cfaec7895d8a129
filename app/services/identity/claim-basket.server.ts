import type { Database, Tx } from '#db/client.server.ts'
import * as claims from '#db/queries/customers/guest-claims.server.ts'

/** What this browser carries from before: its basket, and the keys of the orders placed without an account. */
export type GuestTraces = { basketId: string | null; guestOrders: readonly claims.GuestOrder[] }

/**
 * What was done as a guest in this browser becomes the customer's: the orders it placed, with their addresses, and what
 * lies in its basket, added to the basket the customer already has. What belongs to another customer stays theirs.
 * Safe to call twice: a basket that was poured into another is gone.
 * @returns the basket to go on with, null when there is none
 */
export const claimBasket = ({ transact }: Pick<Database, 'transact'>, { customerId, ...traces }: GuestTraces & { customerId: string }) =>
  transact((tx) => claimBasketWithin(tx, customerId, traces))

/** The same, as part of a registration. */
export async function claimBasketWithin(tx: Tx, customerId: string, { basketId, guestOrders }: GuestTraces): Promise<string | null> {
  const guestIds = guestOrders.length > 0 ? await claims.findGuestsWho(tx, guestOrders) : []
  if (guestIds.length > 0) await claims.giveToCustomer(tx, { guestIds, customerId })

  const own = await claims.findOwnBasket(tx, customerId)
  if (!basketId || own?.id === basketId) return own?.id ?? null
  if (!own) return (await claims.takeOverBasket(tx, { basketId, customerId })) ? basketId : null
  for (const line of await claims.findGuestLines(tx, basketId)) await claims.addToBasket(tx, own.id, line)
  await claims.dropGuestBasket(tx, basketId)
  return own.id
}
