import { invariant } from '#app/domain/invariant.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { mostUnits } from '#app/domain/ordering/bulk-problem.ts'
import { type CodeRefusal, isCodeRefusal } from '#app/domain/pricing/choose-promotions.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { BulkOrder } from '#app/schemas/leader-order.ts'
import { type Placed, type PlaceOrderRefusal, placeOrder } from '#app/services/ordering/place-order.server.ts'
import type { Database, Tx } from '#db/connection.ts'
import { type BulkLine, replaceBasket } from '#db/queries/leader/basket.server.ts'
import { findOfferedIds } from '#db/queries/leader/offers.server.ts'
import type { LeaderProfile } from '#db/queries/leader/profile.server.ts'
import { findPlacement } from '#db/queries/ordering/placement.server.ts'

export type PlaceBulkOrder = {
  leader: Pick<LeaderProfile, 'leaderId' | 'customerId' | 'name' | 'phone' | 'email'>
  /** with the price of one unit that the leader was shown for that many; each size once */
  lines: readonly BulkLine[]
  order: BulkOrder
  /** the total the page showed: an order that would cost more is asked about, not placed */
  agreedTotalFen: Fen
  locale: 'zh-CN' | 'en'
  now: Date
}

/** A sheet goes by step prices and takes no code. */
export type BulkRefusal = Exclude<PlaceOrderRefusal, CodeRefusal> | { code: 'not_offered'; variantIds: string[] }

/**
 * Places a leader's sheet as one order: fills a basket that belongs to the form's key, then places it. A crash between the
 * two leaves a basket and no order; sending the form again fills the same basket and places one order, however often.
 */
export async function placeBulkOrder(
  db: Database,
  { leader, lines, order, agreedTotalFen, locale, now }: PlaceBulkOrder,
): Promise<Result<Placed, BulkRefusal>> {
  const { leaderId, customerId, name, phone, email } = leader
  const { placementKey, pickupPointId, note, waveId, substitution, payment } = order
  const basketId = `bas_${leaderId}_${placementKey}`
  const isKnown = (await findPlacement(db.reader, { placementKey })).length > 0
  const filled = isKnown ? accept(null) : await db.transact((tx) => fillBasket(tx, { id: basketId, customerId, lines, now }))
  if (!filled.ok) return filled
  const placed = await placeOrder(db, {
    placementKey,
    basketId,
    customer: { customerId, userId: null, name, phone, email },
    delivery: { kind: 'pickup', pickupPointId, note },
    waveId,
    substitution,
    payment,
    leaderId,
    agreedTotalFen,
    locale,
    now,
  })
  if (placed.ok) return placed
  invariant(!isCodeRefusal(placed.refusal), 'a bulk order was refused for a code it does not have')
  return refuse(placed.refusal)
}

type Sheet = { id: string; customerId: string; lines: readonly BulkLine[]; now: Date }

async function fillBasket(tx: Tx, { id, customerId, lines, now }: Sheet): Promise<Result<null, BulkRefusal>> {
  const tooMany = lines.find((line) => line.quantity > mostUnits)
  if (tooMany) return refuse({ code: 'not_enough', variantId: tooMany.variantId, available: mostUnits })
  const wanted = lines.map((line) => line.variantId)
  const offered = new Set(await findOfferedIds(tx, wanted))
  const variantIds = wanted.filter((variantId) => !offered.has(variantId))
  if (variantIds.length > 0) return refuse({ code: 'not_offered', variantIds })
  const isTheirs = await replaceBasket(tx, { id, customerId, storefrontId: 'alliance', touchedAt: now }, lines)
  return isTheirs ? accept(null) : refuse({ code: 'basket_gone' })
}
