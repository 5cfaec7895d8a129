import { inArray } from 'drizzle-orm'
import type { Tx } from '#db/connection.ts'
import * as schema from '#db/schema/index.ts'
import { collectedFarms, collectedReadyFrom, nightDrivers, nightShifts } from './data/first-mile.ts'
import { insertMissing } from './insert-missing.server.ts'

/** Which farms are fetched from, by whom, on which shift. */
export async function seedFirstMile(tx: Tx): Promise<void> {
  await insertMissing(tx, schema.drivers, nightDrivers)
  await insertMissing(tx, schema.shifts, nightShifts)
  await tx
    .update(schema.farms)
    .set({ firstMile: 'collected', readyFrom: collectedReadyFrom })
    .where(inArray(schema.farms.id, collectedFarms))
}
