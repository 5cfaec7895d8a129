import { db } from '#app/http/runtime.server.ts'
import { customerOf } from '#app/http/viewer.server.ts'
import { findProductCards } from '#db/queries/catalog/product-cards.server.ts'
import { findLastOrder, findRecentlyBoughtIds } from '#db/queries/finding/bought.server.ts'

const shownBought = 4

/** What the reader bought last, and their last order; null for guests, for whom nothing is asked, and before the first order. */
export async function readBought(request: Request, asked: { language: 'zh' | 'en'; today: string }) {
  const customer = await customerOf(request)
  if (!customer) return null
  const { customerId } = customer
  const { reader } = db()
  const [order, ids] = await Promise.all([
    findLastOrder(reader, customerId),
    findRecentlyBoughtIds(reader, { customerId, limit: shownBought }),
  ])
  return order && { order, cards: await findProductCards(reader, ids, asked) }
}
