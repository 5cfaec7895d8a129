import { invariant } from '#app/domain/invariant.ts'
import type { AccountId } from '#app/domain/ledger/accounts.ts'
import { moving, type Transfer } from '#app/domain/ledger/posting.ts'
import { allocate } from '#app/domain/money/allocate.ts'
import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { allocateOverShares, type PartyShare } from './allocate-over-shares.ts'
import { type LinePart, type MeasuredLine, measurePart, type PartAsked } from './measure-part.ts'
import type { RefundBearer } from './refund-words.ts'

/** What can still be given back of a line, and from whom. */
export type LineLeft = MeasuredLine & {
  lineId: string
  producerId: string
  /** what each party has of it in the books, by the accounts of its acceptance; none before it */
  shares: readonly PartyShare[]
  /** what its producer put into the risk reserve for it, and the state the same again */
  reserveFen: Fen
  /** not delivered yet; neither delivered nor wanted any more once it is cancelled */
  isToCome: boolean
  isCancelled: boolean
  /** a settlement has moved its farms' shares to 2120 */
  isSettled: boolean
}

export type OrderLeft = {
  orderId: string
  /** its lines and its delivery have left escrow */
  isAccepted: boolean
  deliveryFen: Fen
  carriers: readonly { carrierId: string; costFen: Fen }[]
  lines: readonly LineLeft[]
}

export type RefundAsked = {
  bearer: RefundBearer
  lines: readonly { lineId: string; part: PartAsked }[]
  deliveryFen: Fen
  goodsReturned: boolean
}

/** What is refunded of each line and of the delivery: what a refund's row and its lines keep. */
export type MeasuredRefund = {
  bearer: RefundBearer
  lines: (LinePart & { lineId: string })[]
  deliveryFen: Fen
  goodsReturned: boolean
}

export type PlanRefusal =
  | { code: 'not_of_this_order' }
  | { code: 'nothing_to_refund' }
  | { code: 'over_what_is_left'; lineId: string; leftFen: Fen }
  | { code: 'over_delivery'; leftFen: Fen }
  | { code: 'no_carrier' }

/** How much is asked of each line, measured by what is left of it. Whoever is at fault alone bears cash; coupons stand. */
export function measureRefund(order: OrderLeft, asked: RefundAsked): Result<MeasuredRefund, PlanRefusal> {
  const lines: MeasuredRefund['lines'] = []
  if (asked.bearer === 'carrier' && order.carriers.length === 0) return refuse({ code: 'no_carrier' })
  for (const { lineId, part: size } of asked.lines) {
    const left = order.lines.find((line) => line.lineId === lineId)
    if (!left || lines.some((line) => line.lineId === lineId)) return refuse({ code: 'not_of_this_order' })
    const part = measurePart(left, size)
    if (!part || (asked.bearer !== 'shared' && part.cashFen === 0)) {
      return refuse({ code: 'over_what_is_left', lineId, leftFen: left.cashFen })
    }
    lines.push({ lineId, ...part, ...(asked.bearer === 'shared' ? {} : { couponFen: fen(0), baseFen: part.cashFen }) })
  }
  if (asked.deliveryFen > order.deliveryFen) return refuse({ code: 'over_delivery', leftFen: order.deliveryFen })
  if (lines.length === 0 && asked.deliveryFen === 0) return refuse({ code: 'nothing_to_refund' })
  const { bearer, goodsReturned } = asked
  const deliveryFen = isAllCalledOff(order, asked, lines) ? order.deliveryFen : asked.deliveryFen
  return accept({ bearer, lines, deliveryFen, goodsReturned })
}

/** An order of which nothing is left to deliver pays no delivery. */
const isAllCalledOff = (order: OrderLeft, { bearer }: RefundAsked, parts: MeasuredRefund['lines']) =>
  bearer === 'shared' &&
  order.lines.every((line) => {
    const part = parts.find(({ lineId }) => lineId === line.lineId)
    return line.isCancelled || (line.isToCome && part?.baseFen === line.cashFen + line.allianceFen)
  })

export const cashOf = ({ lines, deliveryFen }: MeasuredRefund): Fen => fen(sumFen(lines.map((line) => line.cashFen)) + deliveryFen)
export const couponOf = ({ lines }: MeasuredRefund): Fen => sumFen(lines.map((line) => line.couponFen))

/**
 * Who bears a refund: each line's part from escrow while it is there, afterwards from every party's remaining share, or from
 * the one at fault alone (money.md, "Postings"). The transfers of a line stand together, in the order of its acceptance.
 * @param to where the customer's money goes: a refund in transit, or the dispute that took it
 * @throws {InvariantError} when more is refunded of a line than its parties have left
 */
export function bearRefund(order: OrderLeft, { bearer, lines, deliveryFen, goodsReturned }: MeasuredRefund, to: AccountId): Transfer[] {
  const ofLines = lines.flatMap((part) => {
    const left = order.lines.find((line) => line.lineId === part.lineId)
    invariant(left, `line ${part.lineId} is not of order ${order.orderId}`)
    return [...bornBy(order, left, part, bearer, to), ...(goodsReturned ? reserveBack(left, part.weightG) : [])]
  })
  return moving([...ofLines, { debit: order.isAccepted ? '2510' : escrowOf(order), credit: to, amountFen: deliveryFen }])
}

const escrowOf = ({ orderId }: OrderLeft): AccountId => `2010:${orderId}`
const producerOf = ({ producerId, isSettled }: LineLeft): AccountId => `${isSettled ? '2120' : '2110'}:${producerId}`

/** After a settlement a farm gives back from 2120, whatever it had the share as; everyone else from where it is. */
function payingAccount({ isSettled }: LineLeft, account: AccountId): AccountId {
  const [code, party] = account.split(':')
  return isSettled && (code === '2110' || code === '2210') ? `2120:${party}` : account
}

function bornBy(order: OrderLeft, left: LineLeft, part: LinePart, bearer: RefundBearer, to: AccountId): Transfer[] {
  const { lineId } = left
  const escrow = escrowOf(order)
  const alone = (debit: AccountId): Transfer[] => [{ debit, credit: to, amountFen: part.cashFen, lineId }]
  switch (bearer) {
    case 'farm':
      return alone(producerOf(left))
    case 'alliance':
      return alone('5030')
    case 'carrier':
      return overCarriers(order.carriers, part.cashFen).flatMap(({ carrierId, amountFen }) => [
        { debit: `2520:${carrierId}` as const, credit: to, amountFen, lineId },
      ])
    case 'shared':
      return [
        ...(order.isAccepted ? allocateOverShares(part.baseFen, left.shares) : []).map(({ account, leftFen: amountFen }) => ({
          debit: payingAccount(left, account),
          credit: escrow,
          amountFen,
          lineId,
        })),
        { debit: escrow, credit: to, amountFen: part.cashFen, lineId },
        { debit: escrow, credit: '5020', amountFen: part.couponFen, lineId },
      ]
  }
}

/** By what the order's drops cost with each; equally where they cost nothing. */
function overCarriers(carriers: OrderLeft['carriers'], amountFen: Fen) {
  const costs = carriers.map(({ costFen }) => costFen)
  const parts = allocate(amountFen, sumFen(costs) > 0 ? costs : costs.map(() => 1))
  return carriers.map(({ carrierId }, index) => ({ carrierId, amountFen: parts[index]! }))
}

/** Goods that came back were never at risk: their part of the reserve returns to the farm, and the state's to the state. */
function reserveBack(left: LineLeft, weightG: number): Transfer[] {
  if (left.weightG === 0) return []
  const [amountFen = fen(0)] = allocate(left.reserveFen, [weightG, left.weightG - weightG])
  const { lineId } = left
  return [
    { debit: '2610', credit: producerOf(left), amountFen, lineId },
    { debit: '2610', credit: '1110', amountFen, lineId },
  ]
}
