import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { orderLines, orders, postings, products, variants } from '#db/schema/index.ts'
import { sumPaidLater } from '../ordering/placement.server.ts'
import { findOwed } from '../settlement/party-statement.server.ts'

type Db = Pick<Reader, 'select'>
const none = ['—']

/** What was sold in these lines. */
export const findEarnedLines = (db: Db, lineIds: readonly string[]) =>
  db
    .select({
      lineId: orderLines.id,
      productZh: products.nameZh,
      productEn: products.nameEn,
      sizeZh: variants.nameZh,
      sizeEn: variants.nameEn,
      quantity: orderLines.quantity,
      amountFen: orderLines.amountFen,
    })
    .from(orderLines)
    .innerJoin(products, eq(products.id, orderLines.productId))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .where(inArray(orderLines.id, lineIds.length === 0 ? none : [...lineIds]))
export type EarnedLine = Awaited<ReturnType<typeof findEarnedLines>>[number]

/** Which of the leader's own orders these postings are about; a neighbour's own purchase is not named. */
export const findPostedOrders = (db: Db, { leaderId, postingKeys }: { leaderId: string; postingKeys: readonly string[] }) =>
  db
    .select({ postingKey: postings.key, orderId: orders.id, number: orders.number })
    .from(postings)
    .innerJoin(orders, and(eq(orders.id, postings.orderId), eq(orders.leaderId, leaderId)))
    .where(inArray(postings.key, postingKeys.length === 0 ? none : [...postingKeys]))

export const earningsAccount = (leaderId: string) => `2310:${leaderId}`

/** What a leader has ordered on account and not paid, and what their account has earned. */
export async function findLeaderMoney(db: Db, leaderId: string) {
  const [owedFen, [earnedFen]] = await Promise.all([sumPaidLater(db, leaderId), findOwed(db, [earningsAccount(leaderId)])])
  return { owedFen, earnedFen: earnedFen ?? 0 }
}
