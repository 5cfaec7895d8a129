import { businessDay } from '#app/domain/business-day.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/client.server.ts'
import { countWishes, dropWish, findListedProduct, isOnShelf, keepWish } from '#db/queries/wanting/wishes.server.ts'

export type Wishing = { customerId: string; productId: string; wish: 'keep' | 'tell' | 'drop'; now: Date }
export type WishRefusal = { code: 'unknown_product' } | { code: 'too_many' }

const atMost = 100

/**
 * A product is put on a customer's wish list, or taken off it; safe to ask twice. To be told when it is back is for what cannot be bought
 * now: asked for what can be, it is a plain wish.
 */
export function changeWish({ transact }: Database, { customerId, productId, wish, now }: Wishing): Promise<Result<null, WishRefusal>> {
  return transact(async (tx) => {
    if (wish === 'drop') {
      await dropWish(tx, { customerId, productId })
      return accept(null)
    }
    if (!(await findListedProduct(tx, productId))) return refuse({ code: 'unknown_product' })
    if ((await countWishes(tx, customerId)) >= atMost) return refuse({ code: 'too_many' })
    const tellWhenBack = wish === 'tell' && !(await isOnShelf(tx, { productId, today: businessDay(now) }))
    await keepWish(tx, { customerId, productId, tellWhenBack, now })
    return accept(null)
  })
}
