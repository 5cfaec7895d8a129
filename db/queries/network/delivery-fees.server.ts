import { eq, inArray } from 'drizzle-orm'
import { moveDeliveryFee } from '#app/domain/pricing/move-delivery-fee.ts'
import { chunksOf } from '#db/chunks-of.ts'
import type { Tx } from '#db/connection.ts'
import { orders } from '#db/schema/index.ts'

type Move = { orderIds: readonly string[]; from: string; to: string; leavesAll: boolean }

/** The orders' kept fees follow their goods into another wave, as `moveDeliveryFee` says; orders without kept fees have none to move. */
export async function moveDeliveryFees(tx: Tx, { orderIds, ...move }: Move) {
  for (const chunk of chunksOf([...orderIds], 200)) {
    const rows = await tx.select({ id: orders.id, fees: orders.deliveryFees }).from(orders).where(inArray(orders.id, chunk))
    for (const { id, fees } of rows) {
      const moved = fees === null ? null : moveDeliveryFee(fees, move)
      if (moved !== null && moved !== fees)
        await tx
          .update(orders)
          .set({ deliveryFees: [...moved] })
          .where(eq(orders.id, id))
    }
  }
}
