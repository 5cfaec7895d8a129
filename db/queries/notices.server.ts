import { and, desc, eq, inArray, isNull, lte } from 'drizzle-orm'
import { isNoticeKind, type NoticeChannel, tellAt } from '#app/domain/delivery/notice-plan.ts'
import { chunksOf } from '#db/chunks-of.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { customers, noticeChoices, notices, orderContacts, orderEvents, orders, outbox, pushSubscriptions } from '#db/schema/index.ts'

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

/** An event with whose order it is of, and the number of whoever receives it; null when there is none. */
export async function findToldEvent(db: Db, eventId: string) {
  const [found] = await db
    .select({
      orderId: orders.id,
      number: orders.number,
      customerId: orders.customerId,
      locale: orders.locale,
      kind: orderEvents.kind,
      at: orderEvents.at,
      phone: orderContacts.phone,
    })
    .from(orderEvents)
    .innerJoin(orders, eq(orders.id, orderEvents.orderId))
    .innerJoin(orderContacts, eq(orderContacts.orderId, orders.id))
    .where(eq(orderEvents.id, eventId))
  return found ?? null
}

/** How a customer can be told something, what of it they want, and in which language they ordered last; null once deleted. */
export async function findReach(db: Db, customerId: string) {
  const [customer] = await db
    .select({ email: customers.email, phone: customers.phone })
    .from(customers)
    .where(and(eq(customers.id, customerId), isNull(customers.deletedAt)))
  if (!customer) return null
  const [wants, listeners, [last]] = await Promise.all([
    findNoticeChoice(db, customerId),
    db.select().from(pushSubscriptions).where(eq(pushSubscriptions.customerId, customerId)),
    db.select({ locale: orders.locale }).from(orders).where(eq(orders.customerId, customerId)).orderBy(desc(orders.placedAt)).limit(1),
  ])
  return { ...customer, wants, listeners, locale: last?.locale ?? ('zh-CN' as const) }
}

export const dropListeners = (tx: Tx, ids: readonly string[]) => tx.delete(pushSubscriptions).where(inArray(pushSubscriptions.id, [...ids]))

/** `orderId`: the order it is about, or the customer where it is about none. */
type Notice = { id: string; orderId: string; kind: string; channel: NoticeChannel; at: Date }

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
    .select({ mail: noticeChoices.mail, sms: noticeChoices.sms, push: noticeChoices.push })
    .from(noticeChoices)
    .where(eq(noticeChoices.customerId, customerId))
  return choice ?? { mail: true, sms: true, push: true }
}

type Choice = { customerId: string; mail: boolean; sms: boolean; push: boolean; changedAt: Date }

export const keepNoticeChoice = (tx: Tx, { customerId, ...choice }: Choice) =>
  tx
    .insert(noticeChoices)
    .values({ customerId, ...choice })
    .onConflictDoUpdate({ target: noticeChoices.customerId, set: choice })
