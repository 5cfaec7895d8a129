import { z } from 'zod'
import { locales } from '#app/i18n/locale.ts'
import { accessMessages } from '#app/i18n/messages/access.ts'
import type { MessageSender } from '#app/integrations/messages/message-sender.ts'
import { type NoticeOutcome, tellCustomer } from '#app/services/live/tell-customer.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { newId } from '#db/new-id.server.ts'
import { findVerification, keepVerification, takeVerification } from '#db/queries/account/access.server.ts'
import { enqueue } from '#db/queries/outbox.server.ts'

/** The outbox topic; its subject names what was left. */
export const ACCESS_TOPIC = 'access_notice'

const dayMs = 24 * 3_600_000

const LeftSchema = z.object({
  userId: z.string(),
  changed: z.enum(['mail', 'phone']),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  locale: z.enum(locales),
})
/** How somebody signed in until now: `email` and `phone` as they were. */
export type Left = z.output<typeof LeftSchema>

const identifierOf = (id: string) => `left-access:${id}`

/** Promises to tell the owner of an account that it is signed in to by other means, where they were reached before. */
export async function promiseAccessNotice(tx: Tx, left: Left, now: Date) {
  if (left.email === null && left.phone === null) return
  const id = newId('acc')
  const value = JSON.stringify(left)
  await keepVerification(tx, { identifier: identifierOf(id), value, expiresAt: new Date(now.getTime() + dayMs), now })
  await enqueue(tx, { topic: ACCESS_TOPIC, subjectId: id, dueAt: now })
}

/**
 * Tells them, by what was changed where there was any before: an address by mail, a number by text message. The address and the
 * number are kept no longer than it takes, a day at most. @throws {IntegrationError} see `tellCustomer`
 */
export async function tellAccessChanged(
  database: Database,
  messages: MessageSender,
  { subjectId, publicUrl, now }: { subjectId: string; publicUrl: string; now: Date },
): Promise<NoticeOutcome> {
  const identifier = identifierOf(subjectId)
  const kept = await findVerification(database.reader, { identifier, now })
  if (kept === null) return 'no_news'
  const { userId, changed, email, phone, locale } = LeftSchema.parse(JSON.parse(kept))
  const isByMail = changed === 'mail' ? email !== null : phone === null
  const outcome = await tellCustomer(database, messages, {
    ...{ eventId: subjectId, customerId: userId, orderId: null, kind: `${changed}_changed`, isUrgent: !isByMail },
    ...{ again: { topic: ACCESS_TOPIC, subjectId }, left: { email, phone }, locale, path: '/policies', publicUrl, now },
    words: (reader) => {
      const t = accessMessages[reader]
      return changed === 'mail'
        ? { subject: t.mailGoneSubject, text: t.mailGoneText }
        : { subject: t.phoneGoneSubject, text: t.phoneGoneText }
    },
  })
  await database.transact((tx) => takeVerification(tx, { identifier, now }))
  return outcome
}
