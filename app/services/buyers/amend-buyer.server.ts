import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { isOpenPoint, updateBuyer } from '#db/queries/leader/buyers.server.ts'
import type { BuyerTerms } from './admit-buyer.server.ts'

export type AmendBuyerRefusal = { code: 'unknown_buyer' } | { code: 'unknown_point' }

/** What is agreed with an enterprise from now on. Orders it has placed stay as they are; a lower limit only stops new ones. */
export function amendBuyer(
  { transact }: Pick<Database, 'transact'>,
  { leaderId, terms, userId, now }: { leaderId: string; terms: BuyerTerms; userId: string; now: Date },
): Promise<Result<null, AmendBuyerRefusal>> {
  const { nameZh: communityZh, nameEn: communityEn, pickupPointId, creditLimitFen, invoiceTitle, taxNumber } = terms
  return transact(async (tx) => {
    if (!(await isOpenPoint(tx, pickupPointId))) return refuse({ code: 'unknown_point' })
    const amended = { communityZh, communityEn, pickupPointId, creditLimitFen, invoiceTitle, taxNumber }
    if (!(await updateBuyer(tx, leaderId, amended))) return refuse({ code: 'unknown_buyer' })
    const detail = { pickupPointId, creditLimitFen }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'buyer_amended', subject: leaderId, detail, at: now })
    return accept(null)
  })
}
