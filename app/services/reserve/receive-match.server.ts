import { matchReceived } from '#app/domain/ledger/post-reserve-events.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { hasPosting, lockAndSum } from '#db/queries/ledger/reserve.server.ts'

type Received = {
  /** the bank's or the authority's own reference: entered once */
  reference: string
  amountFen: Fen
  userId: string
  now: Date
}

export type MatchRefusal = { code: 'known_reference' } | { code: 'more_than_due'; dueFen: Fen }

/** The state has paid its half of the reserve, or a part of it (S1). It never pays more than is due. */
export function receiveMatch(
  { transact }: Pick<Database, 'transact'>,
  { reference, amountFen, userId, now }: Received,
): Promise<Result<null, MatchRefusal>> {
  return transact(async (tx) => {
    const posting = matchReceived({ key: reference, amountFen, at: now })
    if (await hasPosting(tx, posting.key)) return refuse({ code: 'known_reference' })
    const dueFen = await lockAndSum(tx, '1110')
    if (amountFen > dueFen) return refuse({ code: 'more_than_due', dueFen })
    await post(tx, posting, now)
    const detail = { reference, amountFen }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'match_received', subject: posting.key, detail, at: now })
    return accept(null)
  })
}
