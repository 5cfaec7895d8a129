import { hashPassword } from 'better-auth/crypto'
import { businessDay } from '#app/domain/business-day.ts'
import { invariant } from '#app/domain/invariant.ts'
import { fen } from '#app/domain/money/fen.ts'
import { priceAt } from '#app/domain/pricing/price-ladder.ts'
import { admitBuyer } from '#app/services/buyers/admit-buyer.server.ts'
import { placeBulkOrder } from '#app/services/leader/place-bulk-order.server.ts'
import type { Database } from '#db/connection.ts'
import { insertPassword } from '#db/queries/customers/accounts.server.ts'
import { findBulkOffers } from '#db/queries/leader/offers.server.ts'
import { findLeaderProfile } from '#db/queries/leader/profile.server.ts'
import { findOpenWaves } from '#db/queries/ordering/wave-places.server.ts'
import { enterprise } from '#db/seed/data/people.ts'
import { demoPassword } from './seed-accounts.server.ts'

const admittedBy = 'user_office_control'
/** A canteen's order: this many each of the first three products of which there is plenty. */
const order = { products: 3, quantity: 12, plenty: 40, placementKey: 'demo-enterprise-order' }

/** A property manager that the office has admitted, and its first order on account. */
export async function seedEnterprise(db: Database, { now }: { now: Date }): Promise<void> {
  const buyer = { ...enterprise, creditLimitFen: fen(enterprise.creditLimitFen) }
  const admitted = await admitBuyer(db, { buyer, userId: admittedBy, now })
  if (!admitted.ok) return
  const { leaderId, contactId: userId } = admitted.value
  const password = await hashPassword(demoPassword)
  await db.transact((tx) => insertPassword(tx, { userId, password, now }))
  const leader = await findLeaderProfile(db.reader, leaderId)
  invariant(leader, `${leaderId} was admitted and is not there`)

  const offers = await findBulkOffers(db.reader, { today: businessDay(now) })
  const plenty = offers.filter(
    ({ isOffered, bulkMin, available }) => isOffered && (bulkMin ?? 0) <= order.quantity && available >= order.plenty,
  )
  const lines = plenty.slice(0, order.products).map(({ variantId, ladder }) => {
    return { variantId, quantity: order.quantity, seenPriceFen: priceAt(ladder, order.quantity) }
  })
  const [wave] = await findOpenWaves(db.reader, { zoneId: leader.zoneId, now })
  if (!wave || lines.length === 0) return
  const placed = await placeBulkOrder(db, {
    leader,
    lines,
    order: {
      placementKey: order.placementKey,
      pickupPointId: leader.pickupPointId,
      waveId: wave.id,
      note: '送到食堂后门',
      substitution: 'call',
      payment: 'on_account',
    },
    agreedTotalFen: buyer.creditLimitFen,
    locale: 'zh-CN',
    now,
  })
  invariant(placed.ok, `the enterprise’s order was refused: ${placed.ok || placed.refusal.code}`)
}
