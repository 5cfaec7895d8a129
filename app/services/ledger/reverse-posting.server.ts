import type { Transfer } from '#app/domain/ledger/posting.ts'
import { findOverdrawn, mayUndoByHand, reversalOf } from '#app/domain/ledger/reverse-posting.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database, Tx } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findKeptBalances, findPostingToReverse, findReversalOf } from '#db/queries/ledger-reversals.server.ts'
import { post } from './post.server.ts'

export type ReversalRefusal =
  | { code: 'unknown_posting' }
  | { code: 'is_a_reversal' }
  | { code: 'already_reversed'; by: string }
  /** what the posting brought there has gone on since */
  | { code: 'money_has_moved_on'; account: string }

type Reversal = { key: string; reason: string; by: string; now: Date }

/**
 * Undoes a posting by one that turns its every transfer round and names it, once; nothing is edited. Why, and by whom, goes
 * into the audit log.
 * @returns the key of the reversal
 */
export async function reversePosting(tx: Tx, { key, reason, by, now }: Reversal): Promise<Result<{ key: string }, ReversalRefusal>> {
  const posting = await findPostingToReverse(tx, key)
  if (!posting) return refuse({ code: 'unknown_posting' })
  if (posting.event === 'reversal') return refuse({ code: 'is_a_reversal' })
  const known = await findReversalOf(tx, key)
  if (known !== null) return refuse({ code: 'already_reversed', by: known })
  const reversal = reversalOf(posting, now)
  const account = findOverdrawn(reversal.transfers, await findKeptBalances(tx, accountsOf(reversal.transfers)))
  if (account !== null) return refuse({ code: 'money_has_moved_on', account })
  if (!(await post(tx, reversal, now))) return refuse({ code: 'already_reversed', by: reversal.key })
  const entry = { actorId: by, actsFor: 'alliance', action: 'posting_reversed', subject: key, detail: { reason, reversal: reversal.key } }
  await insertAuditEntry(tx, { ...entry, at: now })
  return accept({ key: reversal.key })
}

const accountsOf = (transfers: readonly Transfer[]) => [...new Set(transfers.flatMap(({ debit, credit }) => [debit, credit]))].sort()

/** The same, asked for by the office on a posting's page: only what stands in the books alone is undone by hand. */
export const reverseByHand = ({ transact }: Pick<Database, 'transact'>, reversal: Reversal) =>
  transact(async (tx): Promise<Result<{ key: string }, ReversalRefusal | { code: 'undone_elsewhere'; event: string }>> => {
    const posting = await findPostingToReverse(tx, reversal.key)
    if (posting && posting.event !== 'reversal' && !mayUndoByHand(posting)) {
      return refuse({ code: 'undone_elsewhere', event: posting.event })
    }
    return await reversePosting(tx, reversal)
  })
