import { eq, lte, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { rateCounters } from '#db/schema/index.ts'

/** Adds one; a counter whose window is over starts anew. One statement, so that no two processes count the same hit. */
export async function addHit(tx: Tx, { key, now, resetAt }: { key: string; now: Date; resetAt: Date }) {
  const isOver = lte(rateCounters.resetAt, now)
  const [counter] = await tx
    .insert(rateCounters)
    .values({ key, hits: 1, resetAt })
    .onConflictDoUpdate({
      target: rateCounters.key,
      set: {
        hits: sql`case when ${isOver} then 1 else ${rateCounters.hits} + 1 end`,
        resetAt: sql`case when ${isOver} then ${sql.param(resetAt, rateCounters.resetAt)} else ${rateCounters.resetAt} end`,
      },
    })
    .returning({ hits: rateCounters.hits, resetAt: rateCounters.resetAt })
  return counter!
}

export const takeBackHit = (tx: Tx, key: string) =>
  tx
    .update(rateCounters)
    .set({ hits: sql`${rateCounters.hits} - 1` })
    .where(eq(rateCounters.key, key))

export const dropCounter = (tx: Tx, key: string) => tx.delete(rateCounters).where(eq(rateCounters.key, key))

export const dropCountersOver = (tx: Tx, before: Date) => tx.delete(rateCounters).where(lte(rateCounters.resetAt, before))
