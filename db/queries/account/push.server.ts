import { and, eq, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { pushSubscriptions } from '#db/schema/index.ts'

/** A browser is its endpoint: asked again, or by another customer, it is that one's. */
export const keepListener = (tx: Tx, { id, ...row }: typeof pushSubscriptions.$inferInsert) =>
  tx
    .insert(pushSubscriptions)
    .values({ id, ...row })
    .onConflictDoUpdate({ target: pushSubscriptions.id, set: row })

export const dropListener = (tx: Tx, { id, customerId }: { id: string; customerId: string }) =>
  tx.delete(pushSubscriptions).where(and(eq(pushSubscriptions.id, id), eq(pushSubscriptions.customerId, customerId)))

export const dropListenersOf = (tx: Tx, customerId: string) =>
  tx.delete(pushSubscriptions).where(eq(pushSubscriptions.customerId, customerId))

export const countListeners = async (db: Pick<Reader, 'select'>, customerId: string): Promise<number> =>
  Number(
    (await db.select({ count: sql<number>`count(*)` }).from(pushSubscriptions).where(eq(pushSubscriptions.customerId, customerId)))[0]
      ?.count ?? 0,
  )
