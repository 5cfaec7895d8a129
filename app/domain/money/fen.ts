import { invariant } from '#app/domain/invariant.ts'

/** A signed whole number of fen (1 yuan = 100 fen). The alliance trades in one currency, CNY. */
export type Fen = number & { readonly __unit: 'fen' }

export function fen(amount: number): Fen {
  invariant(Number.isSafeInteger(amount), `not a whole number of fen: ${amount}`)
  return amount as Fen
}

export const sumFen = (amounts: readonly Fen[]): Fen => fen(amounts.reduce((total, amount) => total + amount, 0))

/**
 * `amount × numerator / denominator`, rounded down, exactly (BigInt inside).
 * @throws {InvariantError} on a negative amount or factor, or a denominator that is not positive
 */
export function shareFen(amount: Fen, numerator: number, denominator: number): Fen {
  invariant(amount >= 0 && Number.isSafeInteger(numerator) && numerator >= 0, 'a share is taken of a whole, non-negative amount')
  invariant(Number.isSafeInteger(denominator) && denominator > 0, 'a share has a positive denominator')
  return fen(Number((BigInt(amount) * BigInt(numerator)) / BigInt(denominator)))
}
