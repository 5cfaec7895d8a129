import { and, eq, sql } from 'drizzle-orm'
import type { Fen } from '#app/domain/money/fen.ts'
import type { Tx } from '#db/connection.ts'
import { insertRows, preparedAs, slotFor } from '#db/prepared.ts'
import { basketLines, baskets } from '#db/schema/index.ts'

type LineKey = { basketId: string; variantId: string }

const lineIs = ({ basketId, variantId }: LineKey) => and(eq(basketLines.basketId, basketId), eq(basketLines.variantId, variantId))

export const insertBasket = (tx: Tx, basket: typeof baskets.$inferInsert) => insertRows(tx, baskets, [basket])

/** Notes that the basket is in use; a guest's becomes the customer's who now uses it, a customer's stays theirs. */
export const touchBasket = preparedAs<{ basketId: string; customerId: string | null; now: Date }>()('basket_touch', (tx: Tx) =>
  tx
    .update(baskets)
    .set({
      touchedAt: slotFor(baskets.touchedAt, 'now'),
      customerId: sql`coalesce(${slotFor(baskets.customerId, 'customerId')}, ${baskets.customerId})`,
    })
    .where(eq(baskets.id, sql.placeholder('basketId'))),
)

/** A line that is already there gets the quantity and keeps the price its customer saw. */
export const setBasketLine = preparedAs<LineKey & { quantity: number; priceFen: Fen; now: Date }>()('basket_set_line', (tx: Tx) =>
  tx
    .insert(basketLines)
    .values({
      basketId: slotFor(basketLines.basketId, 'basketId'),
      variantId: slotFor(basketLines.variantId, 'variantId'),
      quantity: slotFor(basketLines.quantity, 'quantity'),
      seenPriceFen: slotFor(basketLines.seenPriceFen, 'priceFen'),
      addedAt: slotFor(basketLines.addedAt, 'now'),
    })
    .onConflictDoUpdate({
      target: [basketLines.basketId, basketLines.variantId],
      set: { quantity: slotFor(basketLines.quantity, 'quantity') },
    }),
)

export const deleteBasketLine = (tx: Tx, line: LineKey) => tx.delete(basketLines).where(lineIs(line))

export const setSeenPrice = (tx: Tx, { priceFen, ...line }: LineKey & { priceFen: Fen }) =>
  tx.update(basketLines).set({ seenPriceFen: priceFen }).where(lineIs(line))
