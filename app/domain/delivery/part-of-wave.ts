import { allocate } from '#app/domain/money/allocate.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'

/** A wave an order comes in and that is not reckoned yet, with the delivery fee charged for it. */
export type OpenWave = { readonly waveId: string; readonly feeFen: number }

/**
 * What a wave is reckoned with of an order's delivery fee, or of its leader's part of the saving: what no wave was reckoned with
 * yet, over the order's waves still to be reckoned, by the fee charged for each. The last takes the rest.
 */
export function partOfWave(waveId: string, leftFen: Fen, open: readonly OpenWave[]): Fen {
  if (leftFen <= 0) return fen(0)
  const ordered = [...open].sort((a, b) => (a.waveId < b.waveId ? -1 : 1))
  const charged = ordered.some(({ feeFen }) => feeFen > 0)
  const parts = allocate(
    leftFen,
    ordered.map(({ feeFen }) => (charged ? feeFen : 1)),
  )
  return parts[ordered.findIndex((wave) => wave.waveId === waveId)] ?? fen(0)
}
