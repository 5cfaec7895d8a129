import type { Fen } from '#app/domain/money/fen.ts'
import type { Category } from './product-sheet-words.ts'

export type ShownPicture = { id: string; colour: string | null }

/** What a card on the shelf shows, in the reader's language. */
export type ProductCard = {
  slug: string
  name: string
  crop: string | null
  category: Category
  /** a photograph, and the colour drawn until it is there */
  picture: ShownPicture | null
  /** how many reviews are shown, and their stars together */
  ratings: number
  stars: number
  /** none for an alliance product */
  farm: { code: string; name: string; county: string; licensed: boolean } | null
  indication: string | null
  /** the size offered on the card */
  variantId: string
  size: string
  priceFen: Fen
  netWeightG: number
  hasMoreSizes: boolean
  /** units left of this size; 0 is sold out */
  left: number
  /** how old the freshest harvest of any size is; null when there is none to sell */
  daysSinceHarvest: number | null
  /** the first day of the harvest its size is sold ahead of; null when it is sold from what is harvested */
  aheadFromOn: string | null
}

/** A size on the shelf; `left` units of it can be sold. */
type Size = { priceFen: number; left: number }

/** The size a card offers: the cheapest that can be bought, or the cheapest of all when everything is sold out. */
export function cardSizeOf<Of extends Size>(sizes: readonly Of[]): Of | undefined {
  const cheapestFirst = [...sizes].sort((a, b) => a.priceFen - b.priceFen)
  return cheapestFirst.find(({ left }) => left > 0) ?? cheapestFirst[0]
}
