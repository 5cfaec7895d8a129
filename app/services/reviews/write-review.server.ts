import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { findLineToReview, insertReview, tallyReviews } from '#db/queries/catalog/reviews.server.ts'

export type WriteReview = {
  orderId: string
  lineId: string
  customerId: string
  /** 1 to 5 */
  stars: number
  text: string
  /** media ids */
  pictures: string[]
  now: Date
}

export type WriteReviewRefusal = { code: 'unknown_line' | 'not_received' | 'already_written' }

/** A buyer says of a line they have received what it was like: once, and only of what they bought. */
export function writeReview(
  { transact }: Pick<Database, 'transact'>,
  { orderId, lineId, customerId, stars, text, pictures, now }: WriteReview,
): Promise<Result<{ reviewId: string }, WriteReviewRefusal>> {
  return transact(async (tx) => {
    const line = await findLineToReview(tx, { orderId, lineId })
    if (!line) return refuse({ code: 'unknown_line' })
    if (line.status !== 'delivered' && line.status !== 'accepted') return refuse({ code: 'not_received' })
    const { productId, farmId, lotId } = line
    const reviewId = newId('rev')
    const review = { id: reviewId, lineId, productId, farmId, lotId, customerId, stars, text, pictures, writtenAt: now }
    if (!(await insertReview(tx, review))) return refuse({ code: 'already_written' })
    await tallyReviews(tx, { productId, at: now })
    return accept({ reviewId })
  })
}
