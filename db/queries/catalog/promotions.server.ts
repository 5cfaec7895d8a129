import { and, desc, eq, gt, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { Promotion } from '#app/domain/pricing/choose-promotions.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { preparedAs, slotFor } from '#db/prepared.ts'
import { orders, promotions } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

const running = and(
  isNull(promotions.code),
  isNull(promotions.stoppedAt),
  lte(promotions.startsAt, slotFor(promotions.startsAt, 'now')),
  or(isNull(promotions.endsAt), gt(promotions.endsAt, slotFor(promotions.endsAt, 'now'))),
)

/** What may be off an order placed now: the promotions that run by themselves, and the one of the code, in whatever state. */
export const findPromotions: (db: Db, asked: { code: string | null; now: Date }) => Promise<Promotion[]> = preparedAs<{
  code: string | null
  now: Date
}>()('promotions_on_offer', (db: Db) =>
  db
    .select({
      id: promotions.id,
      code: promotions.code,
      nameZh: promotions.nameZh,
      nameEn: promotions.nameEn,
      fundedBy: promotions.fundedBy,
      amountFen: promotions.amountFen,
      rateBp: promotions.rateBp,
      fromGoodsFen: promotions.fromGoodsFen,
      startsAt: promotions.startsAt,
      endsAt: promotions.endsAt,
      usesLeft: promotions.usesLeft,
      stoppedAt: promotions.stoppedAt,
    })
    .from(promotions)
    .where(or(eq(promotions.code, slotFor(promotions.code, 'code')), running)),
)

/** @returns false when somebody else had the last one between our reading and now */
export async function claimUse(tx: Tx, promotionId: string): Promise<boolean> {
  const claimed = await tx
    .update(promotions)
    .set({ usesLeft: sql`${promotions.usesLeft} - 1` })
    .where(and(eq(promotions.id, promotionId), gt(promotions.usesLeft, 0), isNull(promotions.stoppedAt)))
    .returning({ id: promotions.id })
  return claimed.length === 1
}

/** An order that came to nothing has used none of them; those without a limit count nothing. */
export const giveBackUses = (tx: Tx, promotionIds: readonly string[]) =>
  tx
    .update(promotions)
    .set({ usesLeft: sql`${promotions.usesLeft} + 1` })
    .where(and(inArray(promotions.id, [...promotionIds]), isNotNull(promotions.usesLeft)))

/** Every promotion with how many orders took it and came to something, newest first. */
export async function findAllPromotions(db: Db) {
  const taken = (by: typeof orders.promotionId | typeof orders.couponId) =>
    db
      .select({ promotionId: by, uses: sql<number>`count(*)`.mapWith(Number) })
      .from(orders)
      .where(and(isNotNull(by), ne(orders.status, 'expired')))
      .groupBy(by)
  const [rows, ofDiscounts, ofCoupons] = await Promise.all([
    db.select().from(promotions).orderBy(desc(promotions.startsAt), desc(promotions.id)),
    taken(orders.promotionId),
    taken(orders.couponId),
  ])
  const usesOf = new Map([...ofDiscounts, ...ofCoupons].map(({ promotionId, uses }) => [promotionId, uses]))
  return rows.map((promotion) => ({ promotion, uses: usesOf.get(promotion.id) ?? 0 }))
}

export const insertPromotion = (tx: Tx, row: typeof promotions.$inferInsert) => tx.insert(promotions).values(row)

export const hasCode = async (db: Db, code: string) =>
  (await db.select({ id: promotions.id }).from(promotions).where(eq(promotions.code, code))).length > 0

/** @returns false when it was stopped before, or there is none */
export async function stopRunning(tx: Tx, { promotionId, at }: { promotionId: string; at: Date }): Promise<boolean> {
  const stopped = await tx
    .update(promotions)
    .set({ stoppedAt: at })
    .where(and(eq(promotions.id, promotionId), isNull(promotions.stoppedAt)))
    .returning({ id: promotions.id })
  return stopped.length === 1
}

/** The names of what an order took off, by id. */
export const findPromotionNames = (db: Db, ids: readonly string[]) =>
  db
    .select({ id: promotions.id, nameZh: promotions.nameZh, nameEn: promotions.nameEn, fundedBy: promotions.fundedBy })
    .from(promotions)
    .where(inArray(promotions.id, [...ids]))
