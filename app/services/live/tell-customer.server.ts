import { channelsFor, type NoticeChannel, tellAt } from '#app/domain/delivery/notice-plan.ts'
import { invariant } from '#app/domain/invariant.ts'
import { defaultLocale, type Locale } from '#app/i18n/locale.ts'
import type { MessageSender } from '#app/integrations/messages/message-sender.ts'
import type { Database } from '#db/client.server.ts'
import * as notices from '#db/queries/notices.server.ts'
import { enqueue } from '#db/queries/outbox.server.ts'

export type Telling = {
  /** what happened, for this customer: told once under it */
  eventId: string
  customerId: string
  /** null where it is about no order */
  orderId: string | null
  kind: string
  /** it cannot wait for somebody to read their mail */
  isUrgent: boolean
  /** what to promise again for the morning when it is night now */
  again: { topic: string; subjectId: string }
  /** the language of the customer's last order unless said */
  locale?: Locale
  /** whoever receives the order, where that is somebody else than the customer */
  phone?: string
  /** how they could be reached until now, where that has just changed: told there alone, whatever they wish and at any hour */
  left?: { email: string | null; phone: string | null }
  /** `text` ends where the link follows */
  words: (locale: Locale) => { subject: string; text: string }
  /** the page of ours it leads to */
  path: string
  /** where pages are, without a slash at the end */
  publicUrl: string
  now: Date
}

export type NoticeOutcome = 'sent' | 'already' | 'no_news' | 'unwanted' | 'put_off'

/**
 * The one way to tell a customer something: by the one channel that suits it, in their language, once. It is noted before it is
 * sent, so that a crash in between tells nothing rather than twice. At night it is put off until morning. Browsers that are gone
 * are forgotten, and the next channel is taken.
 * @throws {IntegrationError} when the carrier does not take it; tried again it is sent
 */
export async function tellCustomer(database: Database, messages: MessageSender, telling: Telling): Promise<NoticeOutcome> {
  const { eventId, customerId, orderId, kind, now } = telling
  const awake = telling.left ? now : tellAt(now)
  if (awake > now) {
    const { topic, subjectId } = telling.again
    const [subject = subjectId] = subjectId.split('@')
    await database.transact((tx) => enqueue(tx, { topic, subjectId: `${subject}@${awake.toISOString()}`, dueAt: awake }))
    return 'put_off'
  }
  const reach = telling.left ? reachOf(telling.left) : await notices.findReach(database.reader, customerId)
  if (!reach) return 'unwanted'
  const phone = telling.phone ?? reach.phone
  const channels = channelsFor(telling.isUrgent, {
    mail: reach.email !== null && reach.wants.mail,
    sms: phone !== '' && reach.wants.sms,
    push: messages.sendPush !== undefined && reach.listeners.length > 0 && reach.wants.push,
  })
  for (const channel of channels) {
    const notice = { id: `${eventId}:${channel}`, orderId: orderId ?? customerId, kind, channel, at: now }
    if (!(await database.transact((tx) => notices.claimNotice(tx, notice)))) return 'already'
    try {
      if (await send(database, messages, channel, { ...telling, ...reach, locale: telling.locale ?? reach.locale, phone })) return 'sent'
    } catch (error) {
      await database.transact((tx) => notices.markNoticeFailed(tx, notice.id))
      throw error
    }
    await database.transact((tx) => notices.markNoticeFailed(tx, notice.id))
  }
  return 'unwanted'
}

type Reach = NonNullable<Awaited<ReturnType<typeof notices.findReach>>>

const reachOf = ({ email, phone }: NonNullable<Telling['left']>): Reach => ({
  ...{ email, phone: phone ?? '', listeners: [], locale: defaultLocale },
  wants: { mail: true, sms: true, push: false },
})

type Reached = Telling & Reach & { phone: string; locale: Locale }

/** @returns false when nobody listens there any more */
async function send(database: Database, messages: MessageSender, channel: NoticeChannel, to: Reached): Promise<boolean> {
  const { subject, text } = to.words(to.locale)
  const url = `${to.publicUrl}${to.path}`
  switch (channel) {
    case 'sms':
      await messages.sendSms({ phone: to.phone, text: `${subject} ${text} ${url}` })
      return true
    case 'mail':
      invariant(to.email, 'a mail without an address')
      await messages.sendMail({ to: to.email, subject, text: `${text}\n${url}` })
      return true
    case 'push':
      return await sendToBrowsers(database, messages, { subject, text, ...to })
  }
}

/** All of them at once. @returns whether any took it @throws what one said, when none did and not all are gone */
async function sendToBrowsers(
  database: Database,
  messages: MessageSender,
  { listeners, subject, text, path }: Pick<Reached, 'listeners' | 'path'> & { subject: string; text: string },
): Promise<boolean> {
  const answers = await Promise.allSettled(listeners.map((listener) => messages.sendPush?.(listener, { title: subject, body: text, path })))
  const gone = listeners.filter((_, index) => {
    const answer = answers[index]
    return answer?.status === 'fulfilled' && answer.value === 'gone'
  })
  if (gone.length > 0)
    await database.transact((tx) =>
      notices.dropListeners(
        tx,
        gone.map(({ id }) => id),
      ),
    )
  if (answers.some((answer) => answer.status === 'fulfilled' && answer.value === 'taken')) return true
  const failed = answers.find((answer) => answer.status === 'rejected')
  if (failed) throw failed.reason
  return false
}
