import { and, eq, inArray, ne, or, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import {
  addresses,
  adoptions,
  baskets,
  calendarKeys,
  customers,
  invoices,
  leaders,
  media,
  noticeChoices,
  notices,
  orders,
  pushSubscriptions,
  refunds,
  reviews,
  roles,
  subscriptions,
  users,
  verifications,
} from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** Who leaves: their own row, and those they ordered under as a guest (`guestIds`). */
export type Leaving = { customerId: string; userId: string; guestIds: readonly string[] }
const rowsOf = ({ customerId, guestIds }: Omit<Leaving, 'userId'>) => [customerId, ...guestIds]

/** What of a customer still goes on, counted. */
export async function countUnderWay(db: Db, { userId, ...who }: Leaving) {
  const count = sql<number>`count(*)`
  const { customerId } = who
  const [order] = await db
    .select({ count })
    .from(orders)
    .where(and(inArray(orders.customerId, rowsOf(who)), inArray(orders.status, ['awaiting_payment', 'confirmed'])))
  const [refund] = await db
    .select({ count })
    .from(refunds)
    .innerJoin(orders, eq(orders.id, refunds.orderId))
    .where(and(inArray(orders.customerId, rowsOf(who)), inArray(refunds.status, ['proposed', 'approved', 'sending', 'unknown', 'pending'])))
  const [subscription] = await db
    .select({ count })
    .from(subscriptions)
    .where(and(eq(subscriptions.customerId, customerId), ne(subscriptions.status, 'ended')))
  const [role] = await db.select({ count }).from(roles).where(eq(roles.userId, userId))
  const [leader] = await db.select({ count }).from(leaders).where(eq(leaders.customerId, customerId))
  return {
    orders: Number(order?.count),
    refunds: Number(refund?.count),
    subscriptions: Number(subscription?.count),
    roles: Number(role?.count) + Number(leader?.count),
  }
}

export const findOrderIds = async (db: Db, who: Omit<Leaving, 'userId'>): Promise<string[]> =>
  (
    await db
      .select({ id: orders.id })
      .from(orders)
      .where(inArray(orders.customerId, rowsOf(who)))
  ).map(({ id }) => id)

/** The customer's row stays under its opaque id, so that orders and the ledger add up. */
export const forgetCustomer = (tx: Tx, { customerId, at }: { customerId: string; at: Date }) =>
  tx.update(customers).set({ userId: null, name: '', phone: '', email: null, deletedAt: at }).where(eq(customers.id, customerId))

/** How they signed in, and everything that waited for them. Sessions and credentials go with the user. */
export async function forgetUser(tx: Tx, userId: string) {
  const [user] = await tx.select({ email: users.email, phone: users.phoneNumber }).from(users).where(eq(users.id, userId))
  const identifiers = [user?.email, user?.phone].filter((one): one is string => typeof one === 'string' && one !== '')
  await tx
    .delete(verifications)
    .where(
      or(
        eq(verifications.value, userId),
        sql`${verifications.value} like ${`%"userId":"${userId}"%`}`,
        identifiers.length > 0 ? inArray(verifications.identifier, identifiers) : undefined,
      ),
    )
  await tx.delete(users).where(eq(users.id, userId))
}

/** What belongs to nobody but them; `forgetWanting` sees to what they wished for. */
export async function forgetBelongings(tx: Tx, customerId: string) {
  await tx.delete(addresses).where(eq(addresses.customerId, customerId))
  await tx.delete(calendarKeys).where(eq(calendarKeys.customerId, customerId))
  await tx.delete(pushSubscriptions).where(eq(pushSubscriptions.customerId, customerId))
  await tx.delete(noticeChoices).where(eq(noticeChoices.customerId, customerId))
  await tx.delete(notices).where(eq(notices.orderId, customerId))
  await tx.delete(baskets).where(eq(baskets.customerId, customerId))
  await tx.update(adoptions).set({ nickname: '' }).where(eq(adoptions.customerId, customerId))
}

/** An invoice to a firm keeps the firm; one nobody has issued is not asked for any more. */
export async function forgetInvoices(tx: Tx, orderIds: readonly string[]) {
  const ofOrders = inArray(invoices.orderId, [...orderIds])
  await tx.delete(invoices).where(and(ofOrders, sql`${invoices.issuedAt} is null`))
  await tx
    .update(invoices)
    .set({ email: '', title: sql`case when ${invoices.taxNumber} = '' then '' else ${invoices.title} end` })
    .where(ofOrders)
}

/** Pictures they sent; those of reviews only where they say so. @returns what is to be removed from the store */
export async function forgetPictures(tx: Tx, { customerId, withReviews }: { customerId: string; withReviews: boolean }): Promise<string[]> {
  const theirs = and(eq(media.ownerId, customerId), withReviews ? undefined : ne(media.use, 'review'))
  const gone = await tx.delete(media).where(theirs).returning({ id: media.id })
  if (withReviews) await tx.update(reviews).set({ pictures: [] }).where(eq(reviews.customerId, customerId))
  return gone.map(({ id }) => id)
}
