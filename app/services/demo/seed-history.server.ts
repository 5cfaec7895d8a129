import { addDays, shanghaiInstant } from '#app/domain/business-day.ts'
import { closeDueWaves } from '#app/services/delivery/close-due-waves.server.ts'
import { acceptDueOrders } from '#app/services/ledger/accept-due-orders.server.ts'
import { confirmTransfer } from '#app/services/ordering/confirm-transfer.server.ts'
import { releaseDueFunds } from '#app/services/payments/release-funds.server.ts'
import { reckonDueWaves } from '#app/services/wave-costs/reckon-due-waves.server.ts'
import type { Database } from '#db/client.server.ts'
import { demoOrders } from '#db/seed/demo-orders.ts'
import { historyDays } from '#db/seed/history-days.ts'
import { seedPastLots } from '#db/seed/seed-past-lots.server.ts'
import { deliverDemoDay } from './deliver-demo-day.server.ts'
import { placeDemoOrder } from './place-demo-order.server.ts'
import { seedAccount } from './seed-account.server.ts'
import { seedDispute } from './seed-dispute.server.ts'
import { seedDock } from './seed-dock.server.ts'
import { seedEnterprise } from './seed-enterprise.server.ts'
import { seedFailedDelivery } from './seed-failed-delivery.server.ts'
import { seedRefunds } from './seed-refunds.server.ts'
import { seedReviews } from './seed-reviews.server.ts'
import { seedSettlement, seedSettlementInReview } from './seed-settlement.server.ts'
import { seedTermsDemo } from './seed-terms.server.ts'

const treasurer = 'user_office_ledger'
/** Leaders settle an order on account a week after placing it; the newest is still owed. */
const transferAfterDays = 7
/** One door of the last days' was not opened. */
const missedWithinDays = 5

/**
 * Plays the alliance's last weeks day by day through the services everyone uses, each at the time it would have
 * happened: deliveries in the morning, orders, cut-offs in the evening, then what is accepted is paid out. Today's
 * deliveries are planned and left to whoever tries the demo, and so is last week's settlement.
 */
export async function seedHistory(db: Database, { today, now }: { today: string; now: Date }): Promise<void> {
  const orders = demoOrders(today, now)
  await db.transact((tx) => seedPastLots(tx, orders))
  const owed: { orderId: string; on: string }[] = []
  let hasMissed = false
  for (let on = addDays(today, -historyDays); on <= today; on = addDays(on, 1)) {
    const mayMiss = !hasMissed && on >= addDays(today, -missedWithinDays)
    if (on < today && (await deliverDemoDay(db, on, { mayMiss }))) hasMissed = true
    // Together, as on a real day: transactions that wait together share one commit.
    const placed = await Promise.all(orders.filter((order) => order.on === on).map((order) => placeDemoOrder(db, order)))
    owed.push(...placed.flatMap((order) => (order?.onAccount ? { orderId: order.orderId, on } : [])))
    const evening = shanghaiInstant(on, '20:00')
    if (evening > now) continue
    await closeDueWaves(db, evening)
    const due = owed.slice(0, -1).filter((order) => order.on === addDays(on, -transferAfterDays))
    for (const { orderId } of due) await confirmTransfer(db, { orderId, userId: treasurer, now: evening })
    await reckonDueWaves(db, evening)
    await acceptDueOrders(db, evening)
    await releaseDueFunds(db, evening)
  }
  await closeDueWaves(db, now)
  await reckonDueWaves(db, now)
  await acceptDueOrders(db, now)
  await releaseDueFunds(db, now)
  await seedSettlement(db, { today })
  await seedTermsDemo(db, { today, now })
  await seedRefunds(db, { now })
  await seedDock(db, { today, now })
  await seedFailedDelivery(db, { now })
  await seedDispute(db, { now })
  await seedSettlementInReview(db, { today, now })
  await seedEnterprise(db, { now })
  await seedReviews(db, { now })
  await seedAccount(db, { now })
}
