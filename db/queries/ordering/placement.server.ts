import { and, eq, gt, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { Home } from '#app/domain/commission/line-terms.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { insertRows, prepared, slotFor } from '#db/prepared.ts'
import {
  addresses,
  baskets,
  commissionTerms,
  customers,
  leaders,
  lineLots,
  orderBundles,
  orderContacts,
  orderEvents,
  orderLines,
  orders,
  payments,
} from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
const slot = sql.placeholder

/** The agreements in force for a kind of home, of whatever scope. */
export const findTerms = prepared<Db, { homeType: Home['type']; now: Date }, (typeof commissionTerms.$inferSelect)[]>(
  'placement_terms',
  (db) =>
    db
      .select()
      .from(commissionTerms)
      .where(
        and(
          eq(commissionTerms.status, 'agreed'),
          eq(commissionTerms.homeType, slot('homeType')),
          lte(commissionTerms.effectiveFrom, slotFor(commissionTerms.effectiveFrom, 'now')),
          or(isNull(commissionTerms.effectiveUntil), gt(commissionTerms.effectiveUntil, slotFor(commissionTerms.effectiveUntil, 'now'))),
        ),
      ),
)

export const findPlacement = prepared<
  Db,
  { placementKey: string },
  { orderId: string; basketId: string; totalFen: Fen; paymentId: string | null }[]
>('placement_known', (db) =>
  db
    .select({ orderId: orders.id, basketId: orders.basketId, totalFen: orders.totalFen, paymentId: payments.id })
    .from(orders)
    .leftJoin(payments, eq(payments.orderId, orders.id))
    .where(eq(orders.placementKey, slot('placementKey')))
    .limit(1),
)

/** The basket, if it is this person's: a guest's has no customer, a customer's is their own. */
export const findBasket = async (db: Db, { basketId, customerId }: { basketId: string; customerId: string | null }) =>
  (await basketOf(db, { basketId, customerId }))[0]
const basketOf = prepared<Db, { basketId: string; customerId: string | null }, { id: string; storefrontId: string }[]>(
  'placement_basket',
  (db) =>
    db
      .select({ id: baskets.id, storefrontId: baskets.storefrontId })
      .from(baskets)
      .where(
        and(
          eq(baskets.id, slot('basketId')),
          or(isNull(baskets.customerId), eq(baskets.customerId, slotFor(baskets.customerId, 'customerId'))),
        ),
      ),
)

export const findHome = async (db: Db, customerId: string) =>
  (await db.select({ type: customers.homeType, id: customers.homeId }).from(customers).where(eq(customers.id, customerId)))[0]

export const findLeader = async (db: Db, { leaderId, customerId }: { leaderId: string; customerId: string }) =>
  (
    await db
      .select()
      .from(leaders)
      .where(and(eq(leaders.id, leaderId), eq(leaders.customerId, customerId)))
  )[0]

/** What a leader has ordered to be paid later, by transfer or on pick-up, and not yet paid, fen. */
export const sumPaidLater = async (db: Db, leaderId: string) =>
  Number(
    (
      await db
        .select({ owed: sql<number>`coalesce(sum(${orders.totalFen}), 0)` })
        .from(orders)
        .where(and(eq(orders.leaderId, leaderId), ne(orders.payment, 'online'), eq(orders.status, 'confirmed'), isNull(orders.paidAt)))
    )[0]!.owed,
  )

type NewOrder = {
  order: typeof orders.$inferInsert
  contact: typeof orderContacts.$inferInsert
  lines: (typeof orderLines.$inferInsert)[]
  bundles: (typeof orderBundles.$inferInsert)[]
  lots: (typeof lineLots.$inferInsert)[]
  event: typeof orderEvents.$inferInsert
  payment: typeof payments.$inferInsert | null
}

export async function insertOrder(tx: Tx, rows: NewOrder) {
  await insertRows(tx, orders, [rows.order])
  await insertRows(tx, orderContacts, [rows.contact])
  await insertRows(tx, orderLines, rows.lines)
  await insertRows(tx, orderBundles, rows.bundles)
  await insertRows(tx, lineLots, rows.lots)
  await insertRows(tx, orderEvents, [rows.event])
  if (rows.payment) await insertRows(tx, payments, [rows.payment])
}

export const insertCustomer = (tx: Tx, row: typeof customers.$inferInsert) => insertRows(tx, customers, [row])

/** Keeps where a customer had an order brought: the same door again is only used anew. */
export async function saveAddress(tx: Tx, address: typeof addresses.$inferInsert) {
  const { id, usedAt, lat, lon, placedBy, ...said } = address
  const placed = placedBy === 'district' ? {} : { lat, lon, placedBy }
  const used = await tx
    .update(addresses)
    .set({ usedAt, recipient: said.recipient, phone: said.phone, ...placed })
    .where(and(eq(addresses.customerId, said.customerId), eq(addresses.districtId, said.districtId), eq(addresses.street, said.street)))
    .returning({ id: addresses.id })
  if (used.length === 0) await insertRows(tx, addresses, [address])
}
