import { periodSettled } from '#app/domain/ledger/post-settlement-events.ts'
import { type Fen, sumFen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { partyKey } from '#app/domain/settlement/party.ts'
import { shortOfCover } from '#app/domain/settlement/payout-cover.ts'
import { differingParties } from '#app/domain/settlement/reckon-party.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { lockCover } from '#db/queries/ordering/cover.server.ts'
import { findCurrentAccounts } from '#db/queries/settlement/payout-accounts.server.ts'
import { findLines, lockSettlement, markApproved, markPaidIfDone } from '#db/queries/settlement/settlements.server.ts'
import { makePayout } from './make-payout.server.ts'
import { reckonSettlement } from './reckon-settlement.server.ts'

export type ApproveRefusal =
  | { code: 'unknown_settlement' }
  | { code: 'not_in_review' }
  | { code: 'same_person' }
  /** the books have moved since it was drafted, for these parties: draft it again */
  | { code: 'books_moved'; parties: string[] }
  /** the payouts would leave less than open refunds need */
  | { code: 'cover_short'; shortFen: Fen }

/**
 * A second person approves what the first has drafted and looked through: what was settled becomes payable and what is payable
 * goes into transit, all in one transaction. Approving twice, or two at once, pays once.
 * @returns how many payouts were made now, and for how many parties no account is known
 */
export function approveSettlement(
  { transact }: Pick<Database, 'transact'>,
  { settlementId: id, userId, now }: { settlementId: string; userId: string; now: Date },
): Promise<Result<{ payouts: number; withoutAccount: number }, ApproveRefusal>> {
  return transact(async (tx) => {
    const settlement = await lockSettlement(tx, id)
    if (!settlement) return refuse({ code: 'unknown_settlement' })
    if (settlement.status === 'approved' || settlement.status === 'paid') return accept({ payouts: 0, withoutAccount: 0 })
    if (settlement.status !== 'in_review') return refuse({ code: 'not_in_review' })
    if ([settlement.draftedBy, settlement.reviewedBy].includes(userId)) return refuse({ code: 'same_person' })

    const seen = await findLines(tx, id)
    const { lines, farms } = await reckonSettlement(tx, settlement)
    const parties = differingParties(seen, lines)
    if (parties.length > 0) return refuse({ code: 'books_moved', parties })

    const accounts = await findCurrentAccounts(tx)
    const due = lines.filter(({ payoutFen }) => payoutFen > 0)
    const payable = due.filter(({ party }) => accounts.has(partyKey(party)))
    const shortFen = shortOfCover(await lockCover(tx), sumFen(payable.map(({ payoutFen }) => payoutFen)))
    if (payable.length > 0 && shortFen > 0) return refuse({ code: 'cover_short', shortFen })

    const posting = periodSettled({ period: settlement.period, farms, at: now })
    if (posting.transfers.length > 0) await post(tx, posting, now)
    await markApproved(tx, { id, userId, at: now })
    for (const line of payable) await makePayout(tx, { settlementId: id, line, attempt: 1, now })
    await markPaidIfDone(tx, { id, at: now })
    const answer = { payouts: payable.length, withoutAccount: due.length - payable.length }
    await insertAuditEntry(tx, {
      actorId: userId,
      actsFor: 'alliance',
      action: 'settlement_approved',
      subject: id,
      detail: answer,
      at: now,
    })
    return accept(answer)
  })
}
