import { invariant } from '#app/domain/invariant.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'

/** One line of an order: what it weighs on the road, and the leader's part of the saving by the agreement it was placed under. */
export type SavingPart = { readonly weightG: number; readonly savingBp: number }

const wholeBp = 10_000n

/**
 * The leader's part of what an order saved on the road. The saving is the whole order's and its lines may stand under different
 * agreements: each line brings its part of the weight, a gram at least, at its own agreement's rate; rounded down once.
 */
export function leaderSaving(savedFen: Fen, parts: readonly SavingPart[]): Fen {
  invariant(savedFen >= 0, 'a leader has no part of a loss')
  let weighed = 0n
  let whole = 0n
  for (const { weightG, savingBp } of parts) {
    const weight = BigInt(Math.max(1, weightG))
    weighed += weight * BigInt(savingBp)
    whole += weight
  }
  return whole === 0n ? fen(0) : fen(Number((BigInt(savedFen) * weighed) / (whole * wholeBp)))
}
