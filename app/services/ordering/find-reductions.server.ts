import { fen, sumFen } from '#app/domain/money/fen.ts'
import { type ChosenPromotions, type CodeRefusal, choosePromotions, writtenCode } from '#app/domain/pricing/choose-promotions.ts'
import { accept, type Result } from '#app/domain/result.ts'
import type { Reader } from '#db/client.server.ts'
import { findPromotions } from '#db/queries/catalog/promotions.server.ts'
import type { PricedItem } from './order-facts.server.ts'

type Question = { items: readonly PricedItem[]; couponCode: string | null; leaderId: string | null; now: Date }

/**
 * What is off an order of these items, on top of what their bundles take off. A leader's bulk order goes by its step prices alone.
 * @param question `couponCode` as it was typed; nothing but spaces is no code
 */
export async function findReductions(
  db: Pick<Reader, 'select'>,
  { items, couponCode, leaderId, now }: Question,
): Promise<Result<ChosenPromotions, CodeRefusal>> {
  if (leaderId !== null) return accept({ discount: null, coupon: null })
  const code = couponCode === null ? null : writtenCode(couponCode) || null
  const goodsFen = sumFen(items.map((item) => fen(item.unitPriceFen * item.quantity - item.offFen)))
  return choosePromotions({ promotions: await findPromotions(db, { code, now }), code, goodsFen, now })
}
