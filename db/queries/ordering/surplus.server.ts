import { and, asc, desc, eq, gte, inArray, lt, notInArray, sql } from 'drizzle-orm'
import type { Patronage } from '#app/domain/commission/share-by-patronage.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { accounts, farms, orderLines, refundLines, refunds, surplusShares, transfers, users } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
const sum = (of: ReturnType<typeof sql>) => sql<number>`coalesce(sum(${of}), 0)`.mapWith(Number)

/** A calendar year in Asia/Shanghai. */
export type Year = { from: Date; until: Date }

const acceptedIn = ({ from, until }: Year) =>
  and(eq(orderLines.status, 'accepted'), gte(orderLines.acceptedAt, from), lt(orderLines.acceptedAt, until))

/** What each farm sold that was accepted in a year and not given back since: grams, and fen after discounts. Farms by position. */
export async function findSalesOfYear(db: Db, year: Year): Promise<{ farmId: string; weightG: number; salesFen: number }[]> {
  const sold = await db
    .select({
      farmId: farms.id,
      weightG: sum(sql`${orderLines.netWeightG}`),
      salesFen: sum(sql`${orderLines.amountFen} - ${orderLines.discountFen}`),
    })
    .from(orderLines)
    .innerJoin(farms, eq(farms.id, orderLines.farmId))
    .where(acceptedIn(year))
    .groupBy(farms.id)
    .orderBy(asc(farms.position))
  const givenBack = await db
    .select({ farmId: orderLines.farmId, weightG: sum(sql`${refundLines.weightG}`), salesFen: sum(sql`${refundLines.baseFen}`) })
    .from(refundLines)
    .innerJoin(refunds, and(eq(refunds.id, refundLines.refundId), notInArray(refunds.status, ['proposed', 'declined'])))
    .innerJoin(orderLines, eq(orderLines.id, refundLines.lineId))
    .where(acceptedIn(year))
    .groupBy(orderLines.farmId)
  const backOf = new Map(givenBack.map((row) => [row.farmId, row]))
  return sold.map(({ farmId, weightG, salesFen }) => ({
    farmId,
    weightG: Math.max(0, weightG - (backOf.get(farmId)?.weightG ?? 0)),
    salesFen: Math.max(0, salesFen - (backOf.get(farmId)?.salesFen ?? 0)),
  }))
}

/** How many shares of the alliance each farm holds (S0: 30,000 yuan a share). */
export const findShares = async (db: Db): Promise<Patronage[]> =>
  await db.select({ farmId: farms.id, measure: farms.shares }).from(farms).orderBy(asc(farms.position))

/** Income less expense of a year, by the books: what may be given back out of it. */
export async function sumSurplus(db: Db, { from, until }: Year): Promise<Fen> {
  const codes = await db.select({ id: accounts.id }).from(accounts).where(sql`${accounts.code} like '4%' or ${accounts.code} like '5%'`)
  const ids = codes.map(({ id }) => id)
  const within = and(gte(transfers.postedAt, from), lt(transfers.postedAt, until))
  const amount = sum(sql`${transfers.amountFen}`)
  const [credits] = await db
    .select({ amount })
    .from(transfers)
    .where(and(inArray(transfers.credit, ids), within))
  const [debits] = await db
    .select({ amount })
    .from(transfers)
    .where(and(inArray(transfers.debit, ids), within))
  return fen((credits?.amount ?? 0) - (debits?.amount ?? 0))
}

const nameOf = (userId: typeof surplusShares.proposedBy | typeof surplusShares.decidedBy) =>
  sql<string | null>`(select ${users.name} from ${users} where ${users.id} = ${userId})`

/** Everything proposed and given, what is to be decided first. */
export const findAllShares = (db: Db) =>
  db
    .select({ share: surplusShares, proposer: nameOf(surplusShares.proposedBy), decider: nameOf(surplusShares.decidedBy) })
    .from(surplusShares)
    .orderBy(
      asc(sql`case ${surplusShares.status} when 'proposed' then 0 else 1 end`),
      desc(surplusShares.proposedAt),
      desc(surplusShares.id),
    )

export const findShare = async (db: Db, shareId: string) => (await db.select().from(surplusShares).where(eq(surplusShares.id, shareId)))[0]
export type ShareRow = NonNullable<Awaited<ReturnType<typeof findShare>>>

/** Who got what of a distribution that was paid, from the books. */
export const findGiven = (db: Db, postingKey: string) =>
  db
    .select({ farmId: accounts.party, amountFen: transfers.amountFen })
    .from(transfers)
    .innerJoin(accounts, eq(accounts.id, transfers.credit))
    .where(eq(transfers.postingKey, postingKey))
    .orderBy(asc(transfers.position))

export const findFarmsByName = (db: Db) =>
  db.select({ id: farms.id, nameZh: farms.nameZh, nameEn: farms.nameEn }).from(farms).orderBy(asc(farms.position))

export const insertShare = (tx: Tx, row: typeof surplusShares.$inferInsert) => tx.insert(surplusShares).values(row)

type Decision = { shareId: string; status: 'paid' | 'declined'; by: string; at: Date }

/** @returns false when it has been decided before */
export async function decideIfProposed(tx: Tx, { shareId, status, by, at }: Decision): Promise<boolean> {
  const decided = await tx
    .update(surplusShares)
    .set({ status, decidedBy: by, decidedAt: at })
    .where(and(eq(surplusShares.id, shareId), eq(surplusShares.status, 'proposed')))
    .returning({ id: surplusShares.id })
  return decided.length === 1
}
