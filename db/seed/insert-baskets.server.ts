import { inArray } from 'drizzle-orm'
import { chunksOf } from '#db/chunks-of.ts'
import type { Database } from '#db/connection.ts'
import { basketLines, baskets, variants } from '#db/schema/index.ts'

/** Guests' baskets with one of each size, as seen at today's price. For benches. */
export async function insertBaskets(db: Database, wanted: readonly { id: string; variantIds: readonly string[] }[]): Promise<void> {
  const touchedAt = new Date()
  for (const some of chunksOf(wanted, 500)) {
    await db.transact(async (tx) => {
      const ids = [...new Set(some.flatMap((basket) => basket.variantIds))]
      const prices = await tx.select({ id: variants.id, priceFen: variants.priceFen }).from(variants).where(inArray(variants.id, ids))
      const priceOf = new Map(prices.map((variant) => [variant.id, variant.priceFen]))
      await tx.insert(baskets).values(some.map(({ id }) => ({ id, customerId: null, storefrontId: 'alliance', touchedAt })))
      await tx.insert(basketLines).values(
        some.flatMap(({ id, variantIds }) =>
          variantIds.map((variantId) => ({
            basketId: id,
            variantId,
            quantity: 1,
            seenPriceFen: priceOf.get(variantId)!,
            addedAt: touchedAt,
          })),
        ),
      )
    })
  }
}
