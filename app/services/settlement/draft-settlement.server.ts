import { shanghaiInstant } from '#app/domain/business-day.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { isoWeekSpan } from '#app/domain/settlement/iso-week.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { claimDraft, findInTheWay, replaceLines, settlementId } from '#db/queries/settlement/settlements.server.ts'
import { reckonSettlement } from './reckon-settlement.server.ts'

export type DraftRefusal =
  | { code: 'not_a_week' }
  | { code: 'period_not_over' }
  | { code: 'already_approved' }
  | { code: 'earlier_open' | 'later_made'; period: string }

/**
 * Reckons a period's settlement from the books. Nothing is posted. A draft, or one in review, is reckoned anew and is a draft
 * again; an approved one never changes. Periods are settled in order: an earlier one is approved first.
 */
export function draftSettlement(
  { transact }: Pick<Database, 'transact'>,
  { period, userId, now }: { period: string; userId: string; now: Date },
): Promise<Result<{ settlementId: string }, DraftRefusal>> {
  return transact(async (tx) => {
    const span = isoWeekSpan(period)
    if (span === null) return refuse({ code: 'not_a_week' })
    if (now < shanghaiInstant(span.untilOn)) return refuse({ code: 'period_not_over' })
    const inTheWay = await findInTheWay(tx, period)
    if (inTheWay) return refuse(inTheWay)
    if (!(await claimDraft(tx, { period, ...span, userId, at: now }))) return refuse({ code: 'already_approved' })
    const id = settlementId(period)
    const { lines } = await reckonSettlement(tx, { period, untilOn: span.untilOn })
    await replaceLines(tx, id, lines)
    const detail = { parties: lines.length }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'settlement_drafted', subject: id, detail, at: now })
    return accept({ settlementId: id })
  })
}
