import type { Fen } from '#app/domain/money/fen.ts'
import type { Category, Certification, StorageClass } from './product-sheet-words.ts'

/** What a row says of the product; every row of one product says the same. */
export type ProductFields = {
  code: string
  nameZh: string
  nameEn: string
  category: Category
  /** The illustration's id; null shows the category's glyph. */
  crop: string | null
  textZh: string
  textEn: string
  originZh: string
  originEn: string
  /** Months 1–12; `from` after `to` wraps over the new year. Null: all year. */
  season: { from: number; to: number } | null
  /** A code the alliance has on record, in upper case. */
  geographicalIndication: string | null
  certifications: Certification[]
}

/** A price each from `quantity` upwards, for group-buy leaders and enterprises. */
export type PriceTier = { quantity: number; priceFen: Fen }

export type VariantFields = {
  code: string
  zh: string
  en: string
  priceFen: Fen
  netWeightG: number
  /** Net weight and packing. */
  grossWeightG: number
  /** The packed size's room in a crate. */
  volumeMl: number
  storage: StorageClass
  /** The fewest a group buy or an enterprise may order; null where there is no such limit. */
  bulkMin: number | null
  /** Quantities rise and prices fall, all below `priceFen`. */
  tiers: PriceTier[]
}

/** Days are YYYY-MM-DD; best before is later than harvest; quantity counts variants and may be 0. */
export type LotFields = { harvestedOn: string; bestBeforeOn: string; quantity: number }

/** One good row of a product sheet; `row` is the number the spreadsheet shows beside it. */
export type ProductRow = { row: number; product: ProductFields; variant: VariantFields; lot: LotFields | null }
