import { asWeekRefusal } from '#app/domain/subscription/week-refusals.ts'
import { formatDay, formatFen, formatMoment } from '#app/i18n/format.ts'
import { inLocale, type Locale } from '#app/i18n/locale.ts'
import { wantingNoticeMessages } from '#app/i18n/messages/wanting-notices.ts'
import type { MessageSender } from '#app/integrations/messages/message-sender.ts'
import { type NoticeOutcome, tellCustomer } from '#app/services/live/tell-customer.server.ts'
import type { Database } from '#db/client.server.ts'
import { findToldWeek } from '#db/queries/wanting/subscription-weeks.server.ts'

/** The outbox topic; its subject is a week and what is new of it, `week:news`, and when it was put off the morning, `…@instant`. */
export const WEEK_TOPIC = 'subscription_notice'

export const weekNews = ['to_pay', 'to_pay_risen', 'paid', 'refused'] as const
export type WeekNews = (typeof weekNews)[number]

type TellOfWeek = { subjectId: string; publicUrl: string; now: Date }

/** Tells a customer what became of a week: that it waits for its payment, and until when, that their credit has paid it, or why it does not come. */
export async function tellOfWeek(
  database: Database,
  messages: MessageSender,
  { subjectId, publicUrl, now }: TellOfWeek,
): Promise<NoticeOutcome> {
  const [eventId = ''] = subjectId.split('@')
  const [weekId = '', said] = eventId.split(':')
  const news = weekNews.find((one) => one === said)
  const told = await findToldWeek(database.reader, weekId)
  if (!told || news === undefined || !isStillNews(news, told, now)) return 'no_news'
  const { subscription, order } = told
  return await tellCustomer(database, messages, {
    ...{ eventId, customerId: subscription.customerId, orderId: order?.id ?? null, kind: `subscription_${news}` },
    ...{ isUrgent: news === 'to_pay' || news === 'to_pay_risen', again: { topic: WEEK_TOPIC, subjectId } },
    ...{ locale: subscription.locale, publicUrl, now },
    words: (locale) => wordsOf(news, told, locale),
    path: order && news !== 'refused' ? `/orders/${order.id}` : `/account/subscriptions/${subscription.id}`,
  })
}

type Told = NonNullable<Awaited<ReturnType<typeof findToldWeek>>>

/** Nobody is asked for money that is not wanted any more. */
function isStillNews(news: WeekNews, { week, order }: Told, now: Date): boolean {
  if (news === 'refused') return week.status === 'refused'
  if (news === 'paid') return order?.status === 'confirmed'
  return order?.status === 'awaiting_payment' && order.expiresAt > now
}

function wordsOf(news: WeekNews, told: Told, locale: Locale) {
  const { week, order, ...product } = told
  const t = wantingNoticeMessages[locale]
  const name = inLocale(locale, product.nameZh, product.nameEn)
  const toPay = order ? formatFen(order.totalFen - order.creditFen) : ''
  const until = order ? formatMoment(order.expiresAt, locale) : ''
  const on = formatDay(week.weekOn, locale)
  switch (news) {
    case 'to_pay':
      return { subject: t.toPay(name), text: t.toPayText(toPay, until) }
    case 'to_pay_risen':
      return { subject: t.toPay(name), text: `${t.risen} ${t.toPayText(toPay, until)}` }
    case 'paid':
      return { subject: t.paid(name), text: t.paidText }
    case 'refused':
      return { subject: t.refused(name, on), text: whyNot(told, locale) }
  }
}

/** Why a week does not come, whose credit went back, and whether anything comes after it. */
function whyNot({ week, order, subscription }: Told, locale: Locale): string {
  const t = wantingNoticeMessages[locale]
  const goesOn = subscription.status === 'active'
  const said = [t[asWeekRefusal(week.refusal)], (order?.creditFen ?? 0) > 0 ? t.creditBack : '', goesOn ? t.nextAsUsual : '']
  return said.filter((one) => one !== '').join(locale === 'en' ? ' ' : '')
}
