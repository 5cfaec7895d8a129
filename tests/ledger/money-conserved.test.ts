import fc from 'fast-check'
import { test } from 'vitest'
import type { PartAsked } from '#app/domain/after-sales/measure-part.ts'
import { bearRefund, cashOf, measureRefund, type OrderLeft, type RefundAsked } from '#app/domain/after-sales/plan-refund.ts'
import { type LineMove, readLineBooks } from '#app/domain/after-sales/read-line-books.ts'
import type { LineTerms } from '#app/domain/commission/line-terms.ts'
import { acceptancePostings, type LineToAccept } from '#app/domain/ledger/accept-order.ts'
import { moving, type Transfer } from '#app/domain/ledger/posting.ts'
import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'
import { reduceLines } from '#app/domain/pricing/reduce-lines.ts'

const at = new Date('2026-11-22T02:00:00Z')
const escrow = '2010:o'
const inTransit = '2030:re'

const rate = fc.integer({ min: 0, max: 2400 })
const anyTerms: fc.Arbitrary<LineTerms> = fc.record({
  termsId: fc.constant('t'),
  home: fc.constantFrom(
    { type: 'farm', id: 'A' },
    { type: 'farm', id: 'B' },
    { type: 'leader', id: 'L' },
    { type: 'alliance', id: 'alliance' },
  ),
  leaderId: fc.constantFrom('L', null),
  distributionBp: rate,
  leaderBp: rate,
  serviceBp: rate,
  vatInServiceBp: fc.integer({ min: 0, max: 1300 }),
  brandBp: rate,
  reserveFenPerKg: fc.integer({ min: 0, max: 100 }).map(fen),
  floor: fc.option(
    fc.record({ floorFenPerKg: fc.integer({ min: 0, max: 5000 }).map(fen), premiumShareBp: fc.integer({ min: 0, max: 10_000 }) }),
  ),
})
const anyLine = fc.record({
  farmId: fc.constantFrom('A', 'B'),
  unitPriceFen: fc.integer({ min: 1, max: 30_000 }),
  quantity: fc.integer({ min: 1, max: 9 }),
  unitWeightG: fc.integer({ min: 1, max: 5000 }),
  terms: anyTerms,
})
const anyPart: fc.Arbitrary<PartAsked> = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((quantity) => ({ by: 'quantity' as const, quantity })),
  fc.integer({ min: 1, max: 9000 }).map((weightG) => ({ by: 'weight' as const, weightG })),
  fc.integer({ min: 1, max: 90_000 }).map((cashFen) => ({ by: 'amount' as const, cashFen: fen(cashFen) })),
  fc.constant({ by: 'rest' as const }),
)
const anyRefund = fc.record({
  line: fc.nat({ max: 3 }),
  part: anyPart,
  bearer: fc.constantFrom('shared', 'shared', 'shared', 'farm', 'carrier', 'alliance'),
  goodsReturned: fc.boolean(),
})
const anyOrder = fc.record({
  lines: fc.array(anyLine, { minLength: 1, maxLength: 4 }),
  discountBp: fc.integer({ min: 0, max: 10_000 }),
  couponBp: fc.integer({ min: 0, max: 10_000 }),
  deliveryFen: fc.integer({ min: 0, max: 3000 }).map(fen),
  shortPicks: fc.array(fc.record({ line: fc.nat({ max: 3 }), part: anyPart }), { maxLength: 3 }),
  refunds: fc.array(anyRefund, { maxLength: 6 }),
  isSettled: fc.boolean(),
})
type AnyOrder = typeof anyOrder extends fc.Arbitrary<infer Order> ? Order : never

/** `expect` would take most of the time of twenty thousand orders. */
function hold(condition: boolean, what: string) {
  if (!condition) throw new Error(`it does not hold that ${what}`)
}
const sum = (amounts: Iterable<number>) => [...amounts].reduce((total, amount) => total + amount, 0)

/** The books of one order, and what its refunds' rows keep. */
class Books {
  readonly moves: LineMove[] = []
  readonly balances = new Map<string, number>()
  readonly taken = new Map<string, { quantity: number; weightG: number; cashFen: number; couponFen: number; baseFen: number }>()
  faultFen = 0
  cashFen = 0

  enter(event: string, transfers: readonly Transfer[]) {
    for (const { debit, credit, amountFen, lineId = null } of transfers) {
      hold(amountFen > 0, 'what moves is positive')
      this.moves.push({ event, debit, credit, amountFen, lineId })
      this.balances.set(debit, (this.balances.get(debit) ?? 0) + amountFen)
      this.balances.set(credit, (this.balances.get(credit) ?? 0) - amountFen)
      hold((this.balances.get(escrow) ?? 0) <= 0, 'escrow is never overdrawn')
    }
  }

  refund(left: OrderLeft, asked: RefundAsked) {
    const measured = measureRefund(left, asked)
    if (!measured.ok) return
    this.enter('refund', bearRefund(left, measured.value, inTransit))
    this.cashFen += cashOf(measured.value)
    if (asked.bearer !== 'shared') this.faultFen += cashOf(measured.value)
    for (const { lineId, ...part } of measured.value.lines) {
      const before = this.taken.get(lineId) ?? { quantity: 0, weightG: 0, cashFen: 0, couponFen: 0, baseFen: 0 }
      const add = (key: keyof typeof before) => before[key] + part[key]
      this.taken.set(lineId, {
        quantity: add('quantity'),
        weightG: add('weightG'),
        cashFen: add('cashFen'),
        couponFen: add('couponFen'),
        baseFen: add('baseFen'),
      })
    }
  }
}

type PlacedLine = LineToAccept & { quantity: number; couponFen: Fen }

function placed({ lines, discountBp, couponBp }: AnyOrder): PlacedLine[] {
  const amounts = lines.map(({ unitPriceFen, quantity }) => fen(unitPriceFen * quantity))
  const discountFen = fen(Math.floor((sumFen(amounts) * discountBp) / 10_000))
  const couponFen = fen(Math.floor(((sumFen(amounts) - discountFen) * couponBp) / 10_000))
  const reductions = reduceLines(amounts, { discountFen, couponFen })
  return lines.map(({ farmId, quantity, unitWeightG, terms }, index) => ({
    id: `l${index}`,
    farmId,
    quantity,
    amountFen: amounts[index]!,
    ...reductions[index]!,
    netWeightG: unitWeightG * quantity,
    terms,
  }))
}

function leftOf(
  books: Books,
  lines: readonly PlacedLine[],
  order: Pick<OrderLeft, 'isAccepted' | 'deliveryFen'>,
  isSettled: boolean,
): OrderLeft {
  return {
    ...order,
    orderId: 'o',
    carriers: [{ carrierId: 'K', costFen: fen(480) }],
    lines: lines.map((line) => {
      const gone = books.taken.get(line.id)
      const { shares, topUpFen, reserveFen } = readLineBooks(books.moves, line.id)
      for (const { account, leftFen } of shares) hold(leftFen >= 0, `${account} gives back what it has`)
      return {
        lineId: line.id,
        producerId: line.farmId,
        quantity: line.quantity - (gone?.quantity ?? 0),
        weightG: line.netWeightG - (gone?.weightG ?? 0),
        cashFen: fen(line.amountFen - line.discountFen - line.couponFen - (gone?.cashFen ?? 0)),
        allianceFen: fen(line.couponFen + topUpFen - (gone?.couponFen ?? 0)),
        shares,
        reserveFen,
        isToCome: false,
        isCancelled: false,
        isSettled,
      }
    }),
  }
}

const asking = (lineId: string, part: PartAsked): RefundAsked => ({
  bearer: 'shared',
  lines: [{ lineId, part }],
  deliveryFen: fen(0),
  goodsReturned: false,
})

/** Pays, picks short, accepts and refunds as the services do, and at last refunds all that is left. */
function play(order: AnyOrder) {
  const { deliveryFen, shortPicks, refunds, isSettled } = order
  const lines = placed(order)
  const books = new Books()
  const couponFen = sumFen(lines.map((line) => line.couponFen))
  const paidFen = fen(sumFen(lines.map((line) => line.amountFen - line.discountFen - line.couponFen).map(fen)) + deliveryFen)
  books.enter(
    'payment_succeeded',
    moving([
      { debit: '1010', credit: escrow, amountFen: paidFen },
      { debit: '5020', credit: escrow, amountFen: couponFen },
    ]),
  )
  const before = () => leftOf(books, lines, { isAccepted: false, deliveryFen }, false)
  for (const { line, part } of shortPicks) books.refund(before(), asking(`l${line}`, part))

  const refunded = [...books.taken].map(([lineId, { baseFen, weightG }]) => ({ lineId, baseFen, weightG }))
  const carriers = [{ carrierId: 'K', costFen: fen(480) }]
  const accepted = { id: 'o', leaderId: 'L', deliveryFen, carriers, leaderFen: fen(624) }
  for (const { event, transfers } of acceptancePostings(accepted, lines, refunded, at)) books.enter(event, transfers)
  hold((books.balances.get(escrow) ?? 0) === 0, 'acceptance empties escrow')

  const after = (delivery: Fen) => leftOf(books, lines, { isAccepted: true, deliveryFen: delivery }, isSettled)
  for (const { line, part, ...how } of refunds) {
    books.refund(after(deliveryFen), { ...asking(`l${line}`, part), ...how })
    hold((books.balances.get(escrow) ?? 0) === 0, 'a refund passes through escrow')
    hold(books.cashFen <= paidFen, 'never more goes back than was paid')
  }
  for (const { id } of lines) books.refund(after(deliveryFen), asking(id, { by: 'rest' }))
  if (deliveryFen > 0) books.refund(after(deliveryFen), { ...asking('', { by: 'rest' }), lines: [], deliveryFen })
  return { books, paidFen, left: after(fen(0)) }
}

test('whatever is off, short, complained of and sent back: every fen is somewhere, nobody gives more than they have, and the whole comes back whole', () => {
  fc.assert(
    fc.property(anyOrder, (order) => {
      const { books, paidFen, left } = play(order)
      hold(sum(books.balances.values()) === 0, 'debits are credits')
      hold(books.cashFen === paidFen && sum([books.balances.get(inTransit) ?? 0]) === -paidFen, 'all that was paid came back')
      const sharesFen = sum(left.lines.flatMap(({ shares }) => shares.map(({ leftFen }) => leftFen)))
      hold(sharesFen === books.faultFen, 'only what one at fault bore alone stays with the others')
      hold(
        left.lines.every(({ cashFen, allianceFen }) => cashFen === 0 && allianceFen === 0),
        'nothing is left to give back',
      )
    }),
    { numRuns: 20_000 },
  )
}, 60_000)
