import { type Fen, fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { type Party, payableAccount } from '#app/domain/settlement/party.ts'
import { shortOfCover } from '#app/domain/settlement/payout-cover.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { lockCover } from '#db/queries/ordering/cover.server.ts'
import { findOwed } from '#db/queries/settlement/party-statement.server.ts'
import { findAttempts } from '#db/queries/settlement/payouts.server.ts'
import { findLines, lockSettlement } from '#db/queries/settlement/settlements.server.ts'
import { makePayout } from './make-payout.server.ts'

export type PayAgainRefusal =
  | { code: 'unknown_settlement' }
  | { code: 'nothing_to_pay' }
  | { code: 'still_under_way' }
  /** what came back has been netted or settled anew since */
  | { code: 'no_longer_owed' }
  | { code: 'no_account' }
  | { code: 'cover_short'; shortFen: Fen }

/** A new attempt to pay a party what an approved settlement owes it: after a rejection, or once it has entered an account. */
export function payAgain(
  { transact }: Pick<Database, 'transact'>,
  { settlementId, party, userId, now }: { settlementId: string; party: Party; userId: string; now: Date },
): Promise<Result<{ attempt: number }, PayAgainRefusal>> {
  return transact(async (tx) => {
    const settlement = await lockSettlement(tx, settlementId)
    if (!settlement) return refuse({ code: 'unknown_settlement' })
    const line = (await findLines(tx, settlementId)).find((one) => one.party.type === party.type && one.party.id === party.id)
    if (settlement.status !== 'approved' || !line || line.payoutFen === 0) return refuse({ code: 'nothing_to_pay' })
    const [latest] = await findAttempts(tx, { settlementId, party })
    if (latest && latest.status !== 'rejected') return refuse({ code: 'still_under_way' })
    const [owedFen = fen(0)] = await findOwed(tx, [payableAccount(party)])
    if (owedFen < line.payoutFen + line.taxFen) return refuse({ code: 'no_longer_owed' })
    const shortFen = shortOfCover(await lockCover(tx), line.payoutFen)
    if (shortFen > 0) return refuse({ code: 'cover_short', shortFen })
    const attempt = (latest?.attempt ?? 0) + 1
    if (!(await makePayout(tx, { settlementId, line, attempt, now }))) return refuse({ code: 'no_account' })
    const detail = { party: party.id, attempt, amountFen: line.payoutFen }
    await insertAuditEntry(tx, {
      actorId: userId,
      actsFor: 'alliance',
      action: 'payout_tried_again',
      subject: settlementId,
      detail,
      at: now,
    })
    return accept({ attempt })
  })
}
