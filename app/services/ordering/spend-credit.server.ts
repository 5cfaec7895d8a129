import { creditSpent } from '#app/domain/ledger/post-order-events.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Tx } from '#db/client.server.ts'
import { findCredit } from '#db/queries/customers/customer-credit.server.ts'

/** How much of an order's total a customer's credit pays: all they have, and no more than it costs. */
export const creditTowards = (creditFen: Fen, totalFen: Fen): Fen => fen(Math.max(0, Math.min(creditFen, totalFen)))

type Spend = {
  orderId: string
  customerId: string
  creditFen: Fen
  /** the alliance's coupon, when nothing else is left to be paid */
  couponFen: Fen
  now: Date
}

/**
 * Credit goes into the order's escrow when it is placed.
 * @returns false when another order has spent it meanwhile; whoever called writes nothing then
 */
export async function spendCredit(tx: Tx, { orderId, customerId, creditFen, couponFen, now }: Spend): Promise<boolean> {
  await post(tx, creditSpent({ orderId, customerId, creditFen, couponFen, at: now }), now)
  return (await findCredit(tx, customerId)) >= 0
}
