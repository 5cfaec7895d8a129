import type { Database } from '#db/client.server.ts'
import { changeNames } from '#db/queries/account/access.server.ts'

/** What a customer is called from now on, and the number they are reached at; orders keep theirs. */
export const changeDetails = (
  { transact }: Pick<Database, 'transact'>,
  details: { userId: string; name: string; phone: string; now: Date },
): Promise<unknown> => transact((tx) => changeNames(tx, details))
