import { bundlesLeft } from '#app/domain/catalog/bundles-left.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'
import { expandBundles } from '#app/domain/ordering/expand-bundles.ts'

export type PreviewPart = {
  variantId: string
  priceFen: Fen
  units: number
  /** null for an alliance product */
  farmId: string | null
  left: number
}

/** What one farm has in one bundle: at shelf price, its part of the saving, and what its part sells for. */
export type FarmPart = { farmId: string | null; shelfFen: Fen; offFen: Fen; soldFen: Fen }

/** The account of one bundle before it is saved: the same decision an order of one takes. */
export function previewBundle(parts: readonly PreviewPart[], offBp: number) {
  const bundleId = 'bundle'
  const row = { variantId: bundleId, priceFen: fen(0), farmId: null, left: 0 }
  const { items, bundles } = expandBundles<Omit<PreviewPart, 'units'>>(
    [{ ...row, quantity: 1, unitPriceFen: fen(0), offBp }],
    parts.map((part) => ({ ...part, bundleId, notBeforeOn: null })),
  )
  const farms = [...groupBy(items, ({ farmId }) => farmId)].map(([farmId, ofFarm]): FarmPart => {
    const shelfFen = sumFen(ofFarm.map((item) => fen(item.unitPriceFen * item.quantity)))
    const offFen = sumFen(ofFarm.map((item) => item.offFen))
    return { farmId, shelfFen, offFen, soldFen: fen(shelfFen - offFen) }
  })
  const left = bundlesLeft(parts.map((part) => ({ ...part, bundleId, notBeforeOn: null, isListed: true }))).get(bundleId) ?? 0
  return {
    priceFen: bundles[0]?.unitPriceFen ?? fen(0),
    singleFen: sumFen(farms.map(({ shelfFen }) => shelfFen)),
    left,
    /** the parts that allow no more than that */
    scarceIds: parts.filter((part) => Math.floor(part.left / part.units) === left).map(({ variantId }) => variantId),
    farms,
  }
}
