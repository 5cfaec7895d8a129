import { creditGivenBack } from '#app/domain/ledger/post-order-events.ts'
import { post } from '#app/services/ledger/post.server.ts'
import { WEEK_TOPIC } from '#app/services/wanting/tell-of-week.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/new-id.server.ts'
import { giveBackUses } from '#db/queries/catalog/promotions.server.ts'
import * as confirmation from '#db/queries/ordering/confirmation.server.ts'
import { enqueue } from '#db/queries/outbox.server.ts'
import { refuseUnpaidWeek } from '#db/queries/wanting/subscription-weeks.server.ts'

/**
 * Gives back what an unpaid order held: stock to its lots, places to its waves, a use to its promotions, credit to its
 * customer; the week of a subscription it was for does not come, which is promised to be told. Whoever calls has made sure that the
 * processor takes no more money for it. Safe to call twice; an order that was paid meanwhile stays.
 */
export function expireOrder({ transact }: Database, { orderId, now }: { orderId: string; now: Date }): Promise<boolean> {
  return transact(async (tx) => {
    const expired = await confirmation.expireIfWaiting(tx, orderId)
    if (!expired) return false
    const used = [expired.promotionId, expired.couponId].filter((id) => id !== null)
    if (used.length > 0) await giveBackUses(tx, used)
    const { customerId, creditFen } = expired
    if (creditFen > 0) await post(tx, creditGivenBack({ orderId, customerId, creditFen, at: now }), now)
    const held = await confirmation.findHeldLots(tx, { orderId })
    for (const { lotId, quantity } of held) await confirmation.giveBackToLot(tx, { lotId, quantity })
    for (const waveId of [...new Set(held.map((lot) => lot.waveId))].sort()) await confirmation.giveBackWavePlace(tx, waveId)
    const weekId = await refuseUnpaidWeek(tx, { orderId, now })
    if (weekId !== null) await enqueue(tx, { topic: WEEK_TOPIC, subjectId: `${weekId}:refused`, dueAt: now })
    await confirmation.insertOrderEvents(tx, [{ id: newId('evt'), orderId, kind: 'expired', farmId: null, at: now }])
    return true
  })
}
