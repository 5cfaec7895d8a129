import { fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { lockAndSum } from '#db/queries/ledger/reserve.server.ts'
import { decideIfProposed, findShare } from '#db/queries/ordering/surplus.server.ts'
import { postingOf, shareOut } from './share-out.server.ts'

export type DecideShareRefusal =
  | { code: 'unknown_share' }
  | { code: 'already_decided' }
  | { code: 'same_person' }
  | { code: 'nobody' }
  | { code: 'more_than_fund'; fundFen: number }
  /** the parts are others than the ones that were shown */
  | { code: 'shares_moved' }

type Decision = {
  shareId: string
  pay: boolean
  /** each farm's part as it was shown, in order; absent where nothing was shown */
  agreedFen?: readonly number[]
  userId: string
  now: Date
}

/**
 * A second person gives the money to the farms, or declines it, once. What was delivered may have changed since it was shown:
 * then it is shown again first. The brand fund is locked while it is summed and pays out no more than it has.
 */
export function decideShare(
  { transact }: Pick<Database, 'transact'>,
  { shareId, pay, agreedFen, userId, now }: Decision,
): Promise<Result<null, DecideShareRefusal>> {
  return transact(async (tx) => {
    const share = await findShare(tx, shareId)
    if (!share) return refuse({ code: 'unknown_share' })
    if (share.status !== 'proposed') return refuse({ code: 'already_decided' })
    if (share.proposedBy === userId) return refuse({ code: 'same_person' })
    const shares = pay ? await shareOut(tx, share) : []
    if (pay && shares.length === 0) return refuse({ code: 'nobody' })
    if (pay && agreedFen && agreedFen.join() !== shares.map(({ amountFen }) => amountFen).join()) return refuse({ code: 'shares_moved' })
    if (pay && share.kind === 'brand_fund') {
      const fundFen = fen(0 - (await lockAndSum(tx, '2410')))
      if (share.totalFen > fundFen) return refuse({ code: 'more_than_fund', fundFen })
    }
    if (!(await decideIfProposed(tx, { shareId, status: pay ? 'paid' : 'declined', by: userId, at: now }))) {
      return refuse({ code: 'already_decided' })
    }
    if (pay) await post(tx, postingOf[share.kind]({ id: shareId, shares, at: now }), now)
    await insertAuditEntry(tx, {
      actorId: userId,
      actsFor: 'alliance',
      action: pay ? 'share_paid' : 'share_declined',
      subject: shareId,
      detail: { kind: share.kind, year: share.year, totalFen: share.totalFen },
      at: now,
    })
    return accept(null)
  })
}
