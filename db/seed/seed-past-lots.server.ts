import { eq } from 'drizzle-orm'
import { addDays } from '#app/domain/business-day.ts'
import { lotId } from '#app/domain/catalog/catalog-ids.ts'
import type { Tx } from '#db/connection.ts'
import { lots, products, variants } from '#db/schema/index.ts'
import { allianceLots } from './data/alliance-lots.ts'
import type { DemoOrder } from './demo-orders.ts'
import { insertMissing } from './insert-missing.server.ts'

/** Past lots spoil before anything on today's shelf does, so that the orders they were harvested for sell them out. */
const keepsDays = 6
/** A wave comes at the latest this many days after the first day an order may. */
const arrivesWithinDays = 3

/** What was harvested for these orders, the day before each and no more than they take: today's stock stays whole. */
export async function seedPastLots(tx: Tx, orders: readonly DemoOrder[]): Promise<void> {
  const sizes = await tx
    .select({ code: variants.code, id: variants.id, farmId: products.farmId })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
  const sizeOf = new Map(sizes.map((size) => [size.code, size]))
  const harvested = new Map<string, typeof lots.$inferInsert>()
  for (const { on, fromOn, items } of orders) {
    const packing = items.map(([code]) => sizeOf.get(code)?.farmId)
    for (const [code, quantity] of items) {
      const size = sizeOf.get(code)
      const farmId = size?.farmId ?? fulfillerOf(code, packing)
      if (!size || !farmId) continue
      const harvestedOn = addDays(on, -1)
      const id = `${lotId(code, harvestedOn)}_${farmId}`
      const available = (harvested.get(id)?.available ?? 0) + quantity
      const keepsUntil = [addDays(harvestedOn, keepsDays + 1), addDays(fromOn, arrivesWithinDays), harvested.get(id)?.bestBeforeOn ?? '']
      const bestBeforeOn = keepsUntil.sort().at(-1)!
      harvested.set(id, { id, farmId, variantId: size.id, harvestedOn, bestBeforeOn, available, held: 0, sold: 0 })
    }
  }
  await insertMissing(tx, lots, [...harvested.values()])
}

/** An alliance product goes to a farm that packs for the order anyway, where one fulfils it: the same choice routing makes. */
function fulfillerOf(variantCode: string, packing: readonly (string | null | undefined)[]): string | undefined {
  const holders = allianceLots.filter((lot) => lot.variantCode === variantCode).map(({ farmId }) => farmId)
  return holders.find((farmId) => packing.includes(farmId)) ?? holders[0]
}
