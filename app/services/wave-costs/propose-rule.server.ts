import { businessDay } from '#app/domain/business-day.ts'
import type { SharingRuleName } from '#app/domain/delivery/sharing-rule.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { insertSharingRule } from '#db/queries/wave-costs/sharing-rules.server.ts'

export type ProposeRule = { rule: SharingRuleName; fromOn: string; userId: string; now: Date }
/** Waves of today may be on the road under the rule that holds. */
export type ProposeRuleRefusal = { code: 'not_from_tomorrow' }

/** The office proposes by which rule waves are shared from a day on; nothing changes until a second person has agreed. */
export async function proposeRule(
  { transact }: Pick<Database, 'transact'>,
  { rule, fromOn, userId, now }: ProposeRule,
): Promise<Result<{ ruleId: string }, ProposeRuleRefusal>> {
  if (fromOn <= businessDay(now)) return refuse({ code: 'not_from_tomorrow' })
  return transact(async (tx) => {
    const id = newId('rul')
    await insertSharingRule(tx, {
      id,
      rule,
      fromOn,
      proposedBy: userId,
      proposedAt: now,
      decidedBy: null,
      decidedAt: null,
      status: 'proposed',
    })
    const detail = { rule, fromOn }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'sharing_rule_proposed', subject: id, detail, at: now })
    return accept({ ruleId: id })
  })
}
