import { type AcceptanceMove, breakdownOf } from '#app/domain/ledger/farm-statement.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { SettledLine } from './reckon-party.ts'

export type StepKey =
  | 'gross'
  | 'commissionPaid'
  | 'service'
  | 'brand'
  | 'margin'
  | 'reserve'
  | 'otherFees'
  | 'freight'
  | 'commission'
  | 'adjustments'
  | 'net'
  | 'broughtForward'
  | 'owing'
  | 'held'
  | 'tax'
  | 'payout'

/** One step from what was sold to what arrives: it moves the sum by an amount, or says how far it has come. */
export type PayoutStep = { key: StepKey; kind: 'move' | 'sum'; amountFen: Fen }

/**
 * From gross to the payout, step by step; steps of nothing are left out, sums never are. Every sum is what the moves before it
 * add up to. A debt larger than the net is carried on (`owing`), and nothing is paid.
 * @param acceptances how the price of what was sold was divided, in the same window
 */
export function explainPayout(line: SettledLine, acceptances: readonly AcceptanceMove[]): PayoutStep[] {
  const { commissionFen: paidFen, serviceFen, brandFen, marginFen, reserveFen } = breakdownOf(acceptances)
  const named = [paidFen, serviceFen, brandFen, marginFen, reserveFen]
  const otherFeesFen = line.feesFen - named.reduce((sum, amount) => sum + amount, 0)
  const payableFen = line.netFen + line.broughtForwardFen
  const steps: [StepKey, PayoutStep['kind'], number][] = [
    ['gross', 'move', line.grossFen],
    ['commissionPaid', 'move', -paidFen],
    ['service', 'move', -serviceFen],
    ['brand', 'move', -brandFen],
    ['margin', 'move', -marginFen],
    ['reserve', 'move', -reserveFen],
    ['otherFees', 'move', -otherFeesFen],
    ['freight', 'move', -line.freightFen],
    ['commission', 'move', line.commissionFen],
    ['adjustments', 'move', line.adjustmentsFen],
    ['net', 'sum', line.netFen],
    ['broughtForward', 'move', line.broughtForwardFen],
    ['owing', 'move', Math.max(0, -payableFen)],
    ['held', 'move', -line.heldFen],
    ['tax', 'move', -line.taxFen],
    ['payout', 'sum', line.payoutFen],
  ]
  return steps.flatMap(([key, kind, amount]) => (kind === 'move' && amount === 0 ? [] : [{ key, kind, amountFen: fen(amount) }]))
}

/** Where a step's bar lies on a common scale, as parts of its width; `zero` is where nothing is. */
export type DrawnStep = PayoutStep & { from: number; to: number }

export function drawSteps(steps: readonly PayoutStep[]): { zero: number; steps: DrawnStep[] } {
  let reached = 0
  const spans = steps.map(({ kind, amountFen }) => {
    if (kind === 'sum') return [0, amountFen] as const
    const from = reached
    reached += amountFen
    return [from, reached] as const
  })
  const ends = [0, ...spans.flat()]
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const part = (amount: number) => (high === low ? 0 : (amount - low) / (high - low))
  return {
    zero: part(0),
    steps: steps.map((step, index) => {
      const [from, to] = spans[index] ?? [0, 0]
      return { ...step, from: part(Math.min(from, to)), to: part(Math.max(from, to)) }
    }),
  }
}
