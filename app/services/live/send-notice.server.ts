import { isNoticeKind, isStillNews, isUrgent } from '#app/domain/delivery/notice-plan.ts'
import { orderNoticeMessages } from '#app/i18n/messages/order-notices.ts'
import type { MessageSender } from '#app/integrations/messages/message-sender.ts'
import type { Database } from '#db/client.server.ts'
import { findToldEvent, NOTICE_TOPIC } from '#db/queries/notices.server.ts'
import { type NoticeOutcome, tellCustomer } from './tell-customer.server.ts'

type SendNotice = {
  /** the order's event, or the event with the day its notice was put off to */
  subjectId: string
  /** where pages are, without a slash at the end */
  publicUrl: string
  now: Date
}

/** Tells a customer of an event of their order, in the order's language, while it is news. @throws {IntegrationError} see `tellCustomer` */
export async function sendNotice(
  database: Database,
  messages: MessageSender,
  { subjectId, publicUrl, now }: SendNotice,
): Promise<NoticeOutcome> {
  const [eventId = ''] = subjectId.split('@')
  const event = await findToldEvent(database.reader, eventId)
  if (!event || !isNoticeKind(event.kind) || !isStillNews(event.kind, event.at, now)) return 'no_news'
  const { kind, number, orderId, customerId, locale, phone } = event
  return await tellCustomer(database, messages, {
    eventId,
    customerId,
    orderId,
    kind,
    isUrgent: isUrgent(kind),
    again: { topic: NOTICE_TOPIC, subjectId: eventId },
    locale,
    phone,
    words: (reader) => ({ subject: orderNoticeMessages[reader][kind](number), text: orderNoticeMessages[reader][`${kind}_text`] }),
    path: `/orders/${orderId}`,
    publicUrl,
    now,
  })
}
