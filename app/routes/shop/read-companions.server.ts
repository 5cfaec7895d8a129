import type { Category } from '#app/domain/catalog/product-sheet-words.ts'
import { db } from '#app/http/runtime.server.ts'
import { findNeighbours } from '#db/queries/catalog/product.server.ts'
import { findProductCards } from '#db/queries/catalog/product-cards.server.ts'
import { findRelatedIds } from '#db/queries/finding/related.server.ts'
import { readDishes } from './read-dishes.server.ts'

const neighboursShown = 4
const tookShown = 4
const dishesShown = 4

type Product = { id: string; crop: string | null; category: Category; farmId: string | null }

/** What goes with a product: what others took with it, what it cooks, and the like from other farms. */
export async function readCompanions(product: Product, asked: { language: 'zh' | 'en'; today: string }) {
  const { reader } = db()
  const { id: productId, crop, category, farmId } = product
  const [related, neighbours] = await Promise.all([
    findRelatedIds(reader, productId),
    findNeighbours(reader, { category, farmId, productId, limit: neighboursShown }),
  ])
  const tookIds = related.slice(0, tookShown)
  const [took, others, dishes] = await Promise.all([
    findProductCards(reader, tookIds, asked),
    findProductCards(
      reader,
      neighbours.filter((id) => !tookIds.includes(id)),
      asked,
    ),
    readDishes([crop], { today: asked.today, mostMissing: 2, limit: dishesShown }),
  ])
  return { took, others, dishes }
}
