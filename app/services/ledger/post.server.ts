import { createHash } from 'node:crypto'
import { businessDay } from '#app/domain/business-day.ts'
import { invariant } from '#app/domain/invariant.ts'
import { checkPosting, type Posting, postingBody } from '#app/domain/ledger/posting.ts'
import type { Tx } from '#db/client.server.ts'
import { appendTransfers, claimPosting, findBodyHash } from '#db/queries/ledger/writes.server.ts'

export const hashOf = (posting: Posting) => createHash('sha256').update(postingBody(posting)).digest('base64url')

/**
 * Enters a business event into the books, once: the same key with the same body is a no-op.
 * @returns whether it was entered now
 * @throws {InvariantError} on the same key with another body, or a transfer that is not positive
 */
export async function post(tx: Tx, posting: Posting, now: Date): Promise<boolean> {
  checkPosting(posting)
  const bodyHash = hashOf(posting)
  const entered = await claimPosting(tx, {
    key: posting.key,
    bodyHash,
    event: posting.event,
    orderId: posting.orderId,
    period: businessDay(now).slice(0, 7),
    reverses: posting.reverses ?? null,
    effectiveAt: posting.effectiveAt,
    postedAt: now,
  })
  if (!entered) {
    invariant((await findBodyHash(tx, posting.key)) === bodyHash, `posting ${posting.key} is in the books with another body`)
    return false
  }
  await appendTransfers(tx, posting, now)
  return true
}
