import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { customers, leaders, orders, pickupPoints, users } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

const columns = {
  leaderId: leaders.id,
  nameZh: leaders.communityZh,
  nameEn: leaders.communityEn,
  contact: customers.name,
  phone: customers.phone,
  email: users.email,
  pickupPointId: leaders.pickupPointId,
  pointZh: pickupPoints.nameZh,
  pointEn: pickupPoints.nameEn,
  creditLimitFen: leaders.creditLimitFen,
  invoiceTitle: leaders.invoiceTitle,
  taxNumber: leaders.taxNumber,
}

/** The enterprises that may order, with how many orders they have placed and what of them is still to be paid, fen. */
export const findBuyers = (db: Db) =>
  db
    .select({
      ...columns,
      orders: sql<number>`count(${orders.id})`.mapWith(Number),
      owedFen: sql<number>`coalesce(sum(case when ${and(
        ne(orders.payment, 'online'),
        eq(orders.status, 'confirmed'),
        isNull(orders.paidAt),
      )} then ${orders.totalFen} else 0 end), 0)`.mapWith(Number),
    })
    .from(leaders)
    .innerJoin(customers, eq(customers.id, leaders.customerId))
    .innerJoin(pickupPoints, eq(pickupPoints.id, leaders.pickupPointId))
    .leftJoin(users, eq(users.id, leaders.userId))
    .leftJoin(orders, eq(orders.leaderId, leaders.id))
    .where(eq(leaders.kind, 'enterprise'))
    .groupBy(leaders.id, customers.id, pickupPoints.id, users.id)
    .orderBy(asc(leaders.communityZh), asc(leaders.id))

/** One enterprise; a community's leader is not found. */
export const findBuyer = async (db: Db, leaderId: string) =>
  (
    await db
      .select(columns)
      .from(leaders)
      .innerJoin(customers, eq(customers.id, leaders.customerId))
      .innerJoin(pickupPoints, eq(pickupPoints.id, leaders.pickupPointId))
      .leftJoin(users, eq(users.id, leaders.userId))
      .where(and(eq(leaders.id, leaderId), eq(leaders.kind, 'enterprise')))
  )[0] ?? null

/** Where an enterprise may collect, in the order of the map. */
export const findPickupPoints = (db: Db) =>
  db
    .select({ id: pickupPoints.id, nameZh: pickupPoints.nameZh, nameEn: pickupPoints.nameEn })
    .from(pickupPoints)
    .where(eq(pickupPoints.status, 'open'))
    .orderBy(asc(pickupPoints.position), asc(pickupPoints.id))

export const isOpenPoint = async (db: Db, pickupPointId: string) =>
  (
    await db
      .select({ id: pickupPoints.id })
      .from(pickupPoints)
      .where(and(eq(pickupPoints.id, pickupPointId), eq(pickupPoints.status, 'open')))
  ).length === 1

export const insertBuyer = (tx: Tx, buyer: Omit<typeof leaders.$inferInsert, 'kind'>) =>
  tx.insert(leaders).values({ ...buyer, kind: 'enterprise' })

type Terms = Pick<
  typeof leaders.$inferSelect,
  'communityZh' | 'communityEn' | 'pickupPointId' | 'creditLimitFen' | 'invoiceTitle' | 'taxNumber'
>

/** @returns false when there is no such enterprise */
export const updateBuyer = async (tx: Tx, leaderId: string, terms: Terms) =>
  (
    await tx
      .update(leaders)
      .set(terms)
      .where(and(eq(leaders.id, leaderId), eq(leaders.kind, 'enterprise')))
      .returning({ id: leaders.id })
  ).length === 1
