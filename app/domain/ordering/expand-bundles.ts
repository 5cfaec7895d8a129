import { groupBy } from '#app/domain/group-by.ts'
import { invariant } from '#app/domain/invariant.ts'
import { allocate } from '#app/domain/money/allocate.ts'
import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'
import { bundlePriceOf } from '#app/domain/pricing/bundle-price.ts'

/** A size that lies in a lot, at its shelf price. */
export type Size = { variantId: string; priceFen: Fen }

/**
 * What a basket asks for. `unitPriceFen` is what one costs (the shelf price, or a leader's step), `offBp` the rate of a bundle,
 * null for a size that is none.
 */
export type Wanted = { quantity: number; unitPriceFen: Fen; offBp: number | null; notBeforeOn?: string | null }

/** What is in one bundle: `units` of a size, delivered at once or not before a day. */
export type BundlePart = { bundleId: string; units: number; notBeforeOn: string | null }

/** What is to be delivered of one size for one day. `offFen` is what its bundles take off all of it, before any promotion. */
export type Item = { quantity: number; notBeforeOn: string | null; unitPriceFen: Fen; offFen: Fen }

/** A bundle as it is bought: one costs `unitPriceFen`, and all of them save `savedFen` against their parts at shelf price. */
export type BoughtBundle = { variantId: string; quantity: number; unitPriceFen: Fen; savedFen: Fen }

export type Expanded<Of extends Size> = {
  items: (Of & Item)[]
  bundles: BoughtBundle[]
  /** in which bundle a size comes, for what is said of it */
  bundleOf: ReadonlyMap<string, string>
}

/**
 * Takes the bundles of a basket apart. Each part becomes goods at shelf price, together with what of it is wanted by itself; what
 * a bundle costs less than its parts is spread over them by largest remainder, so that each farm funds its own part and no fen is
 * created or lost. A part exchanged for another size counts at that size's price: the bundle costs what it then holds, less its rate.
 * Where one size is wanted at two prices (a leader's step, and in a bundle) the dearer is written and the difference taken off.
 *
 * @param parts of the bundles that are wanted; every one has some
 * @param swaps the size that comes in a part's place, by the part's size
 */
export function expandBundles<Of extends Size>(
  wanted: readonly (Of & Wanted)[],
  parts: readonly (Of & BundlePart)[],
  swaps: ReadonlyMap<string, Of> = new Map(),
): Expanded<Of> {
  const partsOf = groupBy(parts, (part) => part.bundleId)
  const pieces: Piece<Of>[] = []
  const bundles: BoughtBundle[] = []
  const bundleOf = new Map<string, string>()
  for (const row of wanted) {
    if (row.offBp === null) {
      pieces.push(pieceOf(row, row, row.quantity, row.unitPriceFen))
      continue
    }
    const held = partsOf.get(row.variantId)
    invariant(held, `bundle ${row.variantId} is empty`)
    const filled = held.map((part) => ({ part, size: swaps.get(part.variantId) ?? part }))
    const price = bundlePriceOf(
      filled.map(({ part, size }) => ({ priceFen: size.priceFen, units: part.units })),
      row.offBp,
    )
    const savedFen = fen(price.savedFen * row.quantity)
    const ofBundle = filled.map(({ part, size }) => pieceOf(size, part, part.units * row.quantity, size.priceFen))
    const off = savedFen === 0 ? ofBundle.map(() => fen(0)) : allocate(savedFen, ofBundle.map(amountOf))
    pieces.push(...ofBundle.map((piece, index) => ({ ...piece, offFen: off[index]! })))
    bundles.push({ variantId: row.variantId, quantity: row.quantity, unitPriceFen: price.priceFen, savedFen })
    for (const { size } of filled) bundleOf.set(size.variantId, row.variantId)
  }
  return { items: [...groupBy(pieces, itemKeyOf).values()].map(mergePieces), bundles, bundleOf }
}

type Piece<Of> = Item & { variantId: string; size: Of }

const pieceOf = <Of extends Size>(size: Of, { notBeforeOn }: { notBeforeOn?: string | null }, quantity: number, unitPriceFen: Fen) => ({
  ...{ variantId: size.variantId, size, notBeforeOn: notBeforeOn ?? null },
  ...{ quantity, unitPriceFen, offFen: fen(0) },
})

const amountOf = ({ quantity, unitPriceFen }: Item): Fen => fen(unitPriceFen * quantity)

/** What is delivered of one size for one day is one item. */
export const itemKeyOf = ({ variantId, notBeforeOn }: { variantId: string; notBeforeOn?: string | null }) =>
  `${variantId} ${notBeforeOn ?? ''}`

function mergePieces<Of extends Size>(pieces: readonly Piece<Of>[]): Of & Item {
  const [first] = pieces
  invariant(first, 'nothing to merge')
  const quantity = pieces.reduce((sum, piece) => sum + piece.quantity, 0)
  const unitPriceFen = fen(Math.max(...pieces.map((piece) => piece.unitPriceFen)))
  const costFen = sumFen(pieces.map((piece) => fen(amountOf(piece) - piece.offFen)))
  return { ...first.size, quantity, notBeforeOn: first.notBeforeOn, unitPriceFen, offFen: fen(unitPriceFen * quantity - costFen) }
}
