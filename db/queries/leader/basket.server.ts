import { and, eq } from 'drizzle-orm'
import type { Fen } from '#app/domain/money/fen.ts'
import type { Tx } from '#db/connection.ts'
import { insertRows } from '#db/prepared.ts'
import { basketLines, baskets } from '#db/schema/index.ts'

export type BulkLine = { variantId: string; quantity: number; seenPriceFen: Fen }

/** Puts a leader's sheet into a basket of this id, in place of what was in it. @returns false when the basket is another's */
export async function replaceBasket(tx: Tx, basket: typeof baskets.$inferInsert & { customerId: string }, lines: readonly BulkLine[]) {
  await tx.insert(baskets).values(basket).onConflictDoNothing()
  const [theirs] = await tx
    .select({ id: baskets.id })
    .from(baskets)
    .where(and(eq(baskets.id, basket.id), eq(baskets.customerId, basket.customerId)))
  if (!theirs) return false
  await tx.delete(basketLines).where(eq(basketLines.basketId, basket.id))
  const rows = lines.map(({ variantId, quantity, seenPriceFen }) => ({
    basketId: basket.id,
    variantId,
    quantity,
    seenPriceFen,
    addedAt: basket.touchedAt,
  }))
  await insertRows(tx, basketLines, rows)
  return true
}
