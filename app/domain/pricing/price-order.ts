import type { Detour } from '#app/domain/delivery/cheapest-detour.ts'
import { type CourierZone, savingOf } from '#app/domain/delivery/direct-shipping.ts'
import type { StorageClass } from '#app/domain/delivery/load.ts'
import { quoteDeliveryFee } from '#app/domain/delivery/quote-delivery-fee.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { invariant } from '#app/domain/invariant.ts'
import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'

/** Each started 5 kg of a drop beyond its first 10. */
const stepFen = fen(200)

export type PricedLine = {
  farmId: string
  waveId: string
  quantity: number
  unitPriceFen: Fen
  /** of one unit, packed */
  grossWeightG: number
  storage: StorageClass
  courierZone: CourierZone
}

/**
 * One wave's part of the delivery fee and where it comes from: `leastFen` is what a drop of this weight is charged at least,
 * `detour` what calling there takes where that was looked at, `directFen` what every farm shipping its own parcel would cost.
 */
export type WaveFee = { waveId: string; feeFen: Fen; weightG: number; leastFen: Fen; detour: Detour | null; directFen: Fen }
export type OrderPrice = { goodsFen: Fen; deliveries: WaveFee[]; deliveryFen: Fen; totalFen: Fen; directFen: Fen; savedFen: Fen }

/**
 * What an order costs: the goods, one drop fee for each wave it comes in, and beside it what every farm shipping its own
 * parcel would have cost (S0). A door pays what its detour costs the wave, never less than the wave's own fee and, above that,
 * never more than direct shipping; a pick-up point half the wave's fee, for one stop serves many.
 *
 * @param dropFees the least fee of one drop in each wave, fen
 * @param detours what calling at the door takes in each wave, where that is known
 * @throws {InvariantError} on a line whose wave has no fee
 */
export function priceOrder(
  lines: readonly PricedLine[],
  dropFees: ReadonlyMap<string, Fen>,
  delivery: 'door' | 'pickup',
  detours: ReadonlyMap<string, Detour> = new Map(),
): OrderPrice {
  const goodsFen = sumFen(lines.map((line) => fen(line.unitPriceFen * line.quantity)))
  const deliveries = [...groupBy(lines, (line) => line.waveId)].map(([waveId, ofWave]) => {
    const baseFen = dropFees.get(waveId)
    invariant(baseFen !== undefined, `wave ${waveId} has no fee`)
    const weightG = ofWave.reduce((sum, line) => sum + line.grossWeightG * line.quantity, 0)
    const doorFen = quoteDeliveryFee({ baseFen, stepFen }, weightG)
    const { directFen } = savingOf(ofWave.map(shippedLine), fen(0))
    if (delivery === 'pickup') {
      const leastFen = fen(Math.floor(doorFen / 2))
      return { waveId, weightG, feeFen: leastFen, leastFen, detour: null, directFen }
    }
    const detour = detours.get(waveId) ?? null
    const askedFen = detour === null ? doorFen : detour.costFen + doorFen - baseFen
    return { waveId, weightG, feeFen: fen(Math.max(doorFen, Math.min(askedFen, directFen))), leastFen: doorFen, detour, directFen }
  })
  const deliveryFen = sumFen(deliveries.map((d) => d.feeFen))
  const { directFen, savedFen } = savingOf(lines.map(shippedLine), deliveryFen)
  return { goodsFen, deliveries, deliveryFen, totalFen: fen(goodsFen + deliveryFen), directFen, savedFen }
}

const shippedLine = (line: PricedLine) => ({
  farmId: line.farmId,
  weightG: line.grossWeightG * line.quantity,
  storage: line.storage,
  farm: line,
})
