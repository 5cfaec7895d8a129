import { savingOf } from '#app/domain/delivery/direct-shipping.ts'
import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'
import { type PricedLine, priceOrder, type WaveFee } from './price-order.ts'

/** One farm's goods as the parcel it would send by itself. */
export type DirectParcel = { farmId: string; weightG: number; directFen: Fen }

/** What each farm shipping its own parcel would cost (S0), farms in the order of the lines. The sum is the order's direct cost. */
export function directParcels(lines: readonly PricedLine[]): DirectParcel[] {
  const farmIds = [...new Set(lines.map((line) => line.farmId))]
  return farmIds.map((farmId) => {
    const shipped = lines
      .filter((line) => line.farmId === farmId)
      .map((line) => ({ farmId, weightG: line.grossWeightG * line.quantity, storage: line.storage, farm: line }))
    return { farmId, weightG: shipped.reduce((sum, line) => sum + line.weightG, 0), directFen: savingOf(shipped, fen(0)).directFen }
  })
}

export type Frozen = { delivery: 'door' | 'pickup'; deliveryFen: Fen; directFen: Fen }
export type Itemised = { deliveries: WaveFee[] | null; parcels: DirectParcel[] | null }

/**
 * How a placed order's delivery and direct cost come about. The amounts were frozen when it was placed: where today's
 * rates no longer give them, the parts are null and the frozen sums stand alone.
 */
export function itemiseOrder(lines: readonly PricedLine[], dropFees: ReadonlyMap<string, Fen>, frozen: Frozen): Itemised {
  const { deliveries, deliveryFen } = priceOrder(lines, dropFees, frozen.delivery)
  const parcels = directParcels(lines)
  return {
    deliveries: deliveryFen === frozen.deliveryFen ? deliveries : null,
    parcels: sumFen(parcels.map((parcel) => parcel.directFen)) === frozen.directFen ? parcels : null,
  }
}
