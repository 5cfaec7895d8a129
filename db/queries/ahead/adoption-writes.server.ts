import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { prepared } from '#db/prepared.ts'
import { adoptionOffers, adoptions, bundleParts, orderBundles, orderLines, orders, variants } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** What an order adopts: of which offer, how many, and for whom. */
export const findAdopting = prepared<Db, { orderId: string }, { offerId: string; quantity: number; customerId: string }[]>(
  'adopting_of_order',
  (db) =>
    db
      .select({ offerId: adoptionOffers.id, quantity: orderBundles.quantity, customerId: orders.customerId })
      .from(orderBundles)
      .innerJoin(variants, eq(variants.id, orderBundles.variantId))
      .innerJoin(adoptionOffers, eq(adoptionOffers.productId, variants.productId))
      .innerJoin(orders, eq(orders.id, orderBundles.orderId))
      .where(eq(orderBundles.orderId, sql.placeholder('orderId')))
      .orderBy(asc(adoptionOffers.id)),
)

/** The numbers of an offer that are taken; nobody else gives out numbers of it until the transaction ends. */
export async function lockNumbers(tx: Tx, offerId: string): Promise<Set<number>> {
  await tx
    .update(adoptionOffers)
    .set({ places: sql`${adoptionOffers.places}` })
    .where(eq(adoptionOffers.id, offerId))
  const taken = await tx
    .select({ number: adoptions.number })
    .from(adoptions)
    .where(and(eq(adoptions.offerId, offerId), isNull(adoptions.endedAt)))
  return new Set(taken.map(({ number }) => number))
}

export const insertAdoptions = (tx: Tx, rows: readonly (typeof adoptions.$inferInsert)[]) => tx.insert(adoptions).values([...rows])

/** The adoptions of an order that are not over, with the size whose parts they bring. */
export const findRunning = (db: Db, orderId: string) =>
  db
    .select({ id: adoptions.id, variantId: variants.id })
    .from(adoptions)
    .innerJoin(adoptionOffers, eq(adoptionOffers.id, adoptions.offerId))
    .innerJoin(variants, eq(variants.productId, adoptionOffers.productId))
    .where(and(eq(adoptions.orderId, orderId), isNull(adoptions.endedAt)))

/** Whether something of what an adoption brings is still wanted in its order. */
export const isStillWanted = async (db: Db, { orderId, variantId }: { orderId: string; variantId: string }) =>
  (
    await db
      .select({ id: orderLines.id })
      .from(orderLines)
      .innerJoin(bundleParts, and(eq(bundleParts.partVariantId, orderLines.variantId), eq(bundleParts.variantId, variantId)))
      .where(and(eq(orderLines.orderId, orderId), ne(orderLines.status, 'cancelled')))
      .limit(1)
  ).length > 0

export const endAdoptions = (tx: Tx, { ids, at }: { ids: readonly string[]; at: Date }) =>
  tx
    .update(adoptions)
    .set({ endedAt: at })
    .where(and(inArray(adoptions.id, [...ids]), isNull(adoptions.endedAt)))

/** @returns false when it is not theirs, or over */
export async function setNickname(tx: Tx, asked: { adoptionId: string; customerId: string; nickname: string }): Promise<boolean> {
  const named = await tx
    .update(adoptions)
    .set({ nickname: asked.nickname })
    .where(and(eq(adoptions.id, asked.adoptionId), eq(adoptions.customerId, asked.customerId), isNull(adoptions.endedAt)))
    .returning({ id: adoptions.id })
  return named.length === 1
}
