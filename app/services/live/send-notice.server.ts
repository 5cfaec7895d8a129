import { chooseChannel, isNoticeKind, isStillNews, type NoticeKind, tellAt } from '#app/domain/delivery/notice-plan.ts'
import { orderNoticeMessages } from '#app/i18n/messages/order-notices.ts'
import type { MessageSender } from '#app/integrations/messages/message-sender.ts'
import type { Database } from '#db/client.server.ts'
import * as notices from '#db/queries/notices.server.ts'
import { enqueue } from '#db/queries/outbox.server.ts'

type SendNotice = {
  /** the order's event, or the event with the day its notice was put off to */
  subjectId: string
  /** where pages are, without a slash at the end */
  publicUrl: string
  now: Date
}

export type NoticeOutcome = 'sent' | 'already' | 'no_news' | 'unwanted' | 'put_off'

/**
 * Tells a customer of an event of their order by the one channel that suits it, in the order's language, once: it is noted
 * before it is sent, so that a crash in between tells nothing rather than twice. At night it is put off until morning.
 * @throws {IntegrationError} when the carrier does not take it; tried again it is sent
 */
export async function sendNotice(
  database: Database,
  messages: MessageSender,
  { subjectId, publicUrl, now }: SendNotice,
): Promise<NoticeOutcome> {
  const [eventId = ''] = subjectId.split('@')
  const event = await notices.findToldEvent(database.reader, eventId)
  if (!event || !isNoticeKind(event.kind) || !isStillNews(event.kind, event.at, now)) return 'no_news'
  const awake = tellAt(now)
  if (awake > now) {
    const morning = `${eventId}@${awake.toISOString()}`
    await database.transact((tx) => enqueue(tx, { topic: notices.NOTICE_TOPIC, subjectId: morning, dueAt: awake }))
    return 'put_off'
  }
  const { orderId, kind, email, phone, wantsMail, wantsSms } = event
  const channel = chooseChannel(kind, { mail: email !== null && wantsMail !== false, sms: phone !== '' && wantsSms !== false })
  if (channel === null) return 'unwanted'
  const notice = { id: `${eventId}:${channel}`, orderId, kind, channel, at: now }
  if (!(await database.transact((tx) => notices.claimNotice(tx, notice)))) return 'already'
  const { subject, text } = wordsOf({ ...event, kind }, `${publicUrl}/orders/${orderId}`)
  try {
    if (channel === 'sms') await messages.sendSms({ phone, text: `${subject} ${text}` })
    else await messages.sendMail({ to: email ?? '', subject, text })
  } catch (error) {
    await database.transact((tx) => notices.markNoticeFailed(tx, notice.id))
    throw error
  }
  return 'sent'
}

function wordsOf({ number, locale, kind }: { number: string; locale: 'zh-CN' | 'en'; kind: NoticeKind }, url: string) {
  const t = orderNoticeMessages[locale]
  return { subject: t[kind](number), text: t[`${kind}_text`](url) }
}
