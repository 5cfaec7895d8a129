import { fen } from '#app/domain/money/fen.ts'
import type { WaveFee } from './price-order.ts'

/**
 * An order's delivery fees once what it has in one wave is brought by another: the customer's fee goes along, to the fen, and is
 * added to what was charged there already. While something still rides where it was, the fee stays with that.
 */
export function moveDeliveryFee(
  fees: readonly WaveFee[],
  { from, to, leavesAll }: { from: string; to: string; leavesAll: boolean },
): readonly WaveFee[] {
  const moved = fees.find(({ waveId }) => waveId === from)
  if (!moved || !leavesAll || from === to) return fees
  const there = fees.find(({ waveId }) => waveId === to)
  const others = fees.filter((fee) => fee !== moved && fee !== there)
  return [...others, there ? added(there, moved) : { ...moved, waveId: to }]
}

function added(there: WaveFee, moved: WaveFee): WaveFee {
  return {
    ...there,
    feeFen: fen(there.feeFen + moved.feeFen),
    weightG: there.weightG + moved.weightG,
    leastFen: fen(there.leastFen + moved.leastFen),
    detour: null,
    directFen: fen(there.directFen + moved.directFen),
  }
}
