import { addDays, businessDay, shanghaiInstant } from '#app/domain/business-day.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { hasCode, insertPromotion } from '#db/queries/catalog/promotions.server.ts'

export type NewPromotion = {
  /** as `writtenCode` has it; null applies by itself */
  code: string | null
  nameZh: string
  nameEn: string
  fundedBy: 'producers' | 'alliance'
  off: { amountFen: Fen } | { rateBp: number }
  fromGoodsFen: Fen
  /** both days included; null: until it is stopped */
  startsOn: string
  endsOn: string | null
  uses: number | null
}

export type CreatePromotionRefusal = { code: 'code_taken' } | { code: 'start_passed' } | { code: 'ends_before_it_begins' }

/** A promotion begins today at the earliest, at once when it is today; what was ordered before never gets it. */
export function createPromotion(
  { transact }: Pick<Database, 'transact'>,
  { promotion, userId, now }: { promotion: NewPromotion; userId: string; now: Date },
): Promise<Result<{ promotionId: string }, CreatePromotionRefusal>> {
  const { off, startsOn, endsOn, uses, ...named } = promotion
  return transact(async (tx) => {
    const today = businessDay(now)
    if (startsOn < today) return refuse({ code: 'start_passed' })
    if (endsOn !== null && endsOn < startsOn) return refuse({ code: 'ends_before_it_begins' })
    if (named.code !== null && (await hasCode(tx, named.code))) return refuse({ code: 'code_taken' })
    const promotionId = newId('pro')
    await insertPromotion(tx, {
      ...named,
      id: promotionId,
      amountFen: 'amountFen' in off ? off.amountFen : null,
      rateBp: 'rateBp' in off ? off.rateBp : null,
      startsAt: startsOn === today ? now : shanghaiInstant(startsOn),
      endsAt: endsOn === null ? null : shanghaiInstant(addDays(endsOn, 1)),
      usesLeft: uses,
      createdBy: userId,
      createdAt: now,
      stoppedAt: null,
    })
    const detail = { ...promotion }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'promotion_created', subject: promotionId, detail, at: now })
    return accept({ promotionId })
  })
}
