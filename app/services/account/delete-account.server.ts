import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { MediaStore } from '#app/integrations/media/media-store.ts'
import { chunksOf } from '#db/chunks-of.ts'
import type { Database, Reader } from '#db/client.server.ts'
import * as leaving from '#db/queries/account/leaving.server.ts'
import { findDropsOf, forgetContacts, forgetDrops } from '#db/queries/account/leaving-deliveries.server.ts'
import { findCredit } from '#db/queries/customers/customer-credit.server.ts'
import { findGuestsBy, findProvenPhone } from '#db/queries/customers/guest-claims.server.ts'
import { forgetWanting } from '#db/queries/wanting/forget-wanting.server.ts'

type Who = { customerId: string; userId: string }
export type LeaveRefusal = { code: 'order_under_way' | 'refund_under_way' | 'credit_left' | 'subscription_active' | 'holds_role' }

/** What stands in the way of leaving; nobody is made to give up goods or money, nor what they ordered under their number as a guest. */
export const findObstacles = async (db: Pick<Reader, 'select'>, who: Who): Promise<LeaveRefusal['code'][]> =>
  await obstaclesOf(db, { ...who, guestIds: await findGuestsOf(db, who.userId) })

async function findGuestsOf(db: Pick<Reader, 'select'>, userId: string): Promise<string[]> {
  const phone = await findProvenPhone(db, userId)
  return phone === null ? [] : await findGuestsBy(db, phone)
}

async function obstaclesOf(db: Pick<Reader, 'select'>, who: leaving.Leaving): Promise<LeaveRefusal['code'][]> {
  const count = await leaving.countUnderWay(db, who)
  const creditFen = await findCredit(db, who.customerId)
  const obstacles: [boolean, LeaveRefusal['code']][] = [
    [count.roles > 0, 'holds_role'],
    [count.orders > 0, 'order_under_way'],
    [count.refunds > 0, 'refund_under_way'],
    [creditFen !== 0, 'credit_left'],
    [count.subscriptions > 0, 'subscription_active'],
  ]
  return obstacles.flatMap(([stands, code]) => (stands ? [code] : []))
}

/**
 * A customer is forgotten: who they are, how they signed in, where things were brought and what waited for them go, all in one
 * transaction, and with it whoever ordered as a guest under the number they have proved. Orders, payments and every entry of the
 * ledger stay under ids that lead to nobody; reviews stay without an author, with their pictures unless those are to go too.
 * Whoever asks has been proved to be them.
 */
export async function deleteAccount(
  { transact }: Pick<Database, 'transact'>,
  store: Pick<MediaStore, 'remove'>,
  { withReviewPictures, now, customerId, userId }: Who & { withReviewPictures: boolean; now: Date },
): Promise<Result<null, LeaveRefusal>> {
  const left = await transact(async (tx) => {
    const guestIds = await findGuestsOf(tx, userId)
    const [obstacle] = await obstaclesOf(tx, { customerId, userId, guestIds })
    if (obstacle) return refuse({ code: obstacle })
    const pictures = []
    for (const orderIds of chunksOf(await leaving.findOrderIds(tx, { customerId, guestIds }), 100)) {
      const drops = await findDropsOf(tx, orderIds)
      await forgetContacts(tx, orderIds)
      await leaving.forgetInvoices(tx, orderIds)
      pictures.push(...(await forgetDrops(tx, drops)))
    }
    for (const one of [customerId, ...guestIds]) {
      pictures.push(...(await leaving.forgetPictures(tx, { customerId: one, withReviews: withReviewPictures })))
      await leaving.forgetBelongings(tx, one)
      await leaving.forgetCustomer(tx, { customerId: one, at: now })
    }
    await forgetWanting(tx, { customerId, now })
    await leaving.forgetUser(tx, userId)
    return accept({ pictures })
  })
  if (!left.ok) return left
  for (const mediaId of left.value.pictures) await store.remove(mediaId)
  return accept(null)
}
