import { accept, type Result, refuse } from '#app/domain/result.ts'

/**
 * `farmId` is the producer; null for an alliance product, which any farm with a suitable lot may fill. `notBeforeOn` is the
 * first day it may be delivered, for what is sold ahead of its harvest; a variant may be wanted for several days at once.
 */
export type WantedLine = { variantId: string; farmId: string | null; quantity: number; notBeforeOn?: string | null }
/** A lot that is only `forecast` is expected on `harvestedOn`. */
export type LotOnHand = {
  id: string
  farmId: string
  variantId: string
  available: number
  harvestedOn: string
  bestBeforeOn: string
  forecast?: boolean
}
/** One farm's part of a line, and the lots it comes from. */
export type RoutedPart = {
  variantId: string
  notBeforeOn: string | null
  farmId: string
  quantity: number
  lots: { lotId: string; quantity: number }[]
}
/** The day a farm's goods would be delivered, wanted at once (null) or not before a day; undefined where no wave takes them. */
export type DeliveryDayOf = (farmId: string, notBeforeOn: string | null) => string | undefined
export type RoutingRefusal = { code: 'not_enough'; variantId: string; available: number }

type FarmStock = { farmId: string; lots: LotOnHand[]; total: number }

/**
 * Decides which farm and which lots fill each line.
 *
 * A farm's own product goes to that farm, earliest best-before first. An alliance product goes to one farm where one can
 * fill it: preferably a farm already packing for this order (fewest parcels), then the one whose goods spoil first; only
 * when no farm can fill it alone is it split, largest stock first. Ties go by id. What is wanted for a day to come is filled
 * from forecasts alone, what is wanted at once never from one: whoever buys ahead gets that harvest, and nothing older.
 *
 * @param deliveryDayOf lots that spoil before that day or are harvested after it do not count, nor do farms without one
 * @returns parts whose quantities sum to each line's quantity, in the order of the lines, or the first shortage
 */
export function routeLines(
  lines: readonly WantedLine[],
  lots: readonly LotOnHand[],
  deliveryDayOf: DeliveryDayOf,
): Result<RoutedPart[], RoutingRefusal> {
  const left = new Map(lots.map((lot) => [lot.id, lot.available]))
  const packing = new Set(lines.flatMap((line) => line.farmId ?? []))
  const parts: RoutedPart[] = []
  for (const line of lines) {
    const stocks = stocksFor(line, lots, left, deliveryDayOf)
    const available = stocks.reduce((sum, stock) => sum + stock.total, 0)
    if (available < line.quantity) return refuse({ code: 'not_enough', variantId: line.variantId, available })
    const alone = stocks.filter((stock) => stock.total >= line.quantity)
    const from =
      alone.length > 0 ? [bestAlone(alone, packing)] : [...stocks].sort((a, b) => b.total - a.total || compare(a.farmId, b.farmId))
    let short = line.quantity
    for (const stock of from) {
      if (short === 0) break
      const part = takeFrom(line, stock, Math.min(short, stock.total), left)
      short -= part.quantity
      packing.add(part.farmId)
      parts.push(part)
    }
  }
  return accept(parts)
}

function stocksFor(line: WantedLine, lots: readonly LotOnHand[], left: Map<string, number>, deliveryDayOf: DeliveryDayOf): FarmStock[] {
  const byFarm = new Map<string, FarmStock>()
  for (const lot of lots) {
    const day = deliveryDayOf(lot.farmId, line.notBeforeOn ?? null)
    const available = left.get(lot.id) ?? 0
    const isItsHarvest = (lot.forecast ?? false) === ((line.notBeforeOn ?? null) !== null)
    const suits = isItsHarvest && lot.variantId === line.variantId && (line.farmId === null || line.farmId === lot.farmId)
    if (!suits || day === undefined || lot.bestBeforeOn < day || lot.harvestedOn > day || available === 0) continue
    const stock = byFarm.get(lot.farmId) ?? { farmId: lot.farmId, lots: [], total: 0 }
    stock.lots.push(lot)
    stock.total += available
    byFarm.set(lot.farmId, stock)
  }
  for (const stock of byFarm.values()) stock.lots.sort((a, b) => compare(a.bestBeforeOn, b.bestBeforeOn) || compare(a.id, b.id))
  return [...byFarm.values()]
}

function bestAlone(stocks: readonly FarmStock[], packing: ReadonlySet<string>): FarmStock {
  const [first] = [...stocks].sort(
    (a, b) =>
      Number(packing.has(b.farmId)) - Number(packing.has(a.farmId)) ||
      compare(a.lots[0]!.bestBeforeOn, b.lots[0]!.bestBeforeOn) ||
      compare(a.farmId, b.farmId),
  )
  return first!
}

function takeFrom(line: WantedLine, stock: FarmStock, quantity: number, left: Map<string, number>): RoutedPart {
  const taken: RoutedPart['lots'] = []
  let short = quantity
  for (const lot of stock.lots) {
    const available = left.get(lot.id) ?? 0
    const take = Math.min(short, available)
    if (take === 0) continue
    left.set(lot.id, available - take)
    taken.push({ lotId: lot.id, quantity: take })
    short -= take
  }
  return { variantId: line.variantId, notBeforeOn: line.notBeforeOn ?? null, farmId: stock.farmId, quantity, lots: taken }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
