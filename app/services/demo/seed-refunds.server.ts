import { aloneUpToFen } from '#app/domain/after-sales/approval.ts'
import { invariant } from '#app/domain/invariant.ts'
import { fen } from '#app/domain/money/fen.ts'
import { type ProposedRefund, proposeRefund } from '#app/services/after-sales/propose-refund.server.ts'
import { settleRefund } from '#app/services/after-sales/settle-refund.server.ts'
import { packConsignments } from '#app/services/ordering/pack-consignments.server.ts'
import type { Database } from '#db/connection.ts'
import { findBoxToPack, findDearestLine, findDeliveredLines } from '#db/queries/demo/refunds.server.ts'
import { findInTransit, findRefundByRequest } from '#db/queries/payments/refund-steps.server.ts'
import { staff } from '#db/seed/data/people.ts'

const afterSales = 'user_office_ledger'
type Complaint = Pick<ProposedRefund, 'reason' | 'bearer' | 'note'> & { answer: 'succeeded' | 'failed' }

/** In the order in which they meet the newest delivered orders. The processor's answers are played: its books know none of them. */
const complaints: Complaint[] = [
  { reason: 'quality', bearer: 'shared', note: '照片看过，四分之一有伤。', answer: 'succeeded' },
  { reason: 'quality', bearer: 'farm', note: '农场认可：装箱时没有挑出来。', answer: 'succeeded' },
  { reason: 'missing', bearer: 'shared', note: '客户的卡已经注销。', answer: 'failed' },
]

/**
 * Today's after-sales desk: a shared refund, one that its farm bears, one that failed and became credit, one above the threshold
 * that waits for the second person, and a box that was packed short.
 */
export async function seedRefunds(db: Database, { now }: { now: Date }): Promise<void> {
  const lines = await findDeliveredLines(db.reader, complaints.length)
  for (const [index, complaint] of complaints.entries()) {
    const line = lines[index]
    if (line) await complain(db, line, complaint, now)
  }
  await proposeLarge(db, now)
  await packShort(db, now)
}

type Line = { orderId: string; lineId: string; amountFen: number }

async function complain(db: Database, { orderId, lineId, amountFen }: Line, { answer, ...complaint }: Complaint, now: Date) {
  const requestKey = `demo-${complaint.reason}-${orderId}`
  await propose(db, { ...complaint, orderId, lineId, cash: Math.floor(amountFen / 4), requestKey, now })
  await play(db, requestKey, answer, now)
}

/** Somebody wants most of a large delivery back: more than one person may give. */
async function proposeLarge(db: Database, now: Date) {
  const dearest = await findDearestLine(db.reader)
  const cash = Math.floor(((dearest?.amountFen ?? 0) * 3) / 4)
  if (!dearest || cash <= aloneUpToFen) return
  const { orderId, lineId } = dearest
  await propose(db, {
    reason: 'damaged',
    bearer: 'shared',
    note: '整批受潮，等第二个人看过。',
    orderId,
    lineId,
    cash,
    requestKey: 'demo-large',
    now,
  })
}

async function packShort(db: Database, now: Date) {
  const box = await findBoxToPack(db.reader)
  const packer = staff.find(({ role, actsFor }) => role === 'farm' && actsFor === box?.farmId)
  if (!box || !packer) return
  const { farmId, consignmentId, lineId, quantity } = box
  const packed = [{ lineId, quantity: quantity - 1 }]
  const done = await packConsignments(db, { farmId, userId: packer.id, consignmentIds: [consignmentId], packed, now })
  invariant(done.ok, `${consignmentId} was not packed`)
  await play(db, `short:${consignmentId}`, 'succeeded', now)
}

type Proposal = Omit<Complaint, 'answer'> & { orderId: string; lineId: string; cash: number; requestKey: string; now: Date }

async function propose(db: Database, { lineId, cash, ...proposal }: Proposal) {
  const part = { by: 'amount' as const, cashFen: fen(cash) }
  const rest = { deliveryFen: fen(0), goodsReturned: false, asCredit: false, userId: afterSales }
  const proposed = await proposeRefund(db, { ...proposal, ...rest, lines: [{ lineId, part }] })
  invariant(proposed.ok, `${proposal.requestKey} was refused: ${proposed.ok || proposed.refusal.code}`)
}

/** What the processor would have said. */
async function play(db: Database, requestKey: string, state: 'succeeded' | 'failed', now: Date) {
  const refund = await findRefundByRequest(db.reader, requestKey)
  invariant(refund, `${requestKey} made no refund`)
  const amountFen = await findInTransit(db.reader, refund.id)
  if (amountFen === 0) return
  const failure = state === 'failed' ? 'expired_or_canceled_card' : null
  const said = { refundId: refund.id, processorRefundId: `demo_${refund.id}`, state, amountFen, failure }
  const settled = await settleRefund(db, { refund: said, now })
  invariant(settled.ok, `${requestKey} was not settled`)
}
