import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { answerReviewOf } from '#db/queries/farm/reviews.server.ts'

type AnswerReview = { reviewId: string; farmId: string; userId: string; answer: string; now: Date }

/** The producer answers what was said of its goods, once, under the review for everybody to read. */
export function answerReview(
  { transact }: Pick<Database, 'transact'>,
  { reviewId, farmId, userId, answer, now }: AnswerReview,
): Promise<Result<null, { code: 'unknown_review' }>> {
  return transact(async (tx) => {
    if (!(await answerReviewOf(tx, { reviewId, farmId, answer, answeredBy: userId, answeredAt: now })))
      return refuse({ code: 'unknown_review' })
    const entry = { actorId: userId, actsFor: farmId, action: 'review_answered', subject: reviewId, detail: {}, at: now }
    await insertAuditEntry(tx, entry)
    return accept(null)
  })
}
