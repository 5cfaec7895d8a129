import { addDays } from '#app/domain/business-day.ts'
import { productId, variantId } from '#app/domain/catalog/catalog-ids.ts'
import { weekdayOf } from '#app/domain/delivery/weekday.ts'
import { invariant } from '#app/domain/invariant.ts'
import { mondayOf } from '#app/domain/subscription/due-weeks.ts'
import { canOrder, orderedBeforeMs } from '#app/domain/subscription/order-times.ts'
import { orderDueWeeks } from '#app/services/wanting/order-due-weeks.server.ts'
import { planWeek } from '#app/services/wanting/plan-week.server.ts'
import { type StartSubscription, startSubscription } from '#app/services/wanting/start-subscription.server.ts'
import { changeWish } from '#app/services/wanting/wish.server.ts'
import type { Database } from '#db/client.server.ts'
import { findPlacement } from '#db/queries/ordering/placement.server.ts'
import { findWeeksOf } from '#db/queries/wanting/subscription-weeks.server.ts'
import { findWavesClosing } from '#db/queries/wanting/zone-waves.server.ts'
import { pickupPoints } from '#db/seed/data/places.ts'
import { payDemoOrder } from './place-demo-order.server.ts'

const customerId = 'customer_01'
const box = 'BOX-WEEK-SMALL'
const largeBox = 'BOX-WEEK-LARGE'
const neighbour = { id: 'customer_02', name: '欧阳雨水', phone: '13800001014' }
const wishes = ['HL-CABBAGE', 'LX-HONEY'] as const
const minuteMs = 60_000

/**
 * The first buyer has had a vegetable box ordered every week for a week: the coming one is placed by the real job and paid, the one
 * after it is skipped. It is collected in the part of town whose next delivery is cut off within a day and a half. A neighbour has just
 * begun, for the farms to expect.
 */
export async function seedWanting(db: Database, { now }: { now: Date }): Promise<void> {
  for (const code of wishes) await changeWish(db, { customerId, productId: productId(code), wish: 'keep', now })
  const closing = await findWavesClosing(db.reader, { now, until: new Date(now.getTime() + orderedBeforeMs) })
  const wave = closing.find(({ zoneId, cutoffAt }) => canOrder(cutoffAt, now) && pickupPoints.some((point) => point.zoneId === zoneId))
  const point = pickupPoints.find(({ zoneId }) => zoneId === wave?.zoneId)
  if (!wave || !point) return
  const shared = { destination: { kind: 'pickup', pickupPointId: point.id, note: '' }, substitution: 'similar', locale: 'zh-CN' } as const
  const rhythm = { weekday: weekdayOf(wave.deliversOn), everyWeeks: 1, quantity: 1, ...shared }
  const subscriptionId = await start(db, {
    ...{ customerId, recipient: '闻人立春', phone: '13800001007', variantId: variantId(box), ...rhythm },
    ...{ startsOn: addDays(wave.deliversOn, -6), now: new Date(now.getTime() - 7 * 24 * 60 * minuteMs) },
  })
  await orderDueWeeks(db, now)
  await start(db, {
    ...{ customerId: neighbour.id, recipient: neighbour.name, phone: neighbour.phone, variantId: variantId(largeBox), ...rhythm },
    ...{ startsOn: addDays(wave.deliversOn, 1), now },
  })
  const weekOn = mondayOf(wave.deliversOn)
  const [ordered] = await findWeeksOf(db.reader, { subscriptionIds: [subscriptionId], fromOn: weekOn })
  const [placed] = await findPlacement(db.reader, { placementKey: ordered?.week.id ?? '' })
  if (placed?.paymentId) await payDemoOrder(db, { id: 'subscription_1', at: new Date(now.getTime() - 3 * minuteMs) }, placed.paymentId)
  await planWeek(db, { subscriptionId, customerId, weekOn: addDays(weekOn, 7), wish: 'skip', now })
}

async function start(db: Database, wanted: StartSubscription): Promise<string> {
  const started = await startSubscription(db, wanted)
  invariant(started.ok, `the demo's subscription was refused: ${started.ok || started.refusal.code}`)
  return started.value.subscriptionId
}
