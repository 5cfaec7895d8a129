import { and, asc, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { dialect } from '#db/dialect/index.ts'
import { postings, seals, transfers } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** Bytes, not a language's rules: the order, and so the seal, is the same on every server. */
const keyInBytes = sql`${postings.key} collate ${sql.raw(dialect === 'postgres' ? '"C"' : 'binary')}`

/** The last seal of the chain, null before the first. */
export const findLastSeal = async (db: Db) => (await db.select().from(seals).orderBy(desc(seals.day)).limit(1))[0] ?? null

/** Seals after a day, oldest first. */
export const findSealsAfter = (db: Db, { after, limit }: { after: string; limit: number }) =>
  db.select().from(seals).where(sql`${seals.day} > ${after}`).orderBy(asc(seals.day)).limit(limit)

/** Seals, newest first; a page begins before the day `before`. */
export const findSealPage = (db: Db, { before, limit }: { before: string | null; limit: number }) =>
  db
    .select()
    .from(seals)
    .where(before === null ? undefined : lt(seals.day, before))
    .orderBy(desc(seals.day))
    .limit(limit)

/** When the books begin; null while nothing is posted. */
export const findFirstPosted = async (db: Db): Promise<Date | null> =>
  (await db.select({ postedAt: postings.postedAt }).from(postings).orderBy(asc(postings.postedAt)).limit(1))[0]?.postedAt ?? null

type Span = { from: Date; until: Date }
const postedIn = ({ from, until }: Span) => and(gte(postings.postedAt, from), lt(postings.postedAt, until))

/** A page of what was posted in a span, in the order it is sealed in; it begins after the posting `after`. */
export async function findSealedPage(
  db: Db,
  { after, limit, ...span }: Span & { after: { postedAt: Date; key: string } | null; limit: number },
) {
  const page = await db
    .select()
    .from(postings)
    .where(
      and(
        postedIn(span),
        after === null
          ? undefined
          : sql`(${postings.postedAt}, ${keyInBytes}) > (${sql.param(after.postedAt, postings.postedAt)}, ${after.key})`,
      ),
    )
    .orderBy(asc(postings.postedAt), asc(keyInBytes))
    .limit(limit)
  if (page.length === 0) return []
  const keys = page.map(({ key }) => key)
  const moved = await db
    .select()
    .from(transfers)
    .where(inArray(transfers.postingKey, keys))
    .orderBy(asc(transfers.postingKey), asc(transfers.position), asc(transfers.id))
  const byPosting = new Map<string, typeof moved>(keys.map((key) => [key, []]))
  for (const transfer of moved) byPosting.get(transfer.postingKey)?.push(transfer)
  return page.map((posting) => ({ ...posting, transfers: byPosting.get(posting.key) ?? [] }))
}

/** How many rows a span holds now. */
export async function countPosted(db: Db, span: Span): Promise<{ postings: number; transfers: number }> {
  const n = sql<number>`count(*)`.mapWith(Number)
  const [headers] = await db.select({ n }).from(postings).where(postedIn(span))
  const [moves] = await db.select({ n }).from(postings).innerJoin(transfers, eq(transfers.postingKey, postings.key)).where(postedIn(span))
  return { postings: headers?.n ?? 0, transfers: moves?.n ?? 0 }
}

/** @returns false when the day is sealed already */
export async function insertSeal(tx: Tx, seal: typeof seals.$inferInsert): Promise<boolean> {
  const inserted = await tx.insert(seals).values(seal).onConflictDoNothing({ target: seals.day }).returning({ day: seals.day })
  return inserted.length === 1
}
