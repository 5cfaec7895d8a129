import { eq } from 'drizzle-orm'
import type { Fen } from '#app/domain/money/fen.ts'
import type { Tx } from '#db/connection.ts'
import { insertRows } from '#db/prepared.ts'
import { basketLines, baskets, customers, variants } from '#db/schema/index.ts'

type BoxBasket = { basketId: string; variantId: string; quantity: number; now: Date }

/**
 * Lays one size into a basket that is nobody's, at today's price: the customer's own basket is theirs alone. One left there by a process
 * that died is laid anew.
 * @returns the price, fen for one
 */
export async function layBoxBasket(tx: Tx, { basketId, variantId, quantity, now }: BoxBasket): Promise<Fen | null> {
  const [size] = await tx.select({ priceFen: variants.priceFen }).from(variants).where(eq(variants.id, variantId))
  if (!size) return null
  await dropBoxBasket(tx, basketId)
  await insertRows(tx, baskets, [{ id: basketId, customerId: null, storefrontId: 'alliance', touchedAt: now }])
  await insertRows(tx, basketLines, [{ basketId, variantId, quantity, seenPriceFen: size.priceFen, addedAt: now }])
  return size.priceFen
}

export const dropBoxBasket = (tx: Tx, basketId: string) => tx.delete(baskets).where(eq(baskets.id, basketId))

/** Whether somebody is still there to bring a box to: not who had themselves deleted. */
export async function isStillCustomer(tx: Tx, customerId: string): Promise<boolean> {
  const [found] = await tx.select({ deletedAt: customers.deletedAt }).from(customers).where(eq(customers.id, customerId))
  return found !== undefined && found.deletedAt === null
}
