import { and, desc, eq, gte, inArray, lt, type SQL } from 'drizzle-orm'
import type { AcceptanceMove, AccountMove } from '#app/domain/ledger/farm-statement.ts'
import { fen } from '#app/domain/money/fen.ts'
import type { Reader } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import { idFloor } from '#db/new-id.server.ts'
import { accounts, consignments, farms, orderLines, periods, postings, products, transfers, variants } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** What each account is owed, as kept by the books; an account nobody has posted to is owed nothing. */
export async function findOwed(db: Db, accountIds: readonly string[]) {
  const kept = await db
    .select({ id: accounts.id, balanceFen: accounts.balanceFen })
    .from(accounts)
    .where(inArray(accounts.id, [...accountIds]))
  const owed = new Map(kept.map(({ id, balanceFen }) => [id, fen(0 - (balanceFen ?? 0))]))
  return accountIds.map((id) => owed.get(id) ?? fen(0))
}

export type MovesQuestion = {
  accountId: string
  /** the id after which the page goes on; null from the newest */
  before: string | null
  /** instants, `from` included; null for all time */
  during: { from: Date; until: Date } | null
  limit: number
}

/**
 * What moved an account, newest first. Its debits and credits are read each along their own index and then merged, so a
 * page costs the same however long the account's history is.
 */
export async function findMoves(db: Db, question: MovesQuestion): Promise<AccountMove[]> {
  const [debits, credits] = await Promise.all([movesQuery(db, question, 'debit'), movesQuery(db, question, 'credit')])
  return [
    ...debits.map((move) => ({ ...move, signedFen: fen(-move.amountFen) })),
    ...credits.map((move) => ({ ...move, signedFen: move.amountFen })),
  ]
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, question.limit)
    .map(({ amountFen: _, ...move }) => move)
}

function movesQuery(db: Db, { accountId, before, during, limit }: MovesQuestion, side: 'debit' | 'credit') {
  const conditions: (SQL | undefined)[] = [
    eq(transfers[side], accountId),
    before === null ? undefined : lt(transfers.id, before),
    during === null ? undefined : postedDuring(during),
  ]
  return db
    .select({
      id: transfers.id,
      postingKey: transfers.postingKey,
      event: postings.event,
      lineId: transfers.lineId,
      at: transfers.postedAt,
      amountFen: transfers.amountFen,
    })
    .from(transfers)
    .innerJoin(postings, eq(postings.key, transfers.postingKey))
    .where(and(...conditions))
    .orderBy(desc(transfers.id))
    .limit(limit)
}

const dayMs = 86_400_000
/** Nothing is posted for an instant still to come, or for one that lies further back than this. The demo's history is 45 days. */
const mostBackdatedMs = 62 * dayMs

/** Posted in that span. The ids, which ascend in time, say where in the account's index to begin and to stop looking. */
const postedDuring = ({ from, until }: { from: Date; until: Date }) =>
  and(
    gte(transfers.postedAt, from),
    lt(transfers.postedAt, until),
    gte(transfers.id, idFloor('tr', new Date(from.getTime() - dayMs))),
    lt(transfers.id, idFloor('tr', new Date(until.getTime() + mostBackdatedMs))),
  )

const codeOf = (account: typeof transfers.debit | typeof transfers.credit) => sql<string>`substr(${account}, 1, 4)`

/** All transfers of these acceptances, accounts by code alone: whose customer bought, or which leader gathered, is not read. */
export const findAcceptances = (db: Db, postingKeys: readonly string[]) =>
  db
    .select({
      postingKey: transfers.postingKey,
      debitCode: codeOf(transfers.debit),
      creditCode: codeOf(transfers.credit),
      amountFen: transfers.amountFen,
    })
    .from(transfers)
    .innerJoin(postings, and(eq(postings.key, transfers.postingKey), eq(postings.event, 'line_accepted')))
    .where(inArray(transfers.postingKey, postingKeys.length === 0 ? ['—'] : [...postingKeys])) satisfies PromiseLike<
    (AcceptanceMove & { postingKey: string })[]
  >

/** What was sold in these lines. The consignment is named where the farm packed it itself; another farm's stays that farm's. */
export const findSoldLines = (db: Db, { farmId, lineIds }: { farmId: string; lineIds: readonly string[] }) =>
  db
    .select({
      lineId: orderLines.id,
      productZh: products.nameZh,
      productEn: products.nameEn,
      sizeZh: variants.nameZh,
      sizeEn: variants.nameEn,
      quantity: orderLines.quantity,
      producerZh: farms.nameZh,
      producerEn: farms.nameEn,
      alias: consignments.alias,
      waveId: consignments.waveId,
    })
    .from(orderLines)
    .innerJoin(products, eq(products.id, orderLines.productId))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(farms, eq(farms.id, orderLines.farmId))
    .leftJoin(
      consignments,
      and(
        eq(consignments.orderId, orderLines.orderId),
        eq(consignments.farmId, orderLines.farmId),
        eq(consignments.waveId, orderLines.waveId),
        eq(consignments.farmId, farmId),
      ),
    )
    .where(inArray(orderLines.id, lineIds.length === 0 ? ['—'] : [...lineIds]))
export type SoldLine = Awaited<ReturnType<typeof findSoldLines>>[number]

/** The months the books are kept for, up to `month`, the latest first. */
export const findMonths = async (db: Db, month: string) =>
  (
    await db
      .select({ id: periods.id })
      .from(periods)
      .where(lt(periods.id, `${month}~`))
      .orderBy(desc(periods.id))
      .limit(24)
  ).map(({ id }) => id)
