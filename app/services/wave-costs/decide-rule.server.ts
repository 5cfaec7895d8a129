import { businessDay } from '#app/domain/business-day.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { decideIfProposed, findSharingRule } from '#db/queries/wave-costs/sharing-rules.server.ts'

export type DecideRule = { ruleId: string; agree: boolean; userId: string; now: Date }
export type DecideRuleRefusal = { code: 'unknown_rule' | 'already_decided' | 'same_person' | 'not_from_tomorrow' }

/** A second person agrees to a rule before it begins, or anybody of the office declines it, once. */
export function decideRule(
  { transact }: Pick<Database, 'transact'>,
  { ruleId: id, agree, userId, now }: DecideRule,
): Promise<Result<null, DecideRuleRefusal>> {
  return transact(async (tx) => {
    const proposed = await findSharingRule(tx, id)
    if (!proposed) return refuse({ code: 'unknown_rule' })
    if (proposed.status !== 'proposed') return refuse({ code: 'already_decided' })
    if (agree && proposed.proposedBy === userId) return refuse({ code: 'same_person' })
    if (agree && proposed.fromOn <= businessDay(now)) return refuse({ code: 'not_from_tomorrow' })
    const status = agree ? 'agreed' : 'declined'
    if (!(await decideIfProposed(tx, { id, status, by: userId, at: now }))) return refuse({ code: 'already_decided' })
    const { rule, fromOn } = proposed
    await insertAuditEntry(tx, {
      actorId: userId,
      actsFor: 'alliance',
      action: agree ? 'sharing_rule_agreed' : 'sharing_rule_declined',
      subject: id,
      detail: { rule, fromOn },
      at: now,
    })
    return accept(null)
  })
}
