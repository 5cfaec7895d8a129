import { accept, type Result } from '#app/domain/result.ts'
import type { Party } from '#app/domain/settlement/party.ts'
import { checkPayoutAccount, maskedNumber, type PayoutAccountEntry } from '#app/domain/settlement/payout-account.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findPayoutAccount, insertPayoutAccount } from '#db/queries/settlement/payout-accounts.server.ts'

export type AccountRefusal = Extract<ReturnType<typeof checkPayoutAccount>, { ok: false }>['refusal']

/**
 * Where a farm or leader is paid from now on; payouts under way still go where they were sent. Entering what stands already
 * changes nothing. The log has the last four digits only.
 */
export async function enterPayoutAccount(
  { transact }: Pick<Database, 'transact'>,
  { party, entry, userId, now }: { party: Party; entry: PayoutAccountEntry; userId: string; now: Date },
): Promise<Result<{ changed: boolean }, AccountRefusal>> {
  const checked = checkPayoutAccount(entry)
  if (!checked.ok) return checked
  const { rail, holder, bank, number } = checked.value
  return await transact(async (tx) => {
    const known = await findPayoutAccount(tx, party)
    if (known && known.rail === rail && known.holder === holder && known.bank === bank && known.number === number) {
      return accept({ changed: false })
    }
    const account = { id: newId('pac'), partyType: party.type, partyId: party.id, rail, holder, bank, number }
    await insertPayoutAccount(tx, { ...account, enteredBy: userId, enteredAt: now })
    const detail = { rail, number: maskedNumber(number) }
    await insertAuditEntry(tx, { actorId: userId, actsFor: party.id, action: 'payout_account_entered', subject: party.id, detail, at: now })
    return accept({ changed: true })
  })
}
