import { answerReview } from '#app/services/reviews/answer-review.server.ts'
import { writeReview } from '#app/services/reviews/write-review.server.ts'
import type { Database } from '#db/client.server.ts'
import { findLinesToPraise } from '#db/queries/demo/reviews.server.ts'
import { findReviewsOfFarm } from '#db/queries/farm/reviews.server.ts'

const hourMs = 3_600_000

/** What neighbours said, by how it stood with what they got; the same order always says the same. */
const sayings: readonly { stars: number; text: string }[] = [
  { stars: 5, text: '很新鲜，早上到的，中午就下锅了。' },
  { stars: 5, text: '跟小时候吃的一个味道，孩子也爱吃。' },
  { stars: 4, text: '东西好，个头有大有小。' },
  { stars: 5, text: '包装仔细，一点没压坏。已经买第三回了。' },
  { stars: 5, text: '' },
  { stars: 3, text: '味道可以，就是比写的分量略少一点，客服退了差价。' },
  { stars: 5, text: '标签上写着哪天采的、谁种的，吃着放心。' },
  { stars: 4, text: '下次想买大份的。' },
]

const answers = ['谢谢您！这一批是霜后采的，会更甜。', '称重的时候少看了一眼，是我们的错，下次多放一点。']
const answering = { farmId: 'farm_wj', userId: 'user_farm_wj' }

/** A good part of the neighbours' orders is reviewed a day after it came; one farm answers. */
export async function seedReviews(db: Database, { now }: { now: Date }): Promise<void> {
  const lines = (await findLinesToPraise(db.reader, 160)).filter((_, index) => index % 2 === 0)
  await Promise.all(
    lines.map(({ deliveredAt, ...line }, index) => {
      const at = new Date(Math.min(now.getTime(), deliveredAt!.getTime() + 26 * hourMs))
      return writeReview(db, { ...line, ...sayings[index % sayings.length]!, pictures: [], now: at })
    }),
  )
  const mine = await findReviewsOfFarm(db.reader, { farmId: answering.farmId, before: null, limit: answers.length })
  for (const [index, { id }] of mine.entries()) await answerReview(db, { ...answering, reviewId: id, answer: answers[index]!, now })
}
