import { addDays, businessDay, shanghaiInstant } from '#app/domain/business-day.ts'
import type { OrderEventKind } from './list-timeline.ts'

/** What of an order's events its customer is told beyond the order's page. */
export const noticeKinds = ['on_the_way', 'near', 'delivered', 'not_delivered', 'rescheduled'] as const satisfies readonly OrderEventKind[]
export type NoticeKind = (typeof noticeKinds)[number]
export const noticeChannels = ['push', 'sms', 'mail'] as const
export type NoticeChannel = (typeof noticeChannels)[number]

const kinds: ReadonlySet<OrderEventKind> = new Set(noticeKinds)
export const isNoticeKind = (kind: OrderEventKind): kind is NoticeKind => kinds.has(kind)

/** Nobody's telephone rings between these hours, Asia/Shanghai. Our house rule. */
export const QUIET_FROM = '21:00'
export const QUIET_UNTIL = '07:00'

/** The first instant from `at` on at which people may be told something. */
export function tellAt(at: Date): Date {
  const today = businessDay(at)
  const morning = shanghaiInstant(today, QUIET_UNTIL)
  if (at < morning) return morning
  return at < shanghaiInstant(today, QUIET_FROM) ? at : shanghaiInstant(addDays(today, 1), QUIET_UNTIL)
}

const minuteMs = 60_000
/** After so long it is not news any more, and is not told. */
const newsMs: Record<NoticeKind, number> = {
  near: 30 * minuteMs,
  on_the_way: 4 * 60 * minuteMs,
  delivered: 24 * 60 * minuteMs,
  not_delivered: 24 * 60 * minuteMs,
  rescheduled: 24 * 60 * minuteMs,
}
export const isStillNews = (kind: NoticeKind, happenedAt: Date, now: Date) => now.getTime() - happenedAt.getTime() <= newsMs[kind]

/** What cannot wait for somebody to read their mail. */
const urgent: ReadonlySet<NoticeKind> = new Set(['near', 'not_delivered'])
export const isUrgent = (kind: NoticeKind) => urgent.has(kind)

/**
 * By which channels something may be told, the one that suits it first: what is urgent by text message, which rings; the rest by
 * the browser that asked for it, which costs nobody anything, or else by mail. Empty where they have none or want none.
 */
export function channelsFor(hurry: boolean, reach: Record<NoticeChannel, boolean>): NoticeChannel[] {
  const order: NoticeChannel[] = hurry ? ['sms', 'push', 'mail'] : ['push', 'mail', 'sms']
  return order.filter((channel) => reach[channel])
}
