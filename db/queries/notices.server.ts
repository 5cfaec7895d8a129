import { and, eq, isNull, lte } from 'drizzle-orm'
import { isNoticeKind, type NoticeChannel, type NoticeKind, tellAt } from '#app/domain/delivery/notice-plan.ts'
import { chunksOf } from '#db/chunks-of.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { customers, noticeChoices, notices, orderContacts, orderEvents, orders, outbox } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** The outbox topic; its subject is the order's event. */
export const NOTICE_TOPIC = 'order_notice'

/** Promises to tell of events as soon as nobody sleeps, each once. */
export async function promiseNotices(tx: Tx, events: readonly (typeof orderEvents.$inferInsert)[]) {
  const tasks = events
    .filter(({ kind }) => isNoticeKind(kind))
    .map(({ id: subjectId, at }) => ({
      id: `${NOTICE_TOPIC}:${subjectId}`,
      topic: NOTICE_TOPIC,
      subjectId,
      payload: {},
      dueAt: tellAt(at),
      attempts: 0,
    }))
  for (const chunk of chunksOf(tasks, 100)) await tx.insert(outbox).values(chunk).onConflictDoNothing()
}

/** Nobody is told any more of what was promised until now: what a demo's history would tell. */
export const forgetNotices = (tx: Tx, now: Date) =>
  tx
    .update(outbox)
    .set({ doneAt: now })
    .where(and(eq(outbox.topic, NOTICE_TOPIC), isNull(outbox.doneAt), lte(outbox.dueAt, now)))

/** An event with who is to be told of it, in which language, and what they do not want; null when there is none. */
export async function findToldEvent(db: Db, eventId: string) {
  const [found] = await db
    .select({
      orderId: orders.id,
      number: orders.number,
      locale: orders.locale,
      kind: orderEvents.kind,
      at: orderEvents.at,
      email: customers.email,
      phone: orderContacts.phone,
      wantsMail: noticeChoices.mail,
      wantsSms: noticeChoices.sms,
    })
    .from(orderEvents)
    .innerJoin(orders, eq(orders.id, orderEvents.orderId))
    .innerJoin(customers, eq(customers.id, orders.customerId))
    .innerJoin(orderContacts, eq(orderContacts.orderId, orders.id))
    .leftJoin(noticeChoices, eq(noticeChoices.customerId, customers.id))
    .where(eq(orderEvents.id, eventId))
  return found ?? null
}

type Notice = { id: string; orderId: string; kind: NoticeKind; channel: NoticeChannel; at: Date }

/** Takes it upon this process to send a notice. @returns false when it has been sent, or another is sending it */
export async function claimNotice(tx: Tx, notice: Notice): Promise<boolean> {
  const first = await tx
    .insert(notices)
    .values({ ...notice, status: 'sent' })
    .onConflictDoNothing()
    .returning({ id: notices.id })
  if (first.length === 1) return true
  const again = await tx
    .update(notices)
    .set({ status: 'sent', at: notice.at })
    .where(and(eq(notices.id, notice.id), eq(notices.status, 'failed')))
    .returning({ id: notices.id })
  return again.length === 1
}

export const markNoticeFailed = (tx: Tx, id: string) => tx.update(notices).set({ status: 'failed' }).where(eq(notices.id, id))

/** What a customer wants to be told by; everything until they say otherwise. */
export async function findNoticeChoice(db: Db, customerId: string): Promise<Record<NoticeChannel, boolean>> {
  const [choice] = await db
    .select({ mail: noticeChoices.mail, sms: noticeChoices.sms })
    .from(noticeChoices)
    .where(eq(noticeChoices.customerId, customerId))
  return choice ?? { mail: true, sms: true }
}

type Choice = { customerId: string; mail: boolean; sms: boolean; changedAt: Date }

export const keepNoticeChoice = (tx: Tx, { customerId, ...choice }: Choice) =>
  tx
    .insert(noticeChoices)
    .values({ customerId, ...choice })
    .onConflictDoUpdate({ target: noticeChoices.customerId, set: choice })
