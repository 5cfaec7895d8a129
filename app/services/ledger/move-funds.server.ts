import { type FundsDirection, fundsMoved } from '#app/domain/ledger/post-funds-moved.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { shortAtBank, shortOfCover } from '#app/domain/settlement/payout-cover.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { hasPosting } from '#db/queries/ledger/reserve.server.ts'
import { lockCover } from '#db/queries/ordering/cover.server.ts'

type Moved = {
  /** the bank's own reference: entered once */
  reference: string
  direction: FundsDirection
  amountFen: Fen
  userId: string
  now: Date
}

export type MoveFundsRefusal =
  | { code: 'known_reference' }
  /** what is left there would not cover its open refunds and payouts */
  | { code: 'cover_short'; shortFen: Fen }

/** The office has moved the alliance's money between the bank and the processor; what is left behind must cover what is open there. */
export function moveFunds(
  { transact }: Pick<Database, 'transact'>,
  { reference, direction, amountFen, userId, now }: Moved,
): Promise<Result<null, MoveFundsRefusal>> {
  return transact(async (tx) => {
    const posting = fundsMoved({ reference, direction, amountFen, at: now })
    if (await hasPosting(tx, posting.key)) return refuse({ code: 'known_reference' })
    const cover = await lockCover(tx)
    const shortFen = fen(direction === 'to_processor' ? shortAtBank(cover, amountFen) : shortOfCover(cover, amountFen))
    if (shortFen > 0) return refuse({ code: 'cover_short', shortFen })
    await post(tx, posting, now)
    const detail = { reference, direction, amountFen }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'funds_moved', subject: posting.key, detail, at: now })
    return accept(null)
  })
}
