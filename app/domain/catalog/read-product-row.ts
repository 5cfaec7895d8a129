import type { Fen } from '#app/domain/money/fen.ts'
import type { LotFields, PriceTier, ProductFields, ProductRow, VariantFields } from './product-row.ts'
import type { ColumnKey } from './product-sheet-columns.ts'
import { CATEGORY_WORDS, CERTIFICATION_WORDS, STORAGE_WORDS } from './product-sheet-words.ts'
import { isComplete, type RowCells, type RowProblem, readRowCells } from './read-row-cells.ts'
import {
  type Cell,
  readCode,
  readCount,
  readDay,
  readIllustration,
  readMonth,
  readPositive,
  readPrice,
  readText,
  readWord,
  readWords,
} from './read-sheet-cell.ts'

/** `today` is the Shanghai day YYYY-MM-DD; `geographicalIndications` holds the codes the alliance has on record, in upper case. */
export type ProductSheetContext = { today: string; geographicalIndications: ReadonlySet<string> }

/**
 * Reads one row, naming everything that is wrong with it at once.
 * @returns the row and no problem, or null and at least one
 */
export function readProductRow(
  row: number,
  cellOf: (column: ColumnKey) => Cell,
  context: ProductSheetContext,
): { read: ProductRow | null; problems: RowProblem[] } {
  const cells = readRowCells(cellOf)
  const product = readProduct(cells, context)
  const variant = readVariant(cells)
  const lot = readLot(cells, context)
  const { problems } = cells
  if (problems.length > 0 || product === null || variant === null) return { read: null, problems }
  return { read: { row, product, variant, lot }, problems }
}

export function readProduct(cells: RowCells, context: ProductSheetContext): ProductFields | null {
  const told = {
    code: cells.required('productCode', readCode),
    nameZh: cells.required('nameZh', readText(60)),
    nameEn: cells.required('nameEn', readText(100)),
    category: cells.required('category', readWord(CATEGORY_WORDS)),
    textZh: cells.required('textZh', readText(1_000)),
    textEn: cells.required('textEn', readText(2_000)),
    originZh: cells.required('originZh', readText(60)),
    originEn: cells.required('originEn', readText(100)),
  }
  const crop = cells.optional('crop', readIllustration)
  cells.allOrNone(['seasonFrom', 'seasonTo'], 'season_incomplete')
  const season = { from: cells.optional('seasonFrom', readMonth), to: cells.optional('seasonTo', readMonth) }
  const geographicalIndication = cells.optional('gi', readCode)
  if (geographicalIndication !== null && !context.geographicalIndications.has(geographicalIndication)) {
    cells.report('gi', 'unknown_geographical_indication')
  }
  const certifications = cells.optional('certifications', readWords(CERTIFICATION_WORDS)) ?? []
  return isComplete(told) ? { ...told, crop, season: isComplete(season) ? season : null, geographicalIndication, certifications } : null
}

export function readVariant(cells: RowCells): VariantFields | null {
  const told = {
    code: cells.required('variantCode', readCode),
    zh: cells.required('variantZh', readText(40)),
    en: cells.required('variantEn', readText(60)),
    priceFen: cells.required('priceYuan', readPrice),
    netWeightG: cells.required('netWeightG', readPositive),
    grossWeightG: cells.required('grossWeightG', readPositive),
    volumeMl: cells.required('volumeMl', readPositive),
    storage: cells.required('storage', readWord(STORAGE_WORDS)),
  }
  if (told.netWeightG !== null && told.grossWeightG !== null && told.grossWeightG < told.netWeightG) {
    cells.report('grossWeightG', 'gross_below_net')
  }
  const bulkMin = cells.optional('bulkMin', readPositive)
  const tiers = readTiers(cells, told.priceFen)
  return isComplete(told) ? { ...told, bulkMin, tiers } : null
}

/** The step prices, each for more pieces and less money than the one before; the retail price is the step of one piece. */
export function readTiers(cells: RowCells, retailFen: Fen | null): PriceTier[] {
  const first = ['tier1Qty', 'tier1PriceYuan'] as const
  const second = ['tier2Qty', 'tier2PriceYuan'] as const
  cells.allOrNone(second.every(cells.isBlank) ? first : [...first, ...second], 'tier_incomplete')

  const tiers: PriceTier[] = []
  let before = { quantity: 1, priceFen: retailFen }
  for (const [quantityColumn, priceColumn] of [first, second]) {
    const quantity = cells.optional(quantityColumn, readPositive)
    const priceFen = cells.optional(priceColumn, readPrice)
    if (quantity === null || priceFen === null) continue
    if (quantity <= before.quantity) cells.report(quantityColumn, 'tier_quantity_not_rising')
    if (before.priceFen !== null && priceFen >= before.priceFen) cells.report(priceColumn, 'tier_price_not_falling')
    before = { quantity, priceFen }
    tiers.push({ quantity, priceFen })
  }
  return tiers
}

export function readLot(cells: RowCells, { today }: ProductSheetContext): LotFields | null {
  cells.allOrNone(['harvestedOn', 'bestBeforeOn', 'quantity'], 'lot_incomplete')
  const lot = {
    harvestedOn: cells.optional('harvestedOn', readDay),
    bestBeforeOn: cells.optional('bestBeforeOn', readDay),
    quantity: cells.optional('quantity', readCount),
  }
  if (lot.harvestedOn !== null && lot.harvestedOn > today) cells.report('harvestedOn', 'harvested_in_future')
  if (lot.bestBeforeOn !== null && lot.bestBeforeOn < today) cells.report('bestBeforeOn', 'past_best_before')
  if (lot.harvestedOn !== null && lot.bestBeforeOn !== null && lot.bestBeforeOn <= lot.harvestedOn) {
    cells.report('bestBeforeOn', 'best_before_harvest')
  }
  return isComplete(lot) ? lot : null
}
