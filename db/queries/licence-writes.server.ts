import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/connection.ts'
import { farms, products } from '#db/schema/index.ts'

/** @returns false when it stood so before, or there is no such farm */
export async function setLicensed(tx: Tx, { farmId, licensed }: { farmId: string; licensed: boolean }): Promise<boolean> {
  const changed = await tx
    .update(farms)
    .set({ licensed })
    .where(and(eq(farms.id, farmId), eq(farms.licensed, !licensed)))
    .returning({ id: farms.id })
  return changed.length === 1
}

/** @returns how many of the farm's products were on the shelf and are off it now */
export async function clearShelf(tx: Tx, { farmId, at }: { farmId: string; at: Date }): Promise<number> {
  const off = await tx
    .update(products)
    .set({ status: 'off', changedAt: at })
    .where(and(eq(products.farmId, farmId), eq(products.status, 'listed')))
    .returning({ id: products.id })
  return off.length
}
