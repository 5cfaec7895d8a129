import { countTry } from '#app/services/identity/count-try.server.ts'
import type { Database } from '#db/client.server.ts'
import * as claims from '#db/queries/customers/guest-claims.server.ts'
import { findOwnBasketId } from '#db/queries/ordering/basket.server.ts'

type TakeOver = {
  /** the token's own number */
  nonce: string
  basketId: string
  /** the basket this browser has here already, a guest's */
  guestBasketId: string | null
  /** who is signed in here */
  customerId: string | null
  now: Date
}

const countedForMs = 10 * 60_000

/**
 * A basket comes over from another host with its browser, once: a token used again brings nothing. What lies in the basket the
 * browser has here is added to it; for who is signed in it is added to theirs. A customer's basket never comes this way.
 * @returns the basket to go on with, null when the token was used before or there is no such guest's basket
 */
export async function takeOverBasket(
  database: Database,
  { nonce, basketId, guestBasketId, customerId, now }: TakeOver,
): Promise<string | null> {
  const { hits } = await countTry(database, { key: `hand-over:${nonce}`, windowMs: countedForMs, now })
  if (hits > 1) return null
  return await database.transact(async (tx) => {
    if ((await findOwnBasketId(tx, { basketId, userId: null })) === null) return null
    const own = customerId === null ? null : await claims.findOwnBasket(tx, customerId)
    const into = own?.id ?? basketId
    const from = own ? basketId : guestBasketId
    if (from !== null && from !== into) {
      for (const line of await claims.findGuestLines(tx, from)) await claims.addToBasket(tx, into, line)
      await claims.dropGuestBasket(tx, from)
    }
    if (customerId !== null && !own) await claims.takeOverBasket(tx, { basketId, customerId })
    return into
  })
}
