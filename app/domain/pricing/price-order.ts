import { type CourierZone, savingOf } from '#app/domain/delivery/direct-shipping.ts'
import type { StorageClass } from '#app/domain/delivery/load.ts'
import { quoteDeliveryFee } from '#app/domain/delivery/quote-delivery-fee.ts'
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

export type WaveFee = { waveId: string; feeFen: Fen; weightG: number }
export type OrderPrice = { goodsFen: Fen; deliveries: WaveFee[]; deliveryFen: Fen; totalFen: Fen; directFen: Fen; savedFen: Fen }

/**
 * What an order costs: the goods, one drop fee for each wave it comes in, and beside it what every farm shipping its own
 * parcel would have cost (S0). A pick-up point takes half the fee: one stop serves many.
 *
 * @param dropFees the fee of one drop in each wave, fen
 * @throws {InvariantError} on a line whose wave has no fee
 */
export function priceOrder(lines: readonly PricedLine[], dropFees: ReadonlyMap<string, Fen>, delivery: 'door' | 'pickup'): OrderPrice {
  const goodsFen = sumFen(lines.map((line) => fen(line.unitPriceFen * line.quantity)))
  const weights = new Map<string, number>()
  for (const line of lines) weights.set(line.waveId, (weights.get(line.waveId) ?? 0) + line.grossWeightG * line.quantity)
  const deliveries = [...weights].map(([waveId, weightG]) => {
    const baseFen = dropFees.get(waveId)
    invariant(baseFen !== undefined, `wave ${waveId} has no fee`)
    const doorFen = quoteDeliveryFee({ baseFen, stepFen }, weightG)
    return { waveId, weightG, feeFen: delivery === 'pickup' ? fen(Math.floor(doorFen / 2)) : doorFen }
  })
  const deliveryFen = sumFen(deliveries.map((d) => d.feeFen))
  const parcels = lines.map((line) => ({
    farmId: line.farmId,
    weightG: line.grossWeightG * line.quantity,
    storage: line.storage,
    farm: line,
  }))
  const { directFen, savedFen } = savingOf(parcels, deliveryFen)
  return { goodsFen, deliveries, deliveryFen, totalFen: fen(goodsFen + deliveryFen), directFen, savedFen }
}
