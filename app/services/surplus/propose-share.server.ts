import { fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { sumAccount } from '#db/queries/ledger/reserve.server.ts'
import { insertShare, type ShareRow } from '#db/queries/ordering/surplus.server.ts'
import { shareOut } from './share-out.server.ts'

type Proposed = Pick<ShareRow, 'kind' | 'basis' | 'year' | 'totalFen'> & { userId: string; now: Date }

export type ProposeShareRefusal =
  /** a dividend goes by shares, a rebate by what was delivered */
  | { code: 'wrong_basis' }
  /** nobody delivered anything that year, or holds a share */
  | { code: 'nobody' }
  | { code: 'more_than_fund'; fundFen: number }

/** The office proposes a rebate, a dividend, or to pay out the brand fund; nothing is paid until a second person has decided. */
export function proposeShare(
  { transact }: Pick<Database, 'transact'>,
  { userId, now, ...share }: Proposed,
): Promise<Result<{ shareId: string }, ProposeShareRefusal>> {
  return transact(async (tx) => {
    if (share.kind !== 'brand_fund' && (share.kind === 'dividend') !== (share.basis === 'shares')) return refuse({ code: 'wrong_basis' })
    if ((await shareOut(tx, share)).length === 0) return refuse({ code: 'nobody' })
    const fundFen = fen(0 - (await sumAccount(tx, '2410')))
    if (share.kind === 'brand_fund' && share.totalFen > fundFen) return refuse({ code: 'more_than_fund', fundFen })
    const shareId = newId('shr')
    await insertShare(tx, { ...share, id: shareId, status: 'proposed', proposedBy: userId, proposedAt: now })
    const detail = { ...share }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'share_proposed', subject: shareId, detail, at: now })
    return accept({ shareId })
  })
}
