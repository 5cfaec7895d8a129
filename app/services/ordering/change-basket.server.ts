import { businessDay } from '#app/domain/business-day.ts'
import { invariant } from '#app/domain/invariant.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { findOffer } from '#db/queries/ordering/basket.server.ts'
import { deleteBasketLine, insertBasket, setBasketLine, touchBasket } from '#db/queries/ordering/basket-writes.server.ts'
import { findBasket } from '#db/queries/ordering/placement.server.ts'

/** The most of one size in one basket. */
export const mostOfOne = 999

/** Whose basket is changed, and when. */
export type BasketOwner = {
  /** what the browser carries; a new basket is made when it is unknown or somebody else's */
  basketId: string | null
  storefrontId: string
  customerId: string | null
  now: Date
}

export type BasketChange = BasketOwner & {
  variantId: string
  /** how many there shall be: whole, 0 takes the line out */
  quantity: number
}

/** `not_enough` says how many there are; `unknown_variant` is not, or no longer, on the shelf. */
export type BasketRefusal = { code: 'unknown_variant' } | { code: 'not_enough'; available: number }

/**
 * Sets how many of a size a basket holds. The price noted is today's, read here; a line that is already there keeps the
 * price its customer saw, so that a change is asked about. Stock is not held: placing the order does that.
 * @throws {InvariantError} on a quantity that is negative or not whole
 */
export async function changeBasket(
  { transact }: Pick<Database, 'transact'>,
  change: BasketChange,
): Promise<Result<{ basketId: string }, BasketRefusal>> {
  const { variantId, quantity, now } = change
  invariant(Number.isSafeInteger(quantity) && quantity >= 0, `not a quantity: ${quantity}`)
  return await transact(async (tx) => {
    if (quantity === 0) {
      const basketId = await openBasket(tx, change)
      await deleteBasketLine(tx, { basketId, variantId })
      return accept({ basketId })
    }
    const offer = await findOffer(tx, { variantId, today: businessDay(now) })
    if (!offer) return refuse({ code: 'unknown_variant' })
    const available = Math.min(offer.available, mostOfOne)
    if (quantity > available) return refuse({ code: 'not_enough', available })
    const basketId = await openBasket(tx, change)
    await setBasketLine(tx, { basketId, variantId, quantity, priceFen: offer.priceFen, now })
    return accept({ basketId })
  })
}

/** Their basket, theirs from now on; else a new one under an id nobody can guess. */
export async function openBasket(tx: Tx, { basketId, customerId, storefrontId, now }: BasketOwner): Promise<string> {
  const known = basketId === null ? undefined : await findBasket(tx, { basketId, customerId })
  if (known) {
    await touchBasket(tx, { basketId: known.id, customerId, now })
    return known.id
  }
  const id = newId('bas')
  await insertBasket(tx, { id, customerId, storefrontId, touchedAt: now })
  return id
}
