import { businessDay } from '#app/domain/business-day.ts'
import { sizesToRebuy } from '#app/domain/finding/sizes-to-rebuy.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { type BasketOwner, mostOfOne, openBasket } from '#app/services/ordering/change-basket.server.ts'
import type { Database } from '#db/connection.ts'
import type { OrderOwner } from '#db/queries/customers/order-page.server.ts'
import { findOrderedSizes, findQuantitiesIn } from '#db/queries/finding/bought.server.ts'
import { findOffer } from '#db/queries/ordering/basket.server.ts'
import { setBasketLine } from '#db/queries/ordering/basket-writes.server.ts'

export type AgainAsked = BasketOwner & { orderId: string; owner: OrderOwner }

/** A size of which fewer are left than were bought, or none (0). */
export type Short = { nameZh: string; nameEn: string; sizeZh: string; sizeEn: string; quantity: number; left: number }

/**
 * Puts what an order held into the basket, at today's price and as far as there is any; whatever is there already stays, and
 * pressing twice changes nothing more. `short` says what could not be put in whole.
 */
export async function orderAgain(
  { transact }: Pick<Database, 'transact'>,
  asked: AgainAsked,
): Promise<Result<{ basketId: string; put: number; short: Short[] }, { code: 'unknown_order' }>> {
  const { now } = asked
  const today = businessDay(now)
  return await transact(async (tx) => {
    const sizes = sizesToRebuy(await findOrderedSizes(tx, asked))
    if (sizes.length === 0) return refuse({ code: 'unknown_order' })
    const basketId = await openBasket(tx, asked)
    const held = await findQuantitiesIn(tx, basketId)
    const short: Short[] = []
    let put = 0
    for (const { variantId, quantity: wanted, ...names } of sizes) {
      const offer = await findOffer(tx, { variantId, today })
      const left = Math.min(offer?.available ?? 0, mostOfOne)
      const quantity = Math.max(Math.min(wanted, left), held.get(variantId) ?? 0)
      if (left < wanted) short.push({ ...names, quantity: wanted, left })
      if (left > 0) put++
      if (offer && quantity > 0) await setBasketLine(tx, { basketId, variantId, quantity, priceFen: offer.priceFen, now })
    }
    return accept({ basketId, put, short })
  })
}
