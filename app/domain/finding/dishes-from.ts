import type { Crop } from '#app/domain/woodcut/crop-names.ts'
import { type Dish, homeDishes } from './home-dishes.ts'

export type PossibleDish = Pick<Dish, 'key' | 'zh' | 'en'> & { missing: Crop[] }

/**
 * Dishes these crops make or all but make: complete ones first, then those that use the most of them; else as they stand in
 * the table. At most `mostMissing` crops are missing, all of them among `onShelf`.
 */
export function dishesFrom(
  crops: Iterable<Crop>,
  { mostMissing, onShelf, limit }: { mostMissing: number; onShelf: ReadonlySet<string>; limit: number },
): PossibleDish[] {
  const had = new Set(crops)
  const possible = homeDishes.flatMap((dish) => {
    const missing = dish.crops.filter((crop) => !had.has(crop))
    const isPossible = missing.length < dish.crops.length && missing.length <= mostMissing && missing.every((crop) => onShelf.has(crop))
    return isPossible ? [{ dish, missing }] : []
  })
  possible.sort((a, b) => a.missing.length - b.missing.length || b.dish.crops.length - a.dish.crops.length)
  return possible.slice(0, limit).map(({ dish: { key, zh, en }, missing }) => ({ key, zh, en, missing }))
}
