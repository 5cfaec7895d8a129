import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Transfer } from '#app/domain/ledger/posting.ts'
import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'
import type { PartyShare } from './allocate-over-shares.ts'
import type { PartAsked } from './measure-part.ts'
import { planLostDispute } from './plan-lost-dispute.ts'
import { bearRefund, cashOf, couponOf, type LineLeft, measureRefund, type OrderLeft, type RefundAsked } from './plan-refund.ts'

const share = (account: PartyShare['account'], left: number): PartyShare => ({ account, leftFen: fen(left) })

/** Line 2 of the worked example, of farm B, bought by a customer of farm C, taken in by leader L1. */
const line2: LineLeft = {
  lineId: 'O1:2',
  producerId: 'B',
  cashFen: fen(11_066),
  allianceFen: fen(211),
  quantity: 1,
  weightG: 2000,
  shares: [share('2110:B', 9813), share('2210:C', 563), share('2310:L1', 338), share('4010', 426), share('2810', 25), share('2410', 112)],
  reserveFen: fen(40),
  isToCome: false,
  isCancelled: false,
  isSettled: true,
}
const order = (lines: LineLeft[], change: Partial<OrderLeft> = {}): OrderLeft => ({
  orderId: 'O1',
  isAccepted: true,
  deliveryFen: fen(1850),
  carriers: [{ carrierId: 'K', costFen: fen(1300) }],
  lines,
  ...change,
})
const asking = (part: PartAsked, change: Partial<RefundAsked> = {}): RefundAsked => ({
  bearer: 'shared',
  lines: [{ lineId: 'O1:2', part }],
  deliveryFen: fen(0),
  goodsReturned: false,
  ...change,
})

function plan(left: OrderLeft, asked: RefundAsked) {
  const measured = measureRefund(left, asked)
  if (!measured.ok) throw new Error(measured.refusal.code)
  return { refund: measured.value, transfers: bearRefund(left, measured.value, '2030:re') }
}
const told = (transfers: readonly Transfer[]) => transfers.map(({ debit, credit, amountFen }) => [debit, credit, amountFen])

/** The order as it stands when a shared refund has been entered. */
function after(left: OrderLeft, { refund, transfers }: ReturnType<typeof plan>): OrderLeft {
  const lines = left.lines.map((line) => {
    const part = refund.lines.find(({ lineId }) => lineId === line.lineId)
    if (!part) return line
    const back = (account: string) =>
      sumFen(
        transfers
          .filter(({ debit, lineId }) => lineId === line.lineId && (debit === account || debit === account.replace(/^2[12]10/, '2120')))
          .filter(({ credit }) => credit === `2010:${left.orderId}`)
          .map(({ amountFen }) => amountFen),
      )
    return {
      ...line,
      cashFen: fen(line.cashFen - part.cashFen),
      allianceFen: fen(line.allianceFen - part.couponFen),
      quantity: line.quantity - part.quantity,
      weightG: line.weightG - part.weightG,
      shares: line.shares.map(({ account, leftFen }) => ({ account, leftFen: fen(leftFen - back(account)) })),
    }
  })
  return { ...left, lines, deliveryFen: fen(left.deliveryFen - refund.deliveryFen) }
}

test('the refunds of line 2 of the worked example after its payout: 3000, 1 fen, and the rest with the goods returned', () => {
  const first = plan(order([line2]), asking({ by: 'amount', cashFen: fen(3000) }))
  expect(told(first.transfers)).toEqual([
    ['2120:B', '2010:O1', 2660],
    ['2120:C', '2010:O1', 153],
    ['2310:L1', '2010:O1', 92],
    ['4010', '2010:O1', 115],
    ['2810', '2010:O1', 7],
    ['2410', '2010:O1', 30],
    ['2010:O1', '2030:re', 3000],
    ['2010:O1', '5020', 57],
  ])
  const then = after(order([line2]), first)
  const second = plan(then, asking({ by: 'amount', cashFen: fen(1) }))
  expect(told(second.transfers)).toEqual([
    ['2120:B', '2010:O1', 1],
    ['2010:O1', '2030:re', 1],
  ])
  const third = plan(after(then, second), asking({ by: 'rest' }, { goodsReturned: true }))
  expect(told(third.transfers)).toEqual([
    ['2120:B', '2010:O1', 7152],
    ['2120:C', '2010:O1', 410],
    ['2310:L1', '2010:O1', 246],
    ['4010', '2010:O1', 311],
    ['2810', '2010:O1', 18],
    ['2410', '2010:O1', 82],
    ['2010:O1', '2030:re', 8065],
    ['2010:O1', '5020', 154],
    ['2610', '2120:B', 40],
    ['2610', '1110', 40],
  ])
})

test('before acceptance everything comes out of escrow: the short pick of the worked example', () => {
  const line = { ...line2, lineId: 'O1:2', cashFen: fen(11_349), allianceFen: fen(217), weightG: 10_000, shares: [], isSettled: false }
  const { transfers } = plan(order([line], { isAccepted: false }), asking({ by: 'weight', weightG: 600 }))
  expect(told(transfers)).toEqual([
    ['2010:O1', '2030:re', 681],
    ['2010:O1', '5020', 13],
  ])
})

test('before its settlement a farm gives back from sales and a home from commission', () => {
  const { transfers } = plan(order([{ ...line2, isSettled: false }]), asking({ by: 'amount', cashFen: fen(3000) }))
  expect(told(transfers).slice(0, 2)).toEqual([
    ['2110:B', '2010:O1', 2660],
    ['2210:C', '2010:O1', 153],
  ])
})

test.each([
  ['farm', '2120:B'],
  ['carrier', '2520:K'],
  ['alliance', '5030'],
] as const)('by fault the %s alone bears it, commissions and coupons stand', (bearer, debit) => {
  const { refund, transfers } = plan(order([line2]), asking({ by: 'amount', cashFen: fen(800) }, { bearer }))
  expect(told(transfers)).toEqual([[debit, '2030:re', 800]])
  expect([cashOf(refund), couponOf(refund)]).toEqual([800, 0])
})

test('a delivery fee goes back from the pool, before acceptance from escrow', () => {
  const delivery = { ...asking({ by: 'rest' }), lines: [], deliveryFen: fen(1850) }
  expect(told(plan(order([line2]), delivery).transfers)).toEqual([['2510', '2030:re', 1850]])
  expect(told(plan(order([line2], { isAccepted: false }), delivery).transfers)).toEqual([['2010:O1', '2030:re', 1850]])
})

test('who calls off all that is still to come pays no delivery', () => {
  const toCome = { ...line2, shares: [], isToCome: true }
  const called = plan(order([toCome, { ...toCome, lineId: 'gone', isCancelled: true }], { isAccepted: false }), asking({ by: 'rest' }))
  expect(called.refund.deliveryFen).toBe(1850)
  expect(plan(order([toCome, { ...toCome, lineId: 'other' }], { isAccepted: false }), asking({ by: 'rest' })).refund.deliveryFen).toBe(0)
})

test('what cannot be refunded is refused by name', () => {
  const refusal = (asked: RefundAsked, change: Partial<OrderLeft> = {}) => {
    const answer = measureRefund(order([line2], change), asked)
    return answer.ok ? null : answer.refusal
  }
  expect(refusal(asking({ by: 'amount', cashFen: fen(11_067) }))).toEqual({ code: 'over_what_is_left', lineId: 'O1:2', leftFen: 11_066 })
  expect(refusal({ ...asking({ by: 'rest' }), lines: [{ lineId: 'another', part: { by: 'rest' } }] })).toEqual({
    code: 'not_of_this_order',
  })
  const twice = { lineId: 'O1:2', part: { by: 'rest' } as const }
  expect(refusal({ ...asking({ by: 'rest' }), lines: [twice, twice] })).toEqual({ code: 'not_of_this_order' })
  expect(refusal({ ...asking({ by: 'rest' }), lines: [] })).toEqual({ code: 'nothing_to_refund' })
  expect(refusal(asking({ by: 'rest' }, { deliveryFen: fen(1851) }))).toEqual({ code: 'over_delivery', leftFen: 1850 })
  expect(refusal(asking({ by: 'rest' }, { bearer: 'carrier' }), { carriers: [] })).toEqual({ code: 'no_carrier' })
})

const shares = fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 6, maxLength: 6 })
const accounts = ['2110:B', '2210:C', '2310:L1', '4010', '2810', '2410'] as const
const anyLine = fc
  .record({ amounts: shares, couponBp: fc.integer({ min: 0, max: 10_000 }), isSettled: fc.boolean() })
  .map(({ amounts, couponBp, isSettled }): LineLeft => {
    const base = amounts.reduce((sum, one) => sum + one, 0)
    const coupon = Math.floor((base * couponBp) / 10_000)
    return {
      ...line2,
      cashFen: fen(base - coupon),
      allianceFen: fen(coupon),
      quantity: 7,
      shares: accounts.map((account, index) => share(account, amounts[index]!)),
      isSettled,
    }
  })
const anyPart: fc.Arbitrary<PartAsked> = fc.oneof(
  fc.integer({ min: 1, max: 7 }).map((quantity) => ({ by: 'quantity' as const, quantity })),
  fc.integer({ min: 1, max: 2000 }).map((weightG) => ({ by: 'weight' as const, weightG })),
  fc.integer({ min: 1, max: 2_000_000 }).map((cashFen) => ({ by: 'amount' as const, cashFen: fen(cashFen) })),
)
const anyBearer = fc.constantFrom<RefundAsked['bearer'][]>('shared', 'shared', 'shared', 'farm', 'carrier', 'alliance')
const net = (transfers: readonly Transfer[], account: string): Fen =>
  sumFen(transfers.map(({ debit, credit, amountFen }) => fen((credit === account ? amountFen : 0) - (debit === account ? amountFen : 0))))

/** The first law a sequence of refunds breaks, by name; null when it breaks none. */
function brokenLaw(line: LineLeft, sequence: readonly (readonly [PartAsked, RefundAsked['bearer']])[]): string | null {
  let left = order([line])
  let cash = 0
  let onlyShared = true
  for (const [part, bearer] of [...sequence, [{ by: 'rest' }, 'shared'] as const]) {
    const measured = measureRefund(left, asking(part, { bearer }))
    if (!measured.ok) continue
    const transfers = bearRefund(left, measured.value, '2030:re')
    if (net(transfers, '2010:O1') !== 0) return 'escrow is left as it was'
    if (net(transfers, '2030:re') !== cashOf(measured.value)) return 'the customer gets the cash'
    cash += cashOf(measured.value)
    onlyShared &&= bearer === 'shared'
    left = after(left, { refund: measured.value, transfers })
    if (left.lines[0]!.shares.some(({ leftFen }) => leftFen < 0)) return 'no share goes below zero'
  }
  if (cash !== line.cashFen) return 'never more than was paid, and all of it in the end'
  const shared = sumFen(left.lines[0]!.shares.map(({ leftFen }) => leftFen))
  return onlyShared && shared !== 0 ? 'a full refund empties every share' : null
}

test('whatever sequence of refunds: fen are conserved, escrow is left as it was, no share goes below zero, and the rest is exact', () => {
  fc.assert(
    fc.property(anyLine, fc.array(fc.tuple(anyPart, anyBearer), { maxLength: 6 }), (line, sequence) => brokenLaw(line, sequence) === null),
    { numRuns: 20_000 },
  )
}, 60_000)

test('dispute 2 of the worked example, lost: every share goes back, to the dispute', () => {
  const lost: LineLeft = {
    ...line2,
    lineId: 'O2:1',
    producerId: 'A',
    cashFen: fen(4000),
    allianceFen: fen(0),
    shares: [share('2110:A', 3600), share('2210:C', 200), share('4010', 151), share('2810', 9), share('2410', 40)],
  }
  const planned = planLostDispute(order([lost], { orderId: 'O2', deliveryFen: fen(0) }), fen(4000), '1130:dp_2')
  expect(told(planned.transfers)).toEqual([
    ['2120:A', '2010:O2', 3600],
    ['2120:C', '2010:O2', 200],
    ['4010', '2010:O2', 151],
    ['2810', '2010:O2', 9],
    ['2410', '2010:O2', 40],
    ['2010:O2', '1130:dp_2', 4000],
  ])
  expect(planned.lossFen).toBe(0)
})

test('a lost dispute empties its account to the fen, whatever had been refunded before: first goods, then delivery, then our loss', () => {
  fc.assert(
    fc.property(anyLine, anyLine, fc.integer({ min: 1, max: 12_000_000 }), (one, other, amount) => {
      const left = order([one, { ...other, lineId: 'O1:3' }])
      const { transfers, lossFen } = planLostDispute(left, fen(amount), '1130:dp')
      expect(net(transfers, '1130:dp') + lossFen).toBe(amount)
      expect(lossFen).toBe(Math.max(0, amount - one.cashFen - other.cashFen - 1850))
      expect(net(transfers, '2010:O1')).toBe(0)
    }),
    { numRuns: 3000 },
  )
})
