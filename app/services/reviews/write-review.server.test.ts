import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findReviewsOfProduct } from '#db/queries/catalog/reviews.server.ts'
import { findReviewsOfFarm } from '#db/queries/farm/reviews.server.ts'
import { orderLines, products } from '#db/schema/index.ts'
import { worldNow as now, openFarmWorld } from '#tests/support/farm-world.ts'
import { answerReview } from './answer-review.server.ts'
import { judgeReview } from './judge-review.server.ts'
import { writeReview } from './write-review.server.ts'

async function received() {
  const world = await openFarmWorld()
  const [line] = await world.reader.select().from(orderLines).where(eq(orderLines.productId, 'prd_egg')).limit(1)
  const { id: lineId, orderId } = line!
  const said = { orderId, lineId, customerId: 'customer_canary', stars: 4, text: '蛋黄很红', pictures: [], now }
  const deliver = () =>
    world.transact((tx) => tx.update(orderLines).set({ status: 'delivered', deliveredAt: now }).where(eq(orderLines.id, lineId)))
  const rating = async () =>
    (await world.reader.select({ ratings: products.ratings, stars: products.stars }).from(products).where(eq(products.id, 'prd_egg')))[0]
  return { world, said, deliver, rating }
}

test('only what was received can be reviewed, only once, and only within its own order', async () => {
  const { world, said, deliver, rating } = await received()
  expect(await writeReview(world, said)).toMatchObject({ refusal: { code: 'not_received' } })
  await deliver()
  expect(await writeReview(world, { ...said, orderId: 'ord_other' })).toMatchObject({ refusal: { code: 'unknown_line' } })
  expect(await writeReview(world, said)).toMatchObject({ ok: true })
  expect(await writeReview(world, { ...said, stars: 1 })).toMatchObject({ refusal: { code: 'already_written' } })
  expect(await rating()).toEqual({ ratings: 1, stars: 4 })
})

test('a hidden review counts for nothing until it is shown again; its reason stays with it', async () => {
  const { world, said, deliver, rating } = await received()
  await deliver()
  const written = await writeReview(world, said)
  if (!written.ok) throw new Error(written.refusal.code)
  const { reviewId } = written.value
  const about = { productId: 'prd_egg', before: null, limit: 9 }
  await judgeReview(world, { reviewId, userId: 'user_office', now, verdict: 'hide', reason: '泄露了电话' })
  expect(await rating()).toEqual({ ratings: 0, stars: 0 })
  expect(await findReviewsOfProduct(world.reader, about)).toEqual([])
  expect(await findReviewsOfFarm(world.reader, { farmId: 'farm_hl', before: null, limit: 9 })).toMatchObject([
    { hiddenReason: '泄露了电话' },
  ])
  await judgeReview(world, { reviewId, userId: 'user_office', now, verdict: 'show' })
  expect(await rating()).toEqual({ ratings: 1, stars: 4 })
  expect(await findReviewsOfProduct(world.reader, about)).toHaveLength(1)
})

test('only the farm whose goods they were answers, and once', async () => {
  const { world, said, deliver } = await received()
  await deliver()
  const written = await writeReview(world, said)
  if (!written.ok) throw new Error(written.refusal.code)
  const answer = { reviewId: written.value.reviewId, userId: 'user_farm', answer: '谢谢！', now }
  expect(await answerReview(world, { ...answer, farmId: 'farm_xc' })).toMatchObject({ refusal: { code: 'unknown_review' } })
  expect(await answerReview(world, { ...answer, farmId: 'farm_hl' })).toMatchObject({ ok: true })
  expect(await answerReview(world, { ...answer, farmId: 'farm_hl', answer: '再写一次' })).toMatchObject({ ok: false })
})
