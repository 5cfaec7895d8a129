import { needsSecondPerson } from '#app/domain/after-sales/approval.ts'
import { mayUndoByHand, movedFen } from '#app/domain/ledger/reverse-posting.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findPostingToReverse } from '#db/queries/ledger/reversals.server.ts'
import { insertReversal } from '#db/queries/settlement/reversals.server.ts'
import { draftReversal, type Reversal, type ReversalRefusal, reversePosting } from './reverse-posting.server.ts'

export type ByHandRefusal = ReversalRefusal | { code: 'undone_elsewhere'; event: string } | { code: 'already_proposed' }
/** `key` of the reversal in the books, or `reversalId` of what waits for a second person */
export type ByHand = { status: 'reversed'; key: string } | { status: 'proposed'; reversalId: string }

/**
 * The office undoes a posting on its page: only what stands in the books alone, at once, or above what one person may decide when a
 * second one confirms it. Proposing posts nothing.
 */
export function reverseByHand(
  { transact }: Pick<Database, 'transact'>,
  reversal: Omit<Reversal, 'proposedBy'>,
): Promise<Result<ByHand, ByHandRefusal>> {
  const { key, reason, by, now } = reversal
  return transact(async (tx): Promise<Result<ByHand, ByHandRefusal>> => {
    const posting = await findPostingToReverse(tx, key)
    if (posting && posting.event !== 'reversal' && !mayUndoByHand(posting))
      return refuse({ code: 'undone_elsewhere', event: posting.event })
    const drafted = await draftReversal(tx, { key, now })
    if (!drafted.ok) return drafted
    const amountFen = movedFen(drafted.value.transfers)
    if (!needsSecondPerson(amountFen)) {
      const reversed = await reversePosting(tx, reversal)
      return reversed.ok ? accept({ status: 'reversed', key: reversed.value.key }) : reversed
    }
    const id = newId('rev')
    const row = { id, postingKey: key, amountFen, reason, status: 'proposed', proposedBy: by, proposedAt: now } as const
    if (!(await insertReversal(tx, row))) return refuse({ code: 'already_proposed' })
    const detail = { reason, amountFen }
    await insertAuditEntry(tx, { actorId: by, actsFor: 'alliance', action: 'reversal_proposed', subject: key, detail, at: now })
    return accept({ status: 'proposed', reversalId: id })
  })
}
