import { invariant } from '#app/domain/invariant.ts'
import { type Fen, fen } from './fen.ts'

/**
 * Splits `total` in proportion to `weights`; the shares sum to `total` exactly.
 *
 * Largest-remainder (Hamilton) method. Ties go to the earlier weight, so equal
 * inputs always give equal shares.
 *
 * @param total   fen; negative for a discount or refund
 * @param weights whole and non-negative, at least one positive; usually line subtotals in fen
 * @returns one share per weight, in order, each less than one fen from exact
 * @throws {InvariantError} on empty, all-zero, negative or fractional weights
 */
export function allocate(total: Fen, weights: readonly number[]): Fen[] {
  invariant(
    weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0),
    'weights must be whole and non-negative',
  )
  const weightSum = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  invariant(weightSum > 0n, 'at least one weight must be positive')

  const magnitude = BigInt(Math.abs(total))
  const parts = weights.map((weight, index) => {
    const numerator = magnitude * BigInt(weight)
    return { index, share: numerator / weightSum, remainder: numerator % weightSum }
  })

  const leftover = Number(magnitude - parts.reduce((sum, part) => sum + part.share, 0n))
  const largestRemainderFirst = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )
  for (const part of largestRemainderFirst.slice(0, leftover)) part.share += 1n

  const sign = total < 0 ? -1 : 1
  return parts.map((part) => fen(part.share === 0n ? 0 : sign * Number(part.share)))
}
