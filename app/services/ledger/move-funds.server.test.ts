import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { shortOfCover } from '#app/domain/settlement/payout-cover.ts'
import { cancelLines } from '#app/services/after-sales/cancel-lines.server.ts'
import { placeBulkOrder } from '#app/services/leader/place-bulk-order.server.ts'
import { confirmTransfer } from '#app/services/ordering/confirm-transfer.server.ts'
import { findCover } from '#db/queries/ordering/cover.server.ts'
import { orderLines } from '#db/schema/index.ts'
import { openLeaders, sheetOf } from '#tests/support/open-leader.ts'
import { marketDay as now } from '#tests/support/open-market.ts'
import { postPlainly } from '#tests/support/post-plainly.ts'
import { type MoveFundsRefusal, moveFunds } from './move-funds.server.ts'

const desk = { userId: 'office', now }
type Answer = { ok: true } | { ok: false; refusal: MoveFundsRefusal }
const said = (answer: Answer) => (answer.ok ? 'moved' : answer.refusal)

/** A leader's order, paid by transfer; then its only line is cancelled and is to go back by the bank. */
async function openBankRefund() {
  const db = await openLeaders()
  const placed = await placeBulkOrder(db, await sheetOf(db, [['hill', 10, 900]]))
  if (!placed.ok) throw new Error(placed.refusal.code)
  const { orderId, totalFen } = placed.value
  await confirmTransfer(db, { orderId, userId: 'office', now })
  const lines = await db.reader.select().from(orderLines).where(eq(orderLines.orderId, orderId))
  await cancelLines(db, { orderId, lineIds: lines.map(({ id }) => id), requestKey: 'cancel', ...desk })
  return { db, totalFen }
}

test('a refund by bank transfer is covered by the bank, and stands in the way of no payout', async () => {
  const { db, totalFen } = await openBankRefund()
  await postPlainly(db, 'capital', now, [['1020', '3010', 5_000]])
  const cover = await findCover(db.reader)
  expect(cover).toEqual({
    processor: { availableFen: 5_000, refundsFen: 0, inTransitFen: 0 },
    bank: { availableFen: totalFen, refundsFen: totalFen },
  })
  expect(shortOfCover(cover, fen(5_000))).toBe(0)
})

test('money in the bank covers payouts once it has been moved, less what the bank itself is to give back', async () => {
  const { db, totalFen } = await openBankRefund()
  await postPlainly(db, 'capital', now, [['1030', '3010', 3_000]])
  const all = { direction: 'to_processor', amountFen: fen(totalFen + 3_000), reference: 'b1', ...desk } as const
  expect(said(await moveFunds(db, all))).toEqual({ code: 'cover_short', shortFen: totalFen })
  expect(said(await moveFunds(db, { ...all, amountFen: fen(3_000) }))).toBe('moved')
  expect((await findCover(db.reader)).processor.availableFen).toBe(3_000)
  expect((await findCover(db.reader)).bank).toEqual({ availableFen: totalFen, refundsFen: totalFen })
})

test('a bank reference is recorded once', async () => {
  const db = await openLeaders()
  await postPlainly(db, 'capital', now, [['1030', '3010', 3_000]])
  const move = { direction: 'to_processor', amountFen: fen(1_000), reference: 'b1', ...desk } as const
  expect(said(await moveFunds(db, move))).toBe('moved')
  expect(said(await moveFunds(db, move))).toEqual({ code: 'known_reference' })
})

test('what payouts in transit need stays at the processor; two who move the rest at once move it once', async () => {
  const db = await openLeaders()
  await postPlainly(db, 'capital', now, [['1020', '3010', 9_000]])
  await postPlainly(db, 'payout', now, [['2120:hill', '2130:payout_hill', 4_000]], 'payout')
  const move = { direction: 'to_bank', amountFen: fen(5_000), ...desk } as const
  const both = await Promise.all(['b1', 'b2'].map((reference) => moveFunds(db, { ...move, reference })))
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await findCover(db.reader)).processor).toMatchObject({ availableFen: 4_000, inTransitFen: 4_000 })
})
