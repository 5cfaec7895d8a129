import { and, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { Fen } from '#app/domain/money/fen.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { payments, processorEvents } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

export async function findPaymentOfIntent(db: Db, paymentIntentId: string) {
  const [payment] = await db
    .select({ id: payments.id, orderId: payments.orderId, feeFen: payments.feeFen })
    .from(payments)
    .where(eq(payments.paymentIntentId, paymentIntentId))
  return payment
}

export const nameCharge = (tx: Tx, { paymentId, ...charge }: { paymentId: string; chargeId: string; method: string | null }) =>
  tx
    .update(payments)
    .set(charge)
    .where(and(eq(payments.id, paymentId), isNull(payments.chargeId)))

/** @returns false when the fee was known before: it is never reckoned again */
export async function learnFee(tx: Tx, { paymentId, ...known }: { paymentId: string; feeFen: Fen; availableAt: Date }): Promise<boolean> {
  const learned = await tx
    .update(payments)
    .set(known)
    .where(and(eq(payments.id, paymentId), isNull(payments.feeFen)))
    .returning({ id: payments.id })
  return learned.length === 1
}

/** Both terms of the partial index: what has not gone the whole way to the available balance. */
const onTheWay = and(isNotNull(payments.succeededAt), isNull(payments.fundsPostedAt))

/** Paid, and the processor's fee not known yet; newest first, so that none it cannot tell us of holds up the others. */
export const findPaymentsWithoutFee = (db: Db, limit: number) =>
  db
    .select({ paymentIntentId: payments.paymentIntentId })
    .from(payments)
    .where(and(onTheWay, isNull(payments.feeFen), isNotNull(payments.paymentIntentId)))
    .orderBy(sql`${payments.succeededAt} desc`)
    .limit(limit)

export const findPaymentsToRelease = (db: Db, { now, limit }: { now: Date; limit: number }) =>
  db
    .select({ paymentId: payments.id })
    .from(payments)
    .where(and(onTheWay, lte(payments.availableAt, now)))
    .orderBy(payments.succeededAt)
    .limit(limit)

/** @returns the payment whose funds are released now; undefined when they were before, or may not be yet */
export async function releaseFunds(tx: Tx, { paymentId, now }: { paymentId: string; now: Date }) {
  const released = await tx
    .update(payments)
    .set({ fundsPostedAt: now })
    .where(and(eq(payments.id, paymentId), onTheWay, lte(payments.availableAt, now)))
    .returning({ orderId: payments.orderId, amountFen: payments.amountFen, feeFen: payments.feeFen, availableAt: payments.availableAt })
  return released[0]
}

/** Of these events those handled before. */
export async function findHandledEvents(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: processorEvents.id })
    .from(processorEvents)
    .where(inArray(processorEvents.id, [...ids]))
  return new Set(rows.map(({ id }) => id))
}
