import type { Database, Reader } from '#db/client.server.ts'
import { findGuestOrdersBy, findProvenPhone, giveToCustomer } from '#db/queries/customers/guest-claims.server.ts'

/** A number that has lain idle goes to somebody else after 90 days at the earliest: what is older and done may be a stranger's. */
const idleDays = 90
const dayMs = 24 * 3_600_000

type Asked = { userId: string; now: Date }

/**
 * The orders somebody placed as a guest under the number they have since proved to be theirs by a code, the newest first. Nobody
 * else is shown one, and nothing of it but its number, day and total.
 */
export async function findGuestOrders(db: Pick<Reader, 'select'>, { userId, now }: Asked) {
  const phone = await findProvenPhone(db, userId)
  return phone === null ? [] : await findGuestOrdersBy(db, { phone, since: new Date(now.getTime() - idleDays * dayMs) })
}

/** They become the customer's, with their addresses, reviews and adoptions. Safe to call twice. @returns how many orders */
export const takeGuestOrders = ({ transact }: Pick<Database, 'transact'>, { customerId, ...asked }: Asked & { customerId: string }) =>
  transact(async (tx) => {
    const theirs = await findGuestOrders(tx, asked)
    const guestIds = [...new Set(theirs.map(({ guestId }) => guestId))]
    if (guestIds.length > 0) await giveToCustomer(tx, { guestIds, customerId })
    return theirs.length
  })
