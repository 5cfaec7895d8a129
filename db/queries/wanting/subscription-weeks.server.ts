import { and, asc, eq, gte, inArray, isNull, lte } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { orders, products, subscriptions, subscriptionWeeks, variants } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
export type SubscriptionWeek = typeof subscriptionWeeks.$inferSelect
type WeekKey = { subscriptionId: string; weekOn: string }

const weekIs = ({ subscriptionId, weekOn }: WeekKey) =>
  and(eq(subscriptionWeeks.subscriptionId, subscriptionId), eq(subscriptionWeeks.weekOn, weekOn))

/** What is noted of subscriptions' weeks from a Monday on, with the order's own state where there is one. */
export async function findWeeksOf(db: Db, { subscriptionIds, fromOn }: { subscriptionIds: readonly string[]; fromOn: string }) {
  if (subscriptionIds.length === 0) return []
  return await db
    .select({
      week: subscriptionWeeks,
      order: {
        id: orders.id,
        number: orders.number,
        status: orders.status,
        totalFen: orders.totalFen,
        creditFen: orders.creditFen,
        expiresAt: orders.expiresAt,
      },
    })
    .from(subscriptionWeeks)
    .leftJoin(orders, eq(orders.id, subscriptionWeeks.orderId))
    .where(and(inArray(subscriptionWeeks.subscriptionId, [...subscriptionIds]), gte(subscriptionWeeks.weekOn, fromOn)))
    .orderBy(asc(subscriptionWeeks.weekOn))
}
export type NotedWeek = Awaited<ReturnType<typeof findWeeksOf>>[number]

export const findWeek = async (db: Db, key: WeekKey) => (await db.select().from(subscriptionWeeks).where(weekIs(key)))[0] ?? null

type Wish = WeekKey & Pick<SubscriptionWeek, 'status' | 'swaps'> & { now: Date }

/** Notes what a customer wishes of a week. @returns false when it has been ordered, or refused, meanwhile */
export async function wishForWeek(tx: Tx, { now, ...wish }: Wish): Promise<boolean> {
  const blank = { waveId: null, orderId: null, refusal: null, changedAt: now }
  const noted = await tx
    .insert(subscriptionWeeks)
    .values({ id: newId('swk'), ...wish, ...blank })
    .onConflictDoUpdate({
      target: [subscriptionWeeks.subscriptionId, subscriptionWeeks.weekOn],
      set: { status: wish.status, swaps: wish.swaps, changedAt: now },
      setWhere: inArray(subscriptionWeeks.status, ['planned', 'skipped']),
    })
    .returning({ id: subscriptionWeeks.id })
  return noted.length === 1
}

type Claim = WeekKey & { waveId: string; now: Date; abandonedBefore: Date }

/**
 * Takes it upon this process to order a week: the row is unique, so of several processes one is given it. One that another has taken
 * and left before `abandonedBefore` may be taken up again.
 * @returns the week with its swaps; null when it is skipped, refused, ordered or being ordered
 */
export async function claimWeek(tx: Tx, { subscriptionId, weekOn, waveId, now, abandonedBefore }: Claim) {
  const taken = { status: 'ordered' as const, waveId, changedAt: now }
  const [fresh] = await tx
    .insert(subscriptionWeeks)
    .values({ id: newId('swk'), subscriptionId, weekOn, swaps: [], orderId: null, refusal: null, ...taken })
    .onConflictDoNothing()
    .returning()
  if (fresh) return fresh
  const key = weekIs({ subscriptionId, weekOn })
  const [planned] = await tx
    .update(subscriptionWeeks)
    .set(taken)
    .where(and(key, eq(subscriptionWeeks.status, 'planned')))
    .returning()
  if (planned) return planned
  const [abandoned] = await tx
    .update(subscriptionWeeks)
    .set(taken)
    .where(
      and(
        key,
        eq(subscriptionWeeks.status, 'ordered'),
        isNull(subscriptionWeeks.orderId),
        lte(subscriptionWeeks.changedAt, abandonedBefore),
      ),
    )
    .returning()
  return abandoned ?? null
}

/** What became of a week that was taken. */
export const settleWeek = (
  tx: Tx,
  { id, now, ...outcome }: { id: string; now: Date } & ({ orderId: string } | { status: 'refused'; refusal: string; waveId: null }),
) =>
  tx
    .update(subscriptionWeeks)
    .set({ ...outcome, changedAt: now })
    .where(eq(subscriptionWeeks.id, id))

/** The week an order was for was not paid in time. @returns the week; null where the order was for none */
export async function refuseUnpaidWeek(tx: Tx, { orderId, now }: { orderId: string; now: Date }): Promise<string | null> {
  const [week] = await tx
    .update(subscriptionWeeks)
    .set({ status: 'refused', refusal: 'unpaid', changedAt: now })
    .where(eq(subscriptionWeeks.orderId, orderId))
    .returning({ id: subscriptionWeeks.id })
  return week?.id ?? null
}

/** A week that was told of: its subscription and its order, for what is to be said. */
export async function findToldWeek(db: Db, weekId: string) {
  const [found] = await db
    .select({ week: subscriptionWeeks, subscription: subscriptions, nameZh: products.nameZh, nameEn: products.nameEn, order: orders })
    .from(subscriptionWeeks)
    .innerJoin(subscriptions, eq(subscriptions.id, subscriptionWeeks.subscriptionId))
    .innerJoin(variants, eq(variants.id, subscriptions.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(orders, eq(orders.id, subscriptionWeeks.orderId))
    .where(eq(subscriptionWeeks.id, weekId))
  return found ?? null
}
