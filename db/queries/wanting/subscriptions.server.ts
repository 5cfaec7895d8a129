import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import type { Fen } from '#app/domain/money/fen.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { insertRows } from '#db/prepared.ts'
import { districts, pickupPoints, products, subscriptions, variants } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
export type Subscription = typeof subscriptions.$inferSelect

const shown = {
  subscription: subscriptions,
  slug: products.slug,
  nameZh: products.nameZh,
  nameEn: products.nameEn,
  category: products.category,
  crop: products.crop,
  sizeZh: variants.nameZh,
  sizeEn: variants.nameEn,
  priceFen: variants.priceFen,
  productStatus: products.status,
  variantStatus: variants.status,
  districtZh: districts.nameZh,
  districtEn: districts.nameEn,
  pointZh: pickupPoints.nameZh,
  pointEn: pickupPoints.nameEn,
}

const read = (db: Db) =>
  db
    .select(shown)
    .from(subscriptions)
    .innerJoin(variants, eq(variants.id, subscriptions.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(districts, eq(districts.id, subscriptions.districtId))
    .leftJoin(pickupPoints, eq(pickupPoints.id, subscriptions.pickupPointId))

/** A customer's subscriptions with what they bring and where, the newest first. */
export const findSubscriptionsOf = (db: Db, customerId: string) =>
  read(db).where(eq(subscriptions.customerId, customerId)).orderBy(desc(subscriptions.createdAt), desc(subscriptions.id)).limit(50)

/** One of this customer's; null where it is not theirs. */
export const findSubscriptionOf = async (db: Db, { id, customerId }: { id: string; customerId: string }) =>
  (await read(db).where(and(eq(subscriptions.id, id), eq(subscriptions.customerId, customerId))))[0] ?? null
export type ShownSubscription = NonNullable<Awaited<ReturnType<typeof findSubscriptionOf>>>

export const insertSubscription = (tx: Tx, row: typeof subscriptions.$inferInsert) => insertRows(tx, subscriptions, [row])

type Change = Partial<Omit<typeof subscriptions.$inferInsert, 'id' | 'customerId' | 'createdAt'>>

/** Changes one of this customer's, locked before. */
export const changeSubscription = (tx: Tx, { id, customerId, change }: { id: string; customerId: string; change: Change }) =>
  tx
    .update(subscriptions)
    .set(change)
    .where(and(eq(subscriptions.id, id), eq(subscriptions.customerId, customerId), ne(subscriptions.status, 'ended')))

/** Takes a subscription for one process until its transaction ends, as it stands then; null when it has ended, or is not this customer's. */
export async function lockSubscription(tx: Tx, { id, customerId }: { id: string; customerId?: string }) {
  const theirs = customerId === undefined ? undefined : eq(subscriptions.customerId, customerId)
  const [locked] = await tx
    .update(subscriptions)
    .set({ id })
    .where(and(eq(subscriptions.id, id), ne(subscriptions.status, 'ended'), theirs))
    .returning()
  return locked ?? null
}

/** The price the customer has now been told. */
export const noteSeenPrice = (tx: Tx, { id, seenPriceFen }: { id: string; seenPriceFen: Fen }) =>
  tx.update(subscriptions).set({ seenPriceFen }).where(eq(subscriptions.id, id))

/** How many of a customer's run. */
export const countRunning = (db: Pick<Reader, '$count'>, customerId: string) =>
  db.$count(subscriptions, and(eq(subscriptions.customerId, customerId), ne(subscriptions.status, 'ended')))

/** Those that may bring something to a zone's waves, who wants them untold. */
export const findRunning = (db: Db, zoneIds: readonly string[]) =>
  db
    .select({
      id: subscriptions.id,
      zoneId: subscriptions.zoneId,
      variantId: subscriptions.variantId,
      quantity: subscriptions.quantity,
      startsOn: subscriptions.startsOn,
      weekday: subscriptions.weekday,
      everyWeeks: subscriptions.everyWeeks,
      status: subscriptions.status,
      pausedUntilOn: subscriptions.pausedUntilOn,
    })
    .from(subscriptions)
    .where(and(inArray(subscriptions.status, ['active', 'paused']), inArray(subscriptions.zoneId, [...zoneIds])))
