import type { Database } from '#db/client.server.ts'
import { keepNoticeChoice } from '#db/queries/notices.server.ts'

/** By what a customer is told of their orders from now on. */
export const chooseNotices = (
  { transact }: Pick<Database, 'transact'>,
  { customerId, mail, sms, push, now }: { customerId: string; mail: boolean; sms: boolean; push: boolean; now: Date },
): Promise<unknown> => transact((tx) => keepNoticeChoice(tx, { customerId, mail, sms, push, changedAt: now }))
