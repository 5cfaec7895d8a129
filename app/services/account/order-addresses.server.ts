import type { Database } from '#db/client.server.ts'
import * as addresses from '#db/queries/account/addresses.server.ts'

type Own = { customerId: string; addressId: string }

/** The one the next checkout begins with. @returns false when it is not theirs */
export const putAddressFirst = ({ transact }: Pick<Database, 'transact'>, { now, ...own }: Own & { now: Date }): Promise<boolean> =>
  transact((tx) => addresses.changeAddress(tx, own, { usedAt: now }))

/** Forgets an address; orders that went there keep theirs. */
export const dropAddress = ({ transact }: Pick<Database, 'transact'>, own: Own): Promise<unknown> =>
  transact((tx) => addresses.removeAddress(tx, own))
