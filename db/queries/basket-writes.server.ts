import { and, eq } from 'drizzle-orm'
import type { Fen } from '#app/domain/money/fen.ts'
import type { Tx } from '#db/connection.ts'
import { basketLines, baskets } from '#db/schema/index.ts'

type LineKey = { basketId: string; variantId: string }

const lineIs = ({ basketId, variantId }: LineKey) => and(eq(basketLines.basketId, basketId), eq(basketLines.variantId, variantId))

export const insertBasket = (tx: Tx, basket: typeof baskets.$inferInsert) => tx.insert(baskets).values(basket)

/** Notes that the basket is in use; a guest's becomes the customer's who now uses it, a customer's stays theirs. */
export const touchBasket = (tx: Tx, { basketId, customerId, now }: { basketId: string; customerId: string | null; now: Date }) =>
  tx
    .update(baskets)
    .set(customerId === null ? { touchedAt: now } : { touchedAt: now, customerId })
    .where(eq(baskets.id, basketId))

/** A line that is already there gets the quantity and keeps the price its customer saw. */
export const setBasketLine = (tx: Tx, line: LineKey & { quantity: number; priceFen: Fen; now: Date }) =>
  tx
    .insert(basketLines)
    .values({ basketId: line.basketId, variantId: line.variantId, quantity: line.quantity, seenPriceFen: line.priceFen, addedAt: line.now })
    .onConflictDoUpdate({ target: [basketLines.basketId, basketLines.variantId], set: { quantity: line.quantity } })

export const deleteBasketLine = (tx: Tx, line: LineKey) => tx.delete(basketLines).where(lineIs(line))

export const setSeenPrice = (tx: Tx, { priceFen, ...line }: LineKey & { priceFen: Fen }) =>
  tx.update(basketLines).set({ seenPriceFen: priceFen }).where(lineIs(line))
