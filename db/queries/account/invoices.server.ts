import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import { chunksOf } from '#db/chunks-of.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { invoices, orders, postings, refunds, transfers } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

export const findInvoice = async (db: Db, orderId: string) =>
  (await db.select().from(invoices).where(eq(invoices.orderId, orderId)))[0] ?? null

/** The order an invoice is asked for, if it is theirs, with its refunds. */
export const findInvoicedOrder = (db: Db, { orderId, customerId }: { orderId: string; customerId: string }) =>
  readBilled(db, orderId, eq(orders.customerId, customerId))

/** The order an invoice is issued for. */
export const findBilledOrder = (db: Db, orderId: string) => readBilled(db, orderId)

async function readBilled(db: Db, orderId: string, whose?: SQL) {
  const [order] = await db
    .select({ totalFen: orders.totalFen, paidAt: orders.paidAt })
    .from(orders)
    .where(and(eq(orders.id, orderId), whose))
  return order ? { ...order, refunds: (await findRefunds(db, [orderId])).get(orderId) ?? [] } : null
}

/** Each order's refunds, whatever became of them. */
export async function findRefunds(db: Db, orderIds: readonly string[]) {
  const byOrder = new Map<string, Pick<typeof refunds.$inferSelect, 'status' | 'cashFen'>[]>()
  for (const chunk of chunksOf(orderIds, 200)) {
    const rows = await db
      .select({ orderId: refunds.orderId, status: refunds.status, cashFen: refunds.cashFen })
      .from(refunds)
      .where(inArray(refunds.orderId, chunk))
    for (const { orderId, ...refund } of rows) byOrder.set(orderId, [...(byOrder.get(orderId) ?? []), refund])
  }
  return byOrder
}

type Asked = Pick<typeof invoices.$inferInsert, 'orderId' | 'title' | 'taxNumber' | 'email' | 'askedAt'>

/** Asked for, or asked for otherwise while it is not issued. @returns false when it is */
export async function askForInvoice(tx: Tx, { orderId, ...said }: Asked): Promise<boolean> {
  const kept = await tx
    .insert(invoices)
    .values({ orderId, ...said })
    .onConflictDoUpdate({ target: invoices.orderId, set: said, setWhere: isNull(invoices.issuedAt) })
    .returning({ orderId: invoices.orderId })
  return kept.length === 1
}

type Issued = { orderId: string; number: string; issuedBy: string; issuedAt: Date }

/** @returns false when nobody asked for it or somebody else has issued it */
export const issueInvoice = async (tx: Tx, { orderId, ...issued }: Issued): Promise<boolean> =>
  (
    await tx
      .update(invoices)
      .set(issued)
      .where(and(eq(invoices.orderId, orderId), isNull(invoices.issuedAt)))
      .returning({ orderId: invoices.orderId })
  ).length === 1

/** What the office has to issue, the oldest first, or has issued, the newest first. */
export const findInvoiceQueue = (db: Db, { isOpen, limit }: { isOpen: boolean; limit: number }) =>
  db
    .select({
      orderId: invoices.orderId,
      order: orders.number,
      totalFen: orders.totalFen,
      paidAt: orders.paidAt,
      title: invoices.title,
      taxNumber: invoices.taxNumber,
      email: invoices.email,
      askedAt: invoices.askedAt,
      number: invoices.number,
      issuedAt: invoices.issuedAt,
    })
    .from(invoices)
    .innerJoin(orders, eq(orders.id, invoices.orderId))
    .where(isOpen ? isNull(invoices.issuedAt) : isNotNull(invoices.issuedAt))
    .orderBy(isOpen ? asc(invoices.askedAt) : desc(invoices.issuedAt), asc(invoices.orderId))
    .limit(limit)
export type InvoiceRow = Awaited<ReturnType<typeof findInvoiceQueue>>[number]

/** How the invoices of some orders stand. */
export const findInvoiceStates = async (db: Db, orderIds: readonly string[]) =>
  orderIds.length === 0
    ? []
    : await db
        .select({ orderId: invoices.orderId, number: invoices.number })
        .from(invoices)
        .where(inArray(invoices.orderId, [...orderIds]))

/** The VAT the ledger holds of an order (2810), fen; null before the order has been booked to its parties. */
export async function findVat(db: Db, orderId: string): Promise<Fen | null> {
  const rows = await db
    .select({
      count: sql<number>`count(*)`,
      vatFen: sql<number>`coalesce(sum(case when ${transfers.credit} = '2810' then ${transfers.amountFen} else -${transfers.amountFen} end), 0)`,
    })
    .from(postings)
    .innerJoin(transfers, eq(transfers.postingKey, postings.key))
    .where(and(eq(postings.orderId, orderId), sql`(${transfers.credit} = '2810' or ${transfers.debit} = '2810')`))
  const [sum] = rows
  return sum && Number(sum.count) > 0 ? fen(Number(sum.vatFen)) : null
}
