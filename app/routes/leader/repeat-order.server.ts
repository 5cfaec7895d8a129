import { businessDay } from '#app/domain/business-day.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { OrderIdSchema } from '#app/schemas/checkout.ts'
import type { TypedRow } from '#app/schemas/leader-order.ts'
import { findBulkOffers } from '#db/queries/leader/offers.server.ts'
import { findRepeatable } from '#db/queries/leader/orders.server.ts'

/**
 * The rows of a sheet that orders an earlier order again, at today's prices, and what of it is not to be had now.
 * @returns null when no order of this leader's was asked for
 */
export async function repeatedRows(leaderId: string, asked: string | null) {
  const orderId = OrderIdSchema.safeParse(asked)
  if (!orderId.success) return null
  const { reader } = db()
  const [lines, offers] = await Promise.all([
    findRepeatable(reader, { orderId: orderId.data, leaderId }),
    findBulkOffers(reader, { today: businessDay(now()) }),
  ])
  const offered = new Map(offers.map((offer) => [offer.variantId, offer]))
  const rows: TypedRow[] = []
  const missing: { zh: string; en: string }[] = []
  for (const [variantId, ofVariant] of groupBy(lines, (line) => line.variantId)) {
    const offer = offered.get(variantId)
    const quantity = ofVariant.reduce((sum, line) => sum + line.quantity, 0)
    const { productZh, productEn } = ofVariant[0]!
    if (offer && offer.available > 0) rows.push({ variantId, typed: String(quantity), quantity, shown: offer.ladder })
    else missing.push({ zh: productZh, en: productEn })
  }
  return { rows, missing }
}
