import type { ListedDish } from '#app/components/shop/finding/dish-list.tsx'
import { drawnCrop } from '#app/domain/catalog/drawn-crop.ts'
import { dishesFrom } from '#app/domain/finding/dishes-from.ts'
import { cropNames } from '#app/domain/woodcut/crop-names.ts'
import { shelfSearch } from '#app/http/shelf-search.server.ts'

/** What these crops cook, with a product in stock for each that is missing. Answered from memory: it may be a minute old. */
export async function readDishes(
  crops: readonly (string | null)[],
  { today, mostMissing, limit }: { today: string; mostMissing: number; limit: number },
): Promise<ListedDish[]> {
  const had = crops.flatMap((crop) => drawnCrop(crop) ?? [])
  if (had.length === 0) return []
  const products = await shelfSearch().ofCrops(today)
  return dishesFrom(had, { mostMissing, onShelf: new Set(products.keys()), limit }).map(({ missing, ...dish }) => ({
    ...dish,
    missing: missing.map((crop) => ({ slug: products.get(crop)!.slug, ...cropNames[crop] })),
  }))
}
