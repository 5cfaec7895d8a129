import { and, desc, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { addresses, adoptions, basketLines, baskets, customers, leaders, media, orders, reviews, users } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

const mostOfOneVariant = 999

/** The basket a customer used last. */
export const findOwnBasket = async (db: Db, customerId: string) =>
  (
    await db
      .select({ id: baskets.id })
      .from(baskets)
      .where(eq(baskets.customerId, customerId))
      .orderBy(desc(baskets.touchedAt), desc(baskets.id))
      .limit(1)
  )[0]

const isGuestBasket = (basketId: string) => and(eq(baskets.id, basketId), isNull(baskets.customerId))

/** @returns false when it is not a guest's: gone, or a customer's own */
export async function takeOverBasket(tx: Tx, { basketId, customerId }: { basketId: string; customerId: string }) {
  const taken = await tx.update(baskets).set({ customerId }).where(isGuestBasket(basketId)).returning({ id: baskets.id })
  return taken.length === 1
}

export const findGuestLines = async (db: Db, basketId: string) =>
  (
    await db
      .select({ line: basketLines })
      .from(basketLines)
      .innerJoin(baskets, eq(baskets.id, basketLines.basketId))
      .where(isGuestBasket(basketId))
  ).map((row) => row.line)

/** Adds to what lies there already, up to what a basket line may hold; the price last seen is the line's. */
export async function addToBasket(tx: Tx, basketId: string, line: typeof basketLines.$inferSelect) {
  const sum = sql`${basketLines.quantity} + ${line.quantity}`
  await tx
    .insert(basketLines)
    .values({ ...line, basketId })
    .onConflictDoUpdate({
      target: [basketLines.basketId, basketLines.variantId],
      set: {
        quantity: sql`case when ${sum} > ${mostOfOneVariant} then ${mostOfOneVariant} else ${sum} end`,
        seenPriceFen: line.seenPriceFen,
      },
    })
}

export const dropGuestBasket = (tx: Tx, basketId: string) => tx.delete(baskets).where(isGuestBasket(basketId))

export type GuestOrder = { orderId: string; placementKey: string }

/** Guests are customers nobody signs in as; whoever holds an order's placement key placed it. */
export async function findGuestsWho(db: Pick<Reader, 'selectDistinct'>, placed: readonly GuestOrder[]) {
  const theirs = placed.map((order) => and(eq(orders.id, order.orderId), eq(orders.placementKey, order.placementKey)))
  const guests = await db
    .selectDistinct({ id: customers.id })
    .from(orders)
    .innerJoin(customers, eq(customers.id, orders.customerId))
    .where(and(or(...theirs), isNull(customers.userId)))
  return guests.map((guest) => guest.id)
}

/** Guests who ordered under this number and have no account; nobody an office works for. */
const isGuestOf = (phone: string) =>
  and(eq(customers.phone, phone), isNull(customers.userId), isNull(customers.deletedAt), sql`not exists (${ofLeader})`)
const ofLeader = sql`select 1 from ${leaders} where ${leaders.customerId} = ${customers.id}`

/** The orders placed as a guest under a number, the newest first: those since then, and whatever is still on its way. */
export const findGuestOrdersBy = (db: Db, { phone, since }: { phone: string; since: Date }) =>
  db
    .select({
      id: orders.id,
      guestId: orders.customerId,
      number: orders.number,
      placedAt: orders.placedAt,
      totalFen: orders.totalFen,
    })
    .from(customers)
    .innerJoin(orders, eq(orders.customerId, customers.id))
    .where(and(isGuestOf(phone), or(gte(orders.placedAt, since), inArray(orders.status, ['awaiting_payment', 'confirmed']))))
    .orderBy(desc(orders.placedAt), desc(orders.id))

export const findGuestsBy = async (db: Db, phone: string): Promise<string[]> =>
  (await db.select({ id: customers.id }).from(customers).where(isGuestOf(phone))).map(({ id }) => id)

/** The number somebody has proved to be theirs by a code; null without one. */
export const findProvenPhone = async (db: Db, userId: string): Promise<string | null> =>
  (
    await db
      .select({ phone: users.phoneNumber })
      .from(users)
      .where(and(eq(users.id, userId), eq(users.phoneNumberVerified, true)))
  )[0]?.phone ?? null

/** What the guests had becomes the customer's; who they said they were is kept in the customer's own rows alone. */
export async function giveToCustomer(tx: Tx, { guestIds, customerId }: { guestIds: string[]; customerId: string }) {
  await tx.update(orders).set({ customerId }).where(inArray(orders.customerId, guestIds))
  await tx.update(addresses).set({ customerId }).where(inArray(addresses.customerId, guestIds))
  await tx.update(reviews).set({ customerId }).where(inArray(reviews.customerId, guestIds))
  await tx.update(adoptions).set({ customerId }).where(inArray(adoptions.customerId, guestIds))
  await tx.update(media).set({ ownerId: customerId }).where(inArray(media.ownerId, guestIds))
  await tx.update(customers).set({ name: '', phone: '', email: null }).where(inArray(customers.id, guestIds))
}
