import type { Fen } from '#app/domain/money/fen.ts'

/**
 * One cell of a farm's listings that is to change: what it said when it was shown, and what it shall say. `id` is the
 * variant's for a price, the lot's for stock (what can be sold of it), the product's for the shelf.
 */
export type ListingChange =
  | { kind: 'price'; id: string; from: Fen; to: Fen }
  | { kind: 'stock'; id: string; from: number; to: number }
  | { kind: 'shelf'; id: string; from: ShelfStatus; to: ShelfStatus }

export type ShelfStatus = 'listed' | 'off'

/** Why what was typed into a cell cannot be read. */
export type CellProblem = 'not_an_amount' | 'must_be_positive' | 'not_a_whole_number'

/** What takes these changes back, the last first. */
export const undoing = (changes: readonly ListingChange[]): ListingChange[] => changes.map(turnedRound).reverse()

function turnedRound(change: ListingChange): ListingChange {
  switch (change.kind) {
    case 'price':
      return { ...change, from: change.to, to: change.from }
    case 'stock':
      return { ...change, from: change.to, to: change.from }
    case 'shelf':
      return { ...change, from: change.to, to: change.from }
  }
}
