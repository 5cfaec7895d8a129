import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { bankBatch } from '#app/integrations/payout/bank-batch.server.ts'
import { readSpreadsheet } from '#app/integrations/spreadsheet/read-spreadsheet.server.ts'
import { writeCsv } from '#app/integrations/spreadsheet/write-spreadsheet.server.ts'
import { approveRefund } from '#app/services/after-sales/approve-refund.server.ts'
import { handleDispute } from '#app/services/after-sales/handle-dispute.server.ts'
import { type ProposedRefund, proposeRefund } from '#app/services/after-sales/propose-refund.server.ts'
import { settleRefund } from '#app/services/after-sales/settle-refund.server.ts'
import { closeWave } from '#app/services/delivery/close-wave.server.ts'
import { settleDrop } from '#app/services/delivery/settle-drop.server.ts'
import { startRun } from '#app/services/delivery/start-run.server.ts'
import { acceptOrder } from '#app/services/ledger/accept-order.server.ts'
import { packConsignments } from '#app/services/ordering/pack-consignments.server.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import { receivePayment } from '#app/services/ordering/receive-payment.server.ts'
import { noteCharge } from '#app/services/payments/note-charge.server.ts'
import { releaseDueFunds } from '#app/services/payments/release-funds.server.ts'
import { decideClaim } from '#app/services/reserve/decide-claim.server.ts'
import { proposeClaim } from '#app/services/reserve/propose-claim.server.ts'
import { receiveMatch } from '#app/services/reserve/receive-match.server.ts'
import { approveSettlement } from '#app/services/settlement/approve-settlement.server.ts'
import { draftSettlement } from '#app/services/settlement/draft-settlement.server.ts'
import { fileBankBatch, writeBankBatch } from '#app/services/settlement/file-bank-batch.server.ts'
import { importBankAnswer } from '#app/services/settlement/import-bank-answer.server.ts'
import { recoverDebt } from '#app/services/settlement/recover-debt.server.ts'
import { reviewSettlement } from '#app/services/settlement/review-settlement.server.ts'
import { decideShare } from '#app/services/surplus/decide-share.server.ts'
import { proposeShare } from '#app/services/surplus/propose-share.server.ts'
import { settlementId } from '#db/queries/settlement/settlements.server.ts'
import { consignments, drops, orderLines, orders, payouts, recoveries, refunds, runs, vehicles } from '#db/schema/index.ts'
import { guestOrder, type Market } from '#tests/support/open-market.ts'
import { postPlainly } from '#tests/support/post-plainly.ts'
import { basketOf, farmOf, openExample } from './open-example.ts'

export const at = (instant: string) => new Date(`${instant}:00+08:00`)

/** What a service accepted; the example refuses nothing. */
export async function done<Value>(answer: Promise<{ ok: true; value: Value } | { ok: false; refusal: { code: string } }>): Promise<Value> {
  const said = await answer
  if (!said.ok) throw new Error(JSON.stringify(said.refusal))
  return said.value
}

/** The names the example gives to what our services number. */
class Names {
  private readonly named = new Map<string, string>(Object.entries(farmOf).map(([letter, id]) => [id, letter]))
  give(id: string, name: string) {
    this.named.set(id, name)
    return id
  }
  /** `2110:brook` → `2110:A`, `re_01k…:refund` → `re_2:refund` */
  read = (text: string) =>
    text
      .split(':')
      .map((part) => this.named.get(part) ?? part)
      .join(':')
}

type Ordered = { name: string; sizes: Parameters<typeof basketOf>[2]; customerId: string; waveId: string; placedAt: Date }

/** Placed and paid online; its fee and the day its money is free are learnt later. */
async function order(db: Market, names: Names, { name, sizes, customerId, waveId, placedAt: now }: Ordered): Promise<string> {
  const basketId = await basketOf(db, name, sizes)
  const customer = { ...guestOrder('').customer, customerId }
  const placed = await done(placeOrder(db, guestOrder(basketId, { customer, waveId, now })))
  names.give(placed.orderId, name)
  names.give(placed.paymentId!, `${name}:payment`)
  const paid = { event: null, paymentId: placed.paymentId!, paymentIntentId: `pi_${name}`, amountFen: fen(placed.totalFen), now }
  await done(receivePayment(db, paid))
  for (const line of await db.reader.select().from(orderLines).where(eq(orderLines.orderId, placed.orderId))) {
    names.give(line.id, `${name}:${names.read(line.farmId)}`)
  }
  return placed.orderId
}

async function moneyFree(db: Market, name: string, feeFen: number, now: Date) {
  const charge = {
    paymentIntentId: `pi_${name}`,
    chargeId: `ch_${name}`,
    method: 'alipay',
    amountFen: fen(0),
    feeFen: fen(feeFen),
    availableAt: now,
  }
  await noteCharge(db, { charge, now })
  await releaseDueFunds(db, now)
}

/** The wave is planned, every farm packs (line A at 9,400 g where `packedA` says so), and all is handed over. */
async function deliver(db: Market, { waveId, closedAt, day }: { waveId: string; closedAt: Date; day: string }, shortLineId: string | null) {
  await closeWave(db, { waveId, now: closedAt })
  for (const { id, farmId } of await db.reader.select().from(consignments).where(eq(consignments.waveId, waveId))) {
    const packed = shortLineId !== null && farmId === farmOf.A ? [{ lineId: shortLineId, weightG: 9400 }] : []
    await done(packConsignments(db, { farmId, userId: `user_${farmId}`, consignmentIds: [id], packed, now: at(`${day}T06:00`) }))
  }
  for (const run of await db.reader.select().from(runs).where(eq(runs.waveId, waveId))) {
    await startRun(db, { runId: run.id, driverId: run.driverId, aboard: [], now: at(`${day}T08:30`) })
    for (const drop of await db.reader.select().from(drops).where(eq(drops.runId, run.id))) {
      const outcome = { kind: 'delivered' as const, proof: { kind: 'note' as const, note: 'in_person' as const } }
      await settleDrop(db, { dropId: drop.id, by: { driverId: run.driverId }, outcome, now: at(`${day}T12:00`) })
    }
  }
}

async function settle(db: Market, period: string, now: Date) {
  const id = settlementId(period)
  await done(draftSettlement(db, { period, userId: 'ana', now }))
  await done(reviewSettlement(db, { settlementId: id, userId: 'ana', now }))
  return await done(approveSettlement(db, { settlementId: id, userId: 'ben', now }))
}

/** The bank is sent its file and answers that all of it was paid. */
async function bankPays(db: Market, period: string, now: Date) {
  const { batchId } = await done(fileBankBatch(db, bankBatch, { settlementId: settlementId(period), userId: 'ana', now }))
  const written = await writeBankBatch(db.reader, bankBatch, { batchId, type: 'csv' })
  const [header, ...rows] = await done(readSpreadsheet('file.csv', written!.bytes))
  const bytes = writeCsv([header!, ...rows.map((cells) => [...cells.slice(0, 5), '成功', null])])
  await done(importBankAnswer(db, bankBatch, { batchId, filename: 'answer.csv', bytes, userId: 'ana', now }))
}

type Complaint = Pick<ProposedRefund, 'orderId' | 'lines'> & Partial<ProposedRefund> & { name: string; now: Date }

/** One of the office proposes, a second one approves where that is needed. */
async function refund(db: Market, names: Names, { name, ...asked }: Complaint): Promise<string> {
  const usual = { reason: 'quality', bearer: 'shared', deliveryFen: fen(0), goodsReturned: false, asCredit: false, note: '' } as const
  const proposed = await done(proposeRefund(db, { ...usual, requestKey: name, userId: 'ana', ...asked }))
  if (proposed.status === 'proposed') await done(approveRefund(db, { refundId: proposed.refundId, userId: 'ben', now: asked.now }))
  return names.give(proposed.refundId, name)
}

async function processorSays(db: Market, refundId: string, state: 'succeeded' | 'failed', now: Date) {
  const [row] = await db.reader.select().from(refunds).where(eq(refunds.id, refundId))
  const failure = state === 'failed' ? 'expired_or_canceled_card' : null
  await done(settleRefund(db, { refund: { processorRefundId: `p_${refundId}`, refundId, state, amountFen: row!.cashFen, failure }, now }))
}

const dispute = (db: Market, disputeId: string, name: string, amountFen: number, state: 'open' | 'won' | 'lost', now: Date) =>
  done(
    handleDispute(db, {
      dispute: { disputeId, paymentIntentId: `pi_${name}`, amountFen: fen(amountFen), feeFen: fen(150), reason: 'general', state },
      now,
    }),
  )

async function firstOrder(db: Market, names: Names) {
  const sizes = ['brook', 'hill', 'lake'] as const
  const id = await order(db, names, { name: 'O1', sizes, customerId: 'U1', waveId: 'tue', placedAt: at('2026-12-27T10:00') })
  await asInTheExample(db, id, 'L1')
  await moneyFree(db, 'O1', 1048, at('2026-12-27T12:00'))
  const lines = await db.reader.select().from(orderLines).where(eq(orderLines.orderId, id))
  const lineOf = (farmId: string) => lines.find((line) => line.farmId === farmId)!.id
  await deliver(db, { waveId: 'tue', closedAt: at('2026-12-28T18:01'), day: '2026-12-29' }, lineOf(farmOf.A))
  const [short] = await db.reader.select().from(refunds)
  await processorSays(db, names.give(short!.id, 're_1'), 'succeeded', at('2026-12-29T20:00'))
  await done(acceptOrder(db, { orderId: id, now: at('2026-12-30T13:00') }))
  return { orderId: id, lineOfB: lineOf(farmOf.B) }
}

/**
 * Two things of the example that our checkout decides otherwise: its leader takes in a neighbour's own order with its coupon
 * (ours order in bulk, where no coupon counts), and its three farms would have paid 24 yuan to send their own parcels.
 */
async function asInTheExample(db: Market, orderId: string, leaderId: string) {
  await db.transact(async (tx) => {
    await tx
      .update(orders)
      .set({ leaderId, directFen: fen(2400) })
      .where(eq(orders.id, orderId))
    for (const { id, terms } of await tx.select().from(orderLines).where(eq(orderLines.orderId, orderId))) {
      await tx
        .update(orderLines)
        .set({ terms: { ...terms, leaderId } })
        .where(eq(orderLines.id, id))
    }
  })
}

async function namePayouts(db: Market, names: Names) {
  for (const { id, partyId } of await db.reader.select().from(payouts)) names.give(id, `payout_${names.read(partyId)}`)
}

async function afterPayout(db: Market, names: Names, { orderId, lineOfB: lineId }: { orderId: string; lineOfB: string }) {
  const asked = (cashFen: number) => ({ orderId, lines: [{ lineId, part: { by: 'amount' as const, cashFen: fen(cashFen) } }] })
  const second = await refund(db, names, { name: 're_2', ...asked(3000), now: at('2027-01-04T15:00') })
  await processorSays(db, second, 'succeeded', at('2027-01-04T15:10'))
  const third = await refund(db, names, { name: 're_3', ...asked(1), now: at('2027-01-04T16:00') })
  await processorSays(db, third, 'failed', at('2027-01-04T16:10'))
  const rest = { orderId, lines: [{ lineId, part: { by: 'rest' as const } }], goodsReturned: true }
  const fourth = await refund(db, names, { name: 're_4', ...rest, now: at('2027-01-04T17:00') })
  await processorSays(db, fourth, 'succeeded', at('2027-01-04T17:10'))
  const debt = { farmId: farmOf.B, kind: 'paid_in', amountFen: fen(5000), reason: '退回多付的货款', userId: 'ana' } as const
  await done(recoverDebt(db, { requestKey: 'recovery', ...debt, now: at('2027-01-04T18:00') }))
  for (const { id } of await db.reader.select().from(recoveries)) names.give(id, 'recovery_B')
  await dispute(db, 'dp_1', 'O1', 6000, 'open', at('2027-01-05T10:00'))
  await dispute(db, 'dp_1', 'O1', 6000, 'won', at('2027-01-05T11:00'))
}

/** The example reckons no delivery for these. */
async function laterOrder(db: Market, names: Names, asked: Ordered, delivered: { closedAt: Date; day: string; acceptedAt: Date }) {
  await db.transact((tx) => tx.update(vehicles).set({ costPerRunFen: fen(0) }))
  const orderId = await order(db, names, asked)
  await moneyFree(db, asked.name, 0, new Date(asked.placedAt.getTime() + 3600_000))
  await deliver(db, { waveId: asked.waveId, ...delivered }, null)
  await done(acceptOrder(db, { orderId, now: delivered.acceptedAt }))
  return orderId
}

async function faults(db: Market, names: Names, orderId: string) {
  const [line] = await db.reader.select().from(orderLines).where(eq(orderLines.orderId, orderId))
  const asked = (cashFen: number) => ({ orderId, lines: [{ lineId: line!.id, part: { by: 'amount' as const, cashFen: fen(cashFen) } }] })
  const now = at('2027-01-14T10:00')
  const crushed = await refund(db, names, { name: 're_5', ...asked(800), bearer: 'carrier', reason: 'damaged', now })
  const wrong = await refund(db, names, { name: 're_6', ...asked(300), bearer: 'farm', now })
  for (const id of [crushed, wrong]) await processorSays(db, id, 'succeeded', at('2027-01-14T11:00'))
}

async function reserveAndRebate(db: Market, names: Names) {
  const now = at('2027-01-15T10:00')
  await done(receiveMatch(db, { reference: '2026H1', amountFen: fen(212), userId: 'ana', now }))
  const { claimId } = await done(proposeClaim(db, { farmId: farmOf.A, amountFen: fen(200), reason: '冰雹', userId: 'ana', now }))
  await done(decideClaim(db, { claimId: names.give(claimId, 'hail'), pay: true, userId: 'ben', now }))
  const rebate = { kind: 'second_rebate', basis: 'weight', year: '2026', totalFen: fen(101) } as const
  const { shareId } = await done(proposeShare(db, { ...rebate, userId: 'ana', now }))
  await done(decideShare(db, { shareId: names.give(shareId, '2026'), pay: true, userId: 'ben', now }))
}

/** The whole example, each step through the service that takes it. */
export async function playExample() {
  const db = await openExample()
  const names = new Names()
  await postPlainly(db, 'capital', at('2026-12-26T10:00'), [['1020', '3010', 20_000]])
  const first = await firstOrder(db, names)
  names.give('2026-W53', 'first')
  await settle(db, '2026-W53', at('2027-01-04T10:00'))
  await namePayouts(db, names)
  await bankPays(db, '2026-W53', at('2027-01-04T14:00'))
  await afterPayout(db, names, first)
  const second = { name: 'O2', sizes: ['pepper'] as const, customerId: 'U1', waveId: 'fri', placedAt: at('2027-01-06T10:00') }
  await laterOrder(db, names, second, { closedAt: at('2027-01-07T18:01'), day: '2027-01-08', acceptedAt: at('2027-01-09T13:00') })
  await dispute(db, 'dp_2', 'O2', 4000, 'open', at('2027-01-10T10:00'))
  names.give('2027-W01', 'second')
  expect(await settle(db, '2027-W01', at('2027-01-11T10:00')), 'a dispute holds what A would be paid').toMatchObject({ payouts: 0 })
  await dispute(db, 'dp_2', 'O2', 4000, 'lost', at('2027-01-11T12:00'))
  const third = { name: 'O3', sizes: ['rice'] as const, customerId: 'U3', waveId: 'later', placedAt: at('2027-01-11T14:00') }
  const orderId = await laterOrder(db, names, third, {
    closedAt: at('2027-01-11T18:01'),
    day: '2027-01-12',
    acceptedAt: at('2027-01-13T13:00'),
  })
  await faults(db, names, orderId)
  await reserveAndRebate(db, names)
  return { db, names }
}
