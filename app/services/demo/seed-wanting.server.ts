import { addDays } from '#app/domain/business-day.ts'
import { productId, variantId } from '#app/domain/catalog/catalog-ids.ts'
import { weekdayOf } from '#app/domain/delivery/weekday.ts'
import { invariant } from '#app/domain/invariant.ts'
import { mondayOf } from '#app/domain/subscription/due-weeks.ts'
import { canOrder, orderedBeforeMs } from '#app/domain/subscription/order-times.ts'
import { orderDueWeeks } from '#app/services/wanting/order-due-weeks.server.ts'
import { planWeek } from '#app/services/wanting/plan-week.server.ts'
import { startSubscription } from '#app/services/wanting/start-subscription.server.ts'
import { changeWish } from '#app/services/wanting/wish.server.ts'
import type { Database } from '#db/client.server.ts'
import { findPlacement } from '#db/queries/placement.server.ts'
import { findWeeksOf } from '#db/queries/wanting/subscription-weeks.server.ts'
import { findWavesClosing } from '#db/queries/wanting/zone-waves.server.ts'
import { pickupPoints } from '#db/seed/data/places.ts'
import { payDemoOrder } from './place-demo-order.server.ts'

const customerId = 'customer_01'
const box = 'BOX-WEEK-SMALL'
const wishes = ['HL-CABBAGE', 'LX-HONEY'] as const
const minuteMs = 60_000

/**
 * The first buyer has had a vegetable box ordered every week for a week: the coming one is placed by the real job and paid, the one
 * after it is skipped. It is collected in the part of town whose next delivery is cut off within a day and a half.
 */
export async function seedWanting(db: Database, { now }: { now: Date }): Promise<void> {
  for (const code of wishes) await changeWish(db, { customerId, productId: productId(code), wish: 'keep', now })
  const closing = await findWavesClosing(db.reader, { now, until: new Date(now.getTime() + orderedBeforeMs) })
  const wave = closing.find(({ zoneId, cutoffAt }) => canOrder(cutoffAt, now) && pickupPoints.some((point) => point.zoneId === zoneId))
  const point = pickupPoints.find(({ zoneId }) => zoneId === wave?.zoneId)
  if (!wave || !point) return
  const started = await startSubscription(db, {
    ...{ customerId, variantId: variantId(box), quantity: 1, everyWeeks: 1, weekday: weekdayOf(wave.deliversOn) },
    ...{ startsOn: addDays(wave.deliversOn, -6), recipient: '闻人立春', phone: '13800001007', substitution: 'similar', locale: 'zh-CN' },
    destination: { kind: 'pickup', pickupPointId: point.id, note: '' },
    now: new Date(now.getTime() - 7 * 24 * 60 * minuteMs),
  })
  invariant(started.ok, `the demo's subscription was refused: ${started.ok || started.refusal.code}`)
  const { subscriptionId } = started.value
  await orderDueWeeks(db, now)
  const weekOn = mondayOf(wave.deliversOn)
  const [ordered] = await findWeeksOf(db.reader, { subscriptionIds: [subscriptionId], fromOn: weekOn })
  const [placed] = await findPlacement(db.reader, { placementKey: ordered?.week.id ?? '' })
  if (placed?.paymentId) await payDemoOrder(db, { id: 'subscription_1', at: new Date(now.getTime() - 3 * minuteMs) }, placed.paymentId)
  await planWeek(db, { subscriptionId, customerId, weekOn: addDays(weekOn, 7), wish: 'skip', now })
}
