import type { FailedDelivery } from '#app/components/shop/failed-delivery.tsx'
import { pushPublicKey } from '#app/http/messages.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { DeliveryWishSchema } from '#app/schemas/delivery-wish.ts'
import { chooseNotices } from '#app/services/live/choose-notices.server.ts'
import { sayWish, type WishRefusal } from '#app/services/live/say-wish.server.ts'
import { findDropOfOrder, findWavesToCome } from '#db/queries/customers/delivery-wishes.server.ts'
import type { OrderPage } from '#db/queries/customers/order-page.server.ts'
import { findNoticeChoice } from '#db/queries/notices.server.ts'
import { findWish } from '#db/queries/ordering/order-delivery.server.ts'

/** What the customer may do about a placed order beside paying: choose after a failed delivery, change it, say how to be told. */
export async function readFollowUp(page: OrderPage) {
  const { order, email } = page
  const isUnderWay = order.status === 'confirmed'
  const [failed, choice] = await Promise.all([readFailed(page), isUnderWay ? findNoticeChoice(db().reader, order.customerId) : null])
  return {
    failed,
    changeUntil: changeUntil(page, now()),
    notices: choice && { ...choice, hasMail: email !== null, hasPush: pushPublicKey() !== null },
  }
}

/** The last moment at which an order may still be changed; null when one of its waves has closed, or it is not under way. */
export function changeUntil({ order, lines }: OrderPage, at: Date): Date | null {
  const coming = lines.filter(({ status }) => status !== 'cancelled')
  const isOpen = coming.every(({ waveStatus, cutoffAt }) => waveStatus === 'open' && cutoffAt > at)
  if (order.status !== 'confirmed' || order.leaderId !== null || coming.length === 0 || !isOpen) return null
  return coming.reduce((first, { cutoffAt }) => (cutoffAt < first ? cutoffAt : first), coming[0]!.cutoffAt)
}

/** The delivery that failed last and of which something is still to come, with what its customer may choose; null without one. */
async function readFailed({ order, arrivals }: OrderPage): Promise<FailedDelivery | null> {
  const failed = order.status === 'confirmed' ? arrivals.findLast(({ status }) => status === 'failed') : undefined
  if (!failed) return null
  const { reader } = db()
  const asked = { orderId: order.id, dropId: failed.dropId }
  const drop = await findDropOfOrder(reader, asked)
  if (!drop || drop.consignmentIds.length === 0) return null
  const [days, wish] = await Promise.all([findWavesToCome(reader, { zoneId: drop.zoneId, now: now() }), findWish(reader, asked)])
  return {
    dropId: failed.dropId,
    reason: failed.statusReason,
    days: days.map(({ waveId, deliversOn }) => ({ waveId, deliversOn })),
    wish: wish && { wish: wish.wish, deliversOn: wish.deliversOn, note: wish.note },
  }
}

/** What the customer says after a failed delivery. @returns null when it is noted */
export async function noteWish(orderId: string, form: FormData): Promise<WishRefusal | null> {
  const parsed = DeliveryWishSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return { code: 'wave_gone' }
  const { dropId, note, ...said } = parsed.data
  const wish = said.wish === 'again' ? { kind: said.wish, waveId: said.waveId } : { kind: said.wish }
  const noted = await sayWish(db(), { orderId, dropId, wish, note, now: now() })
  return noted.ok ? null : noted.refusal
}

/** What the customer wants to be told by, of this order and all others. */
export const noteChannels = (customerId: string, form: FormData) =>
  chooseNotices(db(), { customerId, mail: form.has('mail'), sms: form.has('sms'), push: form.has('push'), now: now() })
