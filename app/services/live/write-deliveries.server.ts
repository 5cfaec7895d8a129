import { addDays, businessDay, shanghaiInstant } from '#app/domain/business-day.ts'
import { deliveriesCalendarMessages } from '#app/i18n/messages/deliveries-calendar.ts'
import { type CalendarEntry, writeCalendar } from '#app/integrations/calendar/write-calendar.ts'
import type { Reader } from '#db/client.server.ts'
import { type Delivery, findCalendarOwner, findDeliveries } from '#db/queries/customers/calendar.server.ts'

const keptDays = 60

type Asked = {
  key: string
  /** where pages are, without a slash at the end */
  publicUrl: string
  now: Date
}

/**
 * The deliveries of whoever holds the key, two months back and all to come, as an iCalendar file: between the hours they were
 * told, at a pick-up point its hours, before that the day. No names, no addresses: calendars are often shared.
 * @returns null for a key that opens nothing, or nothing any more
 */
export async function writeDeliveries(reader: Reader, { key, publicUrl, now }: Asked): Promise<string | null> {
  const owner = await findCalendarOwner(reader, key)
  if (!owner) return null
  const deliveries = await findDeliveries(reader, { ...owner, sinceOn: addDays(businessDay(now), -keptDays) })
  const t = deliveriesCalendarMessages[deliveries.at(-1)?.locale ?? 'zh-CN']
  return writeCalendar(
    t.calendarName,
    deliveries.map((delivery) => entryOf(delivery, publicUrl)),
  )
}

function entryOf(delivery: Delivery, publicUrl: string): CalendarEntry {
  const { orderId, waveId, number, locale, pointZh, pointEn, placedAt, publishedAt, statusAt } = delivery
  const t = deliveriesCalendarMessages[locale]
  const point = locale === 'en' ? pointEn : pointZh
  const url = `${publicUrl}/orders/${orderId}`
  return {
    id: `${orderId}.${waveId}@commonfield`,
    summary: delivery.dropStatus === 'delivered' ? t.delivered(number) : point === null ? t.delivery(number) : t.collect(number, point),
    description: t.seeOrder(url),
    url,
    changedAt: statusAt ?? publishedAt ?? placedAt,
    when: whenOf(delivery),
  }
}

function whenOf({ deliversOn, promisedFrom, promisedUntil, publishedAt, windowFrom, windowTo }: Delivery): CalendarEntry['when'] {
  if (windowFrom !== null && windowTo !== null) {
    return { from: shanghaiInstant(deliversOn, windowFrom), until: shanghaiInstant(deliversOn, windowTo) }
  }
  return publishedAt && promisedFrom && promisedUntil ? { from: promisedFrom, until: promisedUntil } : { on: deliversOn }
}
