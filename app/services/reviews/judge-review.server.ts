import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { hideReviewRow, showReviewRow } from '#db/queries/catalog/review-desk.server.ts'
import { tallyReviews } from '#db/queries/catalog/reviews.server.ts'

type JudgeReview = { reviewId: string; userId: string; now: Date } & ({ verdict: 'hide'; reason: string } | { verdict: 'show' })

/** The alliance hides a review, with a reason that stays on record and that its writer reads, or shows it again. */
export function judgeReview(
  { transact }: Pick<Database, 'transact'>,
  { reviewId, userId, now, ...judged }: JudgeReview,
): Promise<Result<null, { code: 'unknown_review' }>> {
  return transact(async (tx) => {
    const productId =
      judged.verdict === 'hide'
        ? await hideReviewRow(tx, { reviewId, hiddenReason: judged.reason, hiddenBy: userId, hiddenAt: now })
        : await showReviewRow(tx, reviewId)
    if (productId === null) return refuse({ code: 'unknown_review' })
    await tallyReviews(tx, { productId, at: now })
    await insertAuditEntry(tx, {
      actorId: userId,
      actsFor: 'alliance',
      action: judged.verdict === 'hide' ? 'review_hidden' : 'review_shown',
      subject: reviewId,
      detail: judged.verdict === 'hide' ? { reason: judged.reason } : {},
      at: now,
    })
    return accept(null)
  })
}
