import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Tx } from '#db/connection.ts'
import { subscriptions, subscriptionWeeks, wishes } from '#db/schema/index.ts'

/** Who has themselves deleted wishes for nothing more and is brought nothing more; of their subscriptions no name, phone or door is left. */
export async function forgetWanting(tx: Tx, { customerId, now }: { customerId: string; now: Date }): Promise<void> {
  await tx.delete(wishes).where(eq(wishes.customerId, customerId))
  await tx
    .update(subscriptions)
    .set({ status: 'ended', endedAt: now })
    .where(and(eq(subscriptions.customerId, customerId), ne(subscriptions.status, 'ended')))
  const blank = { recipient: '', phone: '', street: '', note: '', districtId: null }
  const theirs = await tx
    .update(subscriptions)
    .set(blank)
    .where(eq(subscriptions.customerId, customerId))
    .returning({ id: subscriptions.id })
  if (theirs.length === 0) return
  const ids = theirs.map(({ id }) => id)
  await tx.delete(subscriptionWeeks).where(and(inArray(subscriptionWeeks.subscriptionId, ids), eq(subscriptionWeeks.status, 'planned')))
}
