import { businessDay } from '#app/domain/business-day.ts'
import { inLocale } from '#app/i18n/locale.ts'
import { wantingNoticeMessages } from '#app/i18n/messages/wanting-notices.ts'
import type { MessageSender } from '#app/integrations/messages/message-sender.ts'
import { type NoticeOutcome, tellCustomer } from '#app/services/live/tell-customer.server.ts'
import type { Database } from '#db/client.server.ts'
import { enqueue } from '#db/queries/outbox.server.ts'
import { findBack, findWaiting, findWished, markTold } from '#db/queries/wanting/wishes.server.ts'

/** The outbox topic; its subject is `customer:product:instant`, and when it was put off the morning, `…@instant`. */
export const BACK_TOPIC = 'back_in_stock'

/** So many products and people at a time: however many wait for the first oranges, the next minute has its turn. */
const productsAtOnce = 20
const peopleAtOnce = 100

/**
 * Promises to tell those who wait for what can be bought again, each once: that they are told is noted with the promise.
 * @returns how many
 */
export async function promiseBackInStock({ reader, transact }: Database, now: Date): Promise<number> {
  const productIds = await findBack(reader, { today: businessDay(now), limit: productsAtOnce })
  if (productIds.length === 0) return 0
  const waiting = await findWaiting(reader, { productIds, limit: peopleAtOnce })
  return await transact(async (tx) => {
    let promised = 0
    for (const { customerId, productId } of waiting) {
      if (!(await markTold(tx, { customerId, productId, now }))) continue
      await enqueue(tx, { topic: BACK_TOPIC, subjectId: `${customerId}:${productId}:${now.getTime()}`, dueAt: now })
      promised++
    }
    return promised
  })
}

type TellBack = { subjectId: string; publicUrl: string; now: Date }

/** Tells one customer that what they wished for is back; nothing when it has been taken off the shelf since. */
export async function tellBackInStock(
  database: Database,
  messages: MessageSender,
  { subjectId, publicUrl, now }: TellBack,
): Promise<NoticeOutcome> {
  const [eventId = ''] = subjectId.split('@')
  const [customerId = '', productId = ''] = eventId.split(':')
  const product = await findWished(database.reader, productId)
  if (!product) return 'no_news'
  return await tellCustomer(database, messages, {
    ...{ eventId, customerId, orderId: null, kind: 'back_in_stock', isUrgent: false },
    again: { topic: BACK_TOPIC, subjectId },
    words: (locale) => {
      const t = wantingNoticeMessages[locale]
      return { subject: t.back(inLocale(locale, product.nameZh, product.nameEn)), text: t.backText }
    },
    ...{ path: `/products/${encodeURIComponent(product.slug)}`, publicUrl, now },
  })
}
