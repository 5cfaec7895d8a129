import { type Fen, fen } from '#app/domain/money/fen.ts'
import { type ShippedLine, savingOf } from './direct-shipping.ts'
import type { WaveCost } from './share-wave-cost.ts'

/** One consignment's goods of one storage class. */
export type CarriedGoods = ShippedLine & { readonly orderId: string }

export type FarmComparison = { farmId: string; orders: number; directFen: Fen; costFen: Fen }

/**
 * What the wave cost each farm beside what its couriers would have cost (S0): one parcel for each of its orders.
 *
 * @param carried what rode in the plan; goods of unserved drops are on neither side of the comparison
 * @returns by farm id; the costs add up to the wave's
 */
export function compareWave(carried: readonly CarriedGoods[], cost: WaveCost): { directFen: Fen; byFarm: FarmComparison[] } {
  const farms = new Map<string, Map<string, CarriedGoods[]>>()
  for (const goods of carried) {
    const orders = farms.get(goods.farmId) ?? farms.set(goods.farmId, new Map()).get(goods.farmId)!
    orders.set(goods.orderId, [...(orders.get(goods.orderId) ?? []), goods])
  }
  const byFarm = [...farms]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([farmId, orders]) => ({
      farmId,
      orders: orders.size,
      directFen: fen([...orders.values()].reduce((sum, parcel) => sum + savingOf(parcel, fen(0)).directFen, 0)),
      costFen: cost.byFarm.get(farmId) ?? fen(0),
    }))
  return { directFen: fen(byFarm.reduce((sum, farm) => sum + farm.directFen, 0)), byFarm }
}
