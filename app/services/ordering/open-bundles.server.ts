import type { Fen } from '#app/domain/money/fen.ts'
import { type Expanded, expandBundles } from '#app/domain/ordering/expand-bundles.ts'
import { bundlePriceOf } from '#app/domain/pricing/bundle-price.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Reader } from '#db/client.server.ts'
import { findGoods, findPartsOf, type GoodsRow, type WantedRow } from '#db/queries/ordering/goods.server.ts'

/** A part of a bundle and the size that comes in its place, by their sizes' ids. */
export type Swap = { out: string; in: string }

/** `part_delisted`: what is in the bundle, or was to come in a part's place, is off the shelf; `variantId` is the bundle's. */
export type BundleRefusal = { code: 'part_delisted'; variantId: string; partVariantId: string }

type Row = WantedRow & { unitPriceFen: Fen }
export type Opened = Expanded<GoodsRow> & { priced: Row[] }

const isOff = (row: GoodsRow) => row.productStatus === 'off' || row.variantStatus === 'off'

/**
 * Takes a basket's bundles apart into what is delivered. A bundle is priced by what is in it today; `priced` has that price as
 * composed, to be held against what was seen: what an exchange changes in it is the customer's own wish.
 * Asks nothing where there is no bundle.
 */
export async function openBundles(
  db: Pick<Reader, 'select'>,
  wanted: readonly Row[],
  swaps: readonly Swap[],
): Promise<Result<Opened, BundleRefusal>> {
  const bundleIds = wanted.filter((row) => row.offBp !== null).map((row) => row.variantId)
  if (bundleIds.length === 0) return accept({ ...expandBundles<GoodsRow>(wanted, []), priced: [...wanted] })
  const parts = await findPartsOf(db, bundleIds)
  const incoming =
    swaps.length === 0
      ? []
      : await findGoods(
          db,
          swaps.map((swap) => swap.in),
        )
  const goods = new Map(incoming.map((row) => [row.variantId, row]))
  for (const part of parts) {
    const swap = swaps.find(({ out }) => out === part.variantId)
    const comes = swap ? goods.get(swap.in) : part
    if (!comes || isOff(comes)) {
      return refuse({ code: 'part_delisted', variantId: part.bundleId, partVariantId: swap?.in ?? part.variantId })
    }
  }
  const swapped = new Map(swaps.flatMap((swap) => (goods.has(swap.in) ? [[swap.out, goods.get(swap.in)!] as const] : [])))
  const priced = wanted.map((row) => (row.offBp === null ? row : { ...row, unitPriceFen: composedPrice(row, row.offBp, parts) }))
  return accept({ ...expandBundles<GoodsRow>(priced, parts, swapped), priced })
}

const composedPrice = (bundle: Row, offBp: number, parts: Awaited<ReturnType<typeof findPartsOf>>): Fen =>
  bundlePriceOf(
    parts.filter((part) => part.bundleId === bundle.variantId),
    offBp,
  ).priceFen
