import type { Posting, Transfer } from '#app/domain/ledger/posting.ts'
import { findOverdrawn, movedFen, reversalOf } from '#app/domain/ledger/reverse-posting.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findKeptBalances, findPostingToReverse, findReversalOf } from '#db/queries/ledger/reversals.server.ts'
import { post } from './post.server.ts'

export type ReversalRefusal =
  | { code: 'unknown_posting' }
  | { code: 'is_a_reversal' }
  | { code: 'already_reversed'; by: string }
  /** what the posting brought there has gone on since */
  | { code: 'money_has_moved_on'; account: string }

/** `by` decided it; `proposedBy` too, where it took two */
export type Reversal = { key: string; reason: string; by: string; proposedBy?: string; now: Date }

/**
 * Undoes a posting by one that turns its every transfer round and names it, once; nothing is edited. Why, how much, and by whom
 * goes into the audit log.
 * @returns the key of the reversal
 */
export async function reversePosting(tx: Tx, asked: Reversal): Promise<Result<{ key: string }, ReversalRefusal>> {
  const { key, reason, by, proposedBy, now } = asked
  const drafted = await draftReversal(tx, { key, now })
  if (!drafted.ok) return drafted
  const reversal = drafted.value
  if (!(await post(tx, reversal, now))) return refuse({ code: 'already_reversed', by: reversal.key })
  const detail = { reason, amountFen: movedFen(reversal.transfers), reversal: reversal.key, ...(proposedBy ? { proposedBy } : {}) }
  await insertAuditEntry(tx, { actorId: by, actsFor: 'alliance', action: 'posting_reversed', subject: key, detail, at: now })
  return accept({ key: reversal.key })
}

/** The posting that would undo this one as the books stand, or why none can. */
export async function draftReversal(
  db: Pick<Reader, 'select'>,
  { key, now }: { key: string; now: Date },
): Promise<Result<Posting, ReversalRefusal>> {
  const posting = await findPostingToReverse(db, key)
  if (!posting) return refuse({ code: 'unknown_posting' })
  if (posting.event === 'reversal') return refuse({ code: 'is_a_reversal' })
  const known = await findReversalOf(db, key)
  if (known !== null) return refuse({ code: 'already_reversed', by: known })
  const reversal = reversalOf(posting, now)
  const account = findOverdrawn(reversal.transfers, await findKeptBalances(db, accountsOf(reversal.transfers)))
  return account === null ? accept(reversal) : refuse({ code: 'money_has_moved_on', account })
}

const accountsOf = (transfers: readonly Transfer[]) => [...new Set(transfers.flatMap(({ debit, credit }) => [debit, credit]))].sort()
