import type { Category, Certification, StorageClass } from '#app/domain/catalog/product-sheet-words.ts'
import { CATEGORY_WORDS, CERTIFICATION_WORDS, STORAGE_WORDS } from '#app/domain/catalog/product-sheet-words.ts'
import { isInSeason, type Season } from '#app/domain/catalog/season.ts'
import { daysBetween } from '#app/domain/days-between.ts'
import { type PriceBand, priceBandOf, priceBands } from './price-bands.ts'

export const shelfKinds = ['single', 'bundle', 'presale', 'adoption'] as const
export type ShelfKind = (typeof shelfKinds)[number]

/** Certifications, and `gi`: the right to a geographical indication. */
export const shelfMarks = [...(Object.keys(CERTIFICATION_WORDS) as Certification[]), 'gi'] as const
export type ShelfMark = (typeof shelfMarks)[number]

/** What a list can be narrowed by besides farm, season and stock, and the values each may take; 31 at most. */
export const facetValues = {
  category: Object.keys(CATEGORY_WORDS) as Category[],
  storage: Object.keys(STORAGE_WORDS) as StorageClass[],
  mark: shelfMarks as readonly ShelfMark[],
  price: priceBands as readonly PriceBand[],
  kind: shelfKinds as readonly ShelfKind[],
}

/** A listed product as far as finding it goes; prices and weights are of its listed sizes. */
export type ShelfFact = {
  category: Category
  kind: Exclude<ShelfKind, 'presale'>
  isPresold: boolean
  certifications: readonly string[]
  hasIndication: boolean
  season: Season | null
  sizes: readonly { priceFen: number; netWeightG: number; storage: StorageClass }[]
  inStock: boolean
  /** its freshest harvest that can still be sold, YYYY-MM-DD; null when there is none */
  harvestedOn: string | null
}

/** The same as numbers: one bit a value (in the order of `facetValues`; months 1–12 are bits 0–11), and what lists are sorted by. */
export type ShelfRow = {
  category: number
  storage: number
  mark: number
  price: number
  kind: number
  season: number
  stock: number
  priceFen: number
  /** thousandths of a fen for a kilogram */
  unitPrice: number
  /** days since 1970; 0 for none */
  harvestDay: number
}

const everyMonth = 0xfff

/** @returns null for a product without a listed size: it is not on the shelf */
export function shelfRowOf(fact: ShelfFact): ShelfRow | null {
  if (fact.sizes.length === 0) return null
  const unitPrice = Math.min(...fact.sizes.map(({ priceFen, netWeightG }) => Math.round((priceFen * 1_000_000) / netWeightG)))
  const marks = [...fact.certifications, ...(fact.hasIndication ? ['gi'] : [])]
  return {
    category: bitsOf(facetValues.category, [fact.category]),
    storage: bitsOf(
      facetValues.storage,
      fact.sizes.map(({ storage }) => storage),
    ),
    mark: bitsOf(facetValues.mark, marks),
    price: bitsOf(facetValues.price, [priceBandOf(unitPrice / 2000)]),
    kind: bitsOf(facetValues.kind, fact.isPresold ? [fact.kind, 'presale'] : [fact.kind]),
    season: fact.season === null ? everyMonth : monthsOf(fact.season),
    stock: fact.inStock ? 1 : 0,
    priceFen: Math.min(...fact.sizes.map(({ priceFen }) => priceFen)),
    unitPrice,
    harvestDay: fact.harvestedOn === null ? 0 : daysBetween('1970-01-01', fact.harvestedOn),
  }
}

/** One bit for each of `chosen`; what is not among `values` has none. */
export const bitsOf = (values: readonly string[], chosen: readonly string[]): number =>
  chosen.reduce((bits, value) => {
    const at = values.indexOf(value)
    return at < 0 ? bits : bits | (1 << at)
  }, 0)

const monthsOf = (season: Season): number =>
  Array.from({ length: 12 }, (_, i) => (isInSeason(season, i + 1) ? 1 << i : 0)).reduce((bits, bit) => bits | bit, 0)
