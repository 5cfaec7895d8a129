import { claimPaid } from '#app/domain/ledger/post-reserve-events.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { decideIfProposed, findClaim, lockAndSum } from '#db/queries/ledger/reserve.server.ts'

export type DecideClaimRefusal =
  | { code: 'unknown_claim' }
  | { code: 'already_decided' }
  | { code: 'same_person' }
  | { code: 'over_reserve'; reserveFen: Fen }

type Decision = { claimId: string; pay: boolean; userId: string; now: Date }

/**
 * A second person pays a claim out of the reserve, or declines it, once. The reserve never goes below zero: it is locked while
 * it is summed, so two claims paid at once cannot both take the last of it.
 */
export function decideClaim(
  { transact }: Pick<Database, 'transact'>,
  { claimId, pay, userId, now }: Decision,
): Promise<Result<null, DecideClaimRefusal>> {
  return transact(async (tx) => {
    const claim = await findClaim(tx, claimId)
    if (!claim) return refuse({ code: 'unknown_claim' })
    if (claim.status !== 'proposed') return refuse({ code: 'already_decided' })
    if (claim.proposedBy === userId) return refuse({ code: 'same_person' })
    const reserveFen = fen(0 - (await lockAndSum(tx, '2610')))
    if (pay && claim.amountFen > reserveFen) return refuse({ code: 'over_reserve', reserveFen })
    if (!(await decideIfProposed(tx, { claimId, status: pay ? 'paid' : 'declined', by: userId, at: now }))) {
      return refuse({ code: 'already_decided' })
    }
    if (pay) await post(tx, claimPaid({ claimId, farmId: claim.farmId, amountFen: claim.amountFen, at: now }), now)
    await insertAuditEntry(tx, {
      actorId: userId,
      actsFor: 'alliance',
      action: pay ? 'claim_paid' : 'claim_declined',
      subject: claimId,
      detail: { farmId: claim.farmId, amountFen: claim.amountFen },
      at: now,
    })
    return accept(null)
  })
}
