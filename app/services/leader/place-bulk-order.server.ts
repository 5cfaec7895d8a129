import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { BulkOrder } from '#app/schemas/leader-order.ts'
import { type Placed, type PlaceOrderRefusal, placeOrder } from '#app/services/ordering/place-order.server.ts'
import type { Database } from '#db/connection.ts'
import { type BulkLine, replaceBasket } from '#db/queries/leader-basket.server.ts'
import { findOfferedIds } from '#db/queries/leader-offers.server.ts'
import type { LeaderProfile } from '#db/queries/leader-profile.server.ts'

export type PlaceBulkOrder = {
  leader: Pick<LeaderProfile, 'leaderId' | 'customerId' | 'name' | 'phone' | 'email'>
  /** with the price of one unit that the leader was shown for that many; each size once */
  lines: readonly BulkLine[]
  order: BulkOrder
  locale: 'zh-CN' | 'en'
  now: Date
}

export type BulkRefusal = PlaceOrderRefusal | { code: 'not_offered'; variantIds: string[] }

/**
 * Places a leader's sheet as one order: fills a basket that belongs to the form's key, then places it. A crash between the
 * two leaves a basket and no order; sending the form again fills the same basket and places one order, however often.
 */
export async function placeBulkOrder(
  db: Database,
  { leader, lines, order, locale, now }: PlaceBulkOrder,
): Promise<Result<Placed, BulkRefusal>> {
  const { leaderId, customerId, name, phone, email } = leader
  const { placementKey, pickupPointId, note, waveId, substitution, payment } = order
  if (lines.length === 0) return refuse({ code: 'empty_basket' })
  const basketId = `bas_${leaderId}_${placementKey}`
  const filled = await db.transact(async (tx): Promise<Result<null, BulkRefusal>> => {
    const offered = new Set(
      await findOfferedIds(
        tx,
        lines.map((line) => line.variantId),
      ),
    )
    const variantIds = lines.map((line) => line.variantId).filter((id) => !offered.has(id))
    if (variantIds.length > 0) return refuse({ code: 'not_offered', variantIds })
    const isTheirs = await replaceBasket(tx, { id: basketId, customerId, storefrontId: 'alliance', touchedAt: now }, lines)
    return isTheirs ? accept(null) : refuse({ code: 'basket_gone' })
  })
  if (!filled.ok) return filled
  return await placeOrder(db, {
    placementKey,
    basketId,
    customer: { customerId, userId: null, name, phone, email },
    delivery: { kind: 'pickup', pickupPointId, note },
    waveId,
    substitution,
    payment,
    leaderId,
    locale,
    now,
  })
}
