import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { acceptOrder } from '#app/services/ledger/accept-order.server.ts'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import { confirmTransfer } from '#app/services/ordering/confirm-transfer.server.ts'
import { findLeaderOrder, findLeaderOrders, findRepeatable } from '#db/queries/leader/orders.server.ts'
import { findLeaderMoney } from '#db/queries/leader/statement.server.ts'
import { findPaidLater } from '#db/queries/payments/payments.server.ts'
import { auditEntries, consignments, lots, orderLines, orders, priceTiers } from '#db/schema/index.ts'
import { deliverAll } from '#tests/support/open-fleet.ts'
import { openLeaders, sheetOf } from '#tests/support/open-leader.ts'
import type { Market } from '#tests/support/open-market.ts'
import { exportEarnings } from './export-earnings.server.ts'
import { placeBulkOrder } from './place-bulk-order.server.ts'
import { readEarnings } from './read-earnings.server.ts'

const noon = new Date('2026-11-24T04:00:00Z')
const hoursLater = (hours: number) => new Date(noon.getTime() + hours * 3600_000)

type Sheet = Parameters<typeof sheetOf>
async function placed(db: Market, lines: Sheet[1], change: Sheet[2] = {}) {
  const answer = await placeBulkOrder(db, await sheetOf(db, lines, change))
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

test('each item is sold at the step its quantity reaches', async () => {
  const db = await openLeaders()
  const { orderId } = await placed(
    db,
    [
      ['hill', 9, 1000],
      ['brook', 10, 900],
      ['lake', 30, 800],
    ],
    { order: { payment: 'online' } },
  )
  const lines = await db.reader.select().from(orderLines).where(eq(orderLines.orderId, orderId))
  expect(Object.fromEntries(lines.map((line) => [line.variantId, line.amountFen]))).toEqual({
    var_hill: 9000,
    var_brook: 9000,
    var_lake: 24_000,
  })
})

test('a price other than the one shown is refused by name, and nothing is ordered', async () => {
  const db = await openLeaders()
  const sheet = await sheetOf(db, [['hill', 10, 900]])
  await db.transact((tx) =>
    tx
      .update(priceTiers)
      .set({ priceFen: fen(950) })
      .where(eq(priceTiers.minQuantity, 10)),
  )
  expect(await placeBulkOrder(db, sheet)).toEqual({ ok: false, refusal: { code: 'price_changed', variantIds: ['var_hill'] } })
  expect(await db.reader.$count(orders)).toBe(0)
})

test('an order that would cost more than was shown is asked about', async () => {
  const db = await openLeaders()
  const sheet = await sheetOf(db, [['hill', 10, 900]], { agreedTotalFen: fen(9000) })
  expect(await placeBulkOrder(db, sheet)).toMatchObject({ refusal: { code: 'total_risen' } })
})

test('below the minimum, over the stock and what is not offered in bulk are refused by name', async () => {
  const db = await openLeaders()
  const refusal = async (lines: Sheet[1]) => {
    const answer = await placeBulkOrder(db, await sheetOf(db, lines))
    return answer.ok ? null : answer.refusal
  }
  expect(await refusal([['hill', 2, 1000]])).toEqual({ code: 'below_minimum', variantId: 'var_hill', minimum: 3 })
  expect(await refusal([['hill', 501, 800]])).toEqual({ code: 'not_enough', variantId: 'var_hill', available: 500 })
  expect(await refusal([['hill', 1000, 800]])).toMatchObject({ code: 'not_enough', variantId: 'var_hill' })
  expect(await refusal([['far', 5, 1000]])).toEqual({ code: 'not_offered', variantIds: ['var_far'] })
  expect(await refusal([])).toEqual({ code: 'empty_basket' })
  expect(await db.reader.$count(orders)).toBe(0)
})

test('on account the farms begin at once, the transfer is confirmed later, and the limit is free again', async () => {
  const db = await openLeaders()
  const { orderId, paymentId, totalFen } = await placed(db, [['hill', 30, 800]])
  expect(paymentId).toBeNull()
  expect((await db.reader.select().from(orders))[0]).toMatchObject({ status: 'confirmed', payment: 'on_account', paidAt: null })
  expect(await db.reader.$count(consignments)).toBe(1)
  expect(await findLeaderMoney(db.reader, 'lea_gate')).toMatchObject({ owedFen: totalFen })
  expect(await confirmTransfer(db, { orderId, userId: 'user_office', now: noon })).toMatchObject({
    ok: true,
    value: { amountFen: totalFen },
  })
  expect(await findLeaderMoney(db.reader, 'lea_gate')).toMatchObject({ owedFen: 0 })
})

test('paid on pick-up, an order goes out at once and counts against the limit until the office has the money', async () => {
  const db = await openLeaders()
  const sheet = await sheetOf(db, [['hill', 30, 800]], { order: { payment: 'on_pickup' } })
  const answer = await placeBulkOrder(db, sheet)
  if (!answer.ok) throw new Error(answer.refusal.code)
  const { orderId, totalFen } = answer.value
  expect((await db.reader.select().from(orders))[0]).toMatchObject({ status: 'confirmed', payment: 'on_pickup', paidAt: null })
  expect(await findLeaderMoney(db.reader, 'lea_gate')).toMatchObject({ owedFen: totalFen })
  expect(await findPaidLater(db.reader)).toMatchObject([{ orderId, payment: 'on_pickup' }])
  const confirm = () => confirmTransfer(db, { orderId, userId: 'user_office', now: noon })
  expect(await confirm()).toMatchObject({ ok: true, value: { amountFen: totalFen } })
  expect(await confirm()).toEqual({ ok: false, refusal: { code: 'owes_nothing' } })
  expect(await db.reader.select().from(auditEntries).where(eq(auditEntries.subject, orderId))).toMatchObject([
    { actorId: 'user_office', action: 'pickup_payment_received', at: noon },
  ])
  expect(await findPaidLater(db.reader)).toEqual([])
})

test('the limit counts what is owed already, and a leader without credit pays first', async () => {
  const db = await openLeaders()
  await placed(db, [['hill', 30, 800]])
  const second = await sheetOf(db, [['brook', 40, 800]], { order: { placementKey: '6b8f8a52-6a3e-4f0e-9f52-3f3f1d0a0002' } })
  expect(await placeBulkOrder(db, second)).toEqual({ ok: false, refusal: { code: 'over_credit_limit', limitFen: 50_000 } })
  expect(await placeBulkOrder(db, { ...second, order: { ...second.order, payment: 'online' } })).toMatchObject({ ok: true })
  const without = await sheetOf(db, [['lake', 3, 1000]], {
    leaderId: 'lea_lake',
    order: { placementKey: '6b8f8a52-6a3e-4f0e-9f52-3f3f1d0a0003' },
  })
  expect(await placeBulkOrder(db, without)).toEqual({ ok: false, refusal: { code: 'over_credit_limit', limitFen: 0 } })
})

test('a sheet sent twice, at once or after the goods have gone, is one order', async () => {
  const db = await openLeaders()
  const sheet = await sheetOf(db, [['hill', 10, 900]])
  const answers = await Promise.all([placeBulkOrder(db, sheet), placeBulkOrder(db, sheet)])
  await db.transact((tx) => tx.update(lots).set({ available: 0 }))
  answers.push(await placeBulkOrder(db, sheet))
  expect(new Set(answers.map((answer) => answer.ok && answer.value.orderId)).size).toBe(1)
  expect(answers.every((answer) => answer.ok)).toBe(true)
  expect(await db.reader.$count(orders)).toBe(1)
  expect((await db.reader.select().from(lots).where(eq(lots.id, 'lot_hill_hill')))[0]).toMatchObject({ sold: 10 })
})

test('another leader finds neither the order, nor its contents to repeat, nor it by its key', async () => {
  const db = await openLeaders()
  const { orderId } = await placed(db, [['hill', 10, 900]])
  expect(await findLeaderOrder(db.reader, { orderId, leaderId: 'lea_gate' })).not.toBeNull()
  expect(await findLeaderOrder(db.reader, { orderId, leaderId: 'lea_lake' })).toBeNull()
  expect(await findRepeatable(db.reader, { orderId, leaderId: 'lea_lake' })).toEqual([])
  expect(await findLeaderOrders(db.reader, { leaderId: 'lea_lake', limit: 10, offset: 0 })).toEqual([])
  const replayed = await sheetOf(db, [['hill', 10, 900]], { leaderId: 'lea_lake' })
  expect(await placeBulkOrder(db, replayed)).toEqual({ ok: false, refusal: { code: 'basket_gone' } })
})

test('once accepted, the commission of each line and the part of the saving stand in the statement', async () => {
  const db = await openLeaders()
  const { orderId } = await placed(db, [
    ['hill', 20, 900],
    ['brook', 20, 900],
  ])
  await deliverAll(db, noon)
  expect(await readEarnings(db.reader, { leaderId: 'lea_gate', before: null, limit: 30 })).toEqual({ lines: [], nextBefore: null })
  await confirmTransfer(db, { orderId, userId: 'user_office', now: noon })
  expect(await acceptOrder(db, { orderId, now: hoursLater(24) })).toMatchObject({ value: { accepted: true } })

  const { lines } = await readEarnings(db.reader, { leaderId: 'lea_gate', before: null, limit: 30 })
  const commissions = lines.filter((line) => line.event === 'line_accepted')
  expect(commissions.map((line) => line.netFen)).toEqual([540, 540])
  expect(commissions.every((line) => line.order?.orderId === orderId && line.sold?.quantity === 20)).toBe(true)
  const { earnedFen } = await findLeaderMoney(db.reader, 'lea_gate')
  expect(lines.reduce((sum, line) => sum + line.netFen, 0)).toBe(earnedFen)
  expect((await verifyLedger(db.reader)).differences).toEqual([])

  const pages: string[] = []
  let before: string | null = null
  do {
    const page = await readEarnings(db.reader, { leaderId: 'lea_gate', before, limit: 1 })
    pages.push(...page.lines.map((line) => line.id))
    before = page.nextBefore
  } while (before !== null)
  expect(pages).toEqual(lines.map((line) => line.id))

  const { bytes } = await exportEarnings(db.reader, { leaderId: 'lea_gate', format: 'csv', locale: 'zh-CN', now: noon })
  const rows = bytes.toString('utf8').trim().split('\r\n')
  expect(rows).toHaveLength(lines.length + 1)
  expect(rows.at(-1)).toContain(String(earnedFen / 100))
  expect(await readEarnings(db.reader, { leaderId: 'lea_lake', before: null, limit: 30 })).toEqual({ lines: [], nextBefore: null })
})
