import type { Database } from '#db/client.server.ts'
import { randomText } from '#db/new-id.server.ts'
import { removeCalendarKey, replaceCalendarKey } from '#db/queries/customers/calendar.server.ts'

/** A customer gets a fresh key to their calendar, or none: the one before opens nothing any more. */
export function changeCalendarKey(
  { transact }: Pick<Database, 'transact'>,
  { customerId, isOn, now }: { customerId: string; isOn: boolean; now: Date },
): Promise<string | null> {
  return transact(async (tx) => {
    if (!isOn) {
      await removeCalendarKey(tx, customerId)
      return null
    }
    const key = `cal_${randomText(32)}`
    await replaceCalendarKey(tx, { key, customerId, at: now })
    return key
  })
}
