import { licenceFeeReceived } from '#app/domain/ledger/post-reserve-events.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { hasPosting } from '#db/queries/ledger/reserve.server.ts'

type Received = {
  /** the bank's reference: entered once */
  reference: string
  payer: string
  amountFen: Fen
  userId: string
  now: Date
}

/**
 * Somebody outside the alliance has paid for using the public mark (S2). It goes from the bank into the brand fund, where the
 * members' own brand fees are: all of it belongs to the members until it is shared out.
 */
export function receiveLicenceFee(
  { transact }: Pick<Database, 'transact'>,
  { reference, payer, amountFen, userId, now }: Received,
): Promise<Result<null, { code: 'known_reference' }>> {
  return transact(async (tx) => {
    const posting = licenceFeeReceived({ key: reference, amountFen, at: now })
    if (await hasPosting(tx, posting.key)) return refuse({ code: 'known_reference' })
    await post(tx, posting, now)
    const detail = { reference, payer, amountFen }
    const entry = { actorId: userId, actsFor: 'alliance', action: 'licence_fee_received', subject: posting.key, detail, at: now }
    await insertAuditEntry(tx, entry)
    return accept(null)
  })
}
