import type { Fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { grantRole, insertCustomer, insertUser } from '#db/queries/customers/accounts.server.ts'
import { insertBuyer, isOpenPoint } from '#db/queries/leader/buyers.server.ts'

/** What is agreed with an enterprise: where its orders go, how much it may owe, and in whose name it is billed. */
export type BuyerTerms = {
  nameZh: string
  nameEn: string
  pickupPointId: string
  /** 0: it pays before it gets anything */
  creditLimitFen: Fen
  invoiceTitle: string
  taxNumber: string
}
export type NewBuyer = BuyerTerms & { contact: string; phone: string; email: string }

export type AdmitBuyerRefusal = { code: 'contact_taken' } | { code: 'unknown_point' }

/**
 * A firm or property manager may order in bulk for its own people from now on, through the leaders' office and without a
 * commission. Its contact signs in by a code to the phone; no password is made up for them. All or nothing.
 */
export function admitBuyer(
  { transact }: Pick<Database, 'transact'>,
  { buyer, userId, now }: { buyer: NewBuyer; userId: string; now: Date },
): Promise<Result<{ leaderId: string; contactId: string }, AdmitBuyerRefusal>> {
  const { contact: name, phone, nameZh: communityZh, nameEn: communityEn, ...terms } = buyer
  const { pickupPointId, creditLimitFen, invoiceTitle, taxNumber } = terms
  const email = buyer.email.toLowerCase()
  return transact(async (tx) => {
    if (!(await isOpenPoint(tx, pickupPointId))) return refuse({ code: 'unknown_point' })
    const contactId = newId('usr')
    if (!(await insertUser(tx, { userId: contactId, name, email, phone, now }))) return refuse({ code: 'contact_taken' })
    const customerId = newId('cus')
    const home = { homeType: 'alliance' as const, homeId: 'alliance' }
    await insertCustomer(tx, { id: customerId, userId: contactId, name, phone, email, ...home, createdAt: now })
    const leaderId = newId('lea')
    const named = { communityZh, communityEn, invoiceTitle, taxNumber }
    await insertBuyer(tx, { id: leaderId, userId: contactId, customerId, ...named, pickupPointId, creditLimitFen })
    await grantRole(tx, { userId: contactId, role: 'leader', actsFor: leaderId })
    const detail = { pickupPointId, creditLimitFen }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'buyer_admitted', subject: leaderId, detail, at: now })
    return accept({ leaderId, contactId })
  })
}
