import { and, asc, eq, gte, isNotNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { farms, products } from '#db/schema/index.ts'

type Licence = { farmId: string; licensed: boolean; untilOn: string | null }

/** @returns false when it stood so before, or there is no such farm */
export async function setLicensed(tx: Tx, { farmId, licensed, untilOn }: Licence): Promise<boolean> {
  const changed = await tx
    .update(farms)
    .set({ licensed, licensedUntilOn: untilOn })
    .where(and(eq(farms.id, farmId), or(eq(farms.licensed, !licensed), ne(sql`coalesce(${farms.licensedUntilOn}, '')`, untilOn ?? ''))))
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

const ending = {
  farmId: farms.id,
  nameZh: farms.nameZh,
  nameEn: farms.nameEn,
  untilOn: sql<string>`${farms.licensedUntilOn}`,
}

/** Farms whose licence ended before today, and who still hold it. */
export const findLapsedLicences = (db: Pick<Reader, 'select'>, today: string) =>
  db
    .select(ending)
    .from(farms)
    .where(and(eq(farms.licensed, true), isNotNull(farms.licensedUntilOn), lt(farms.licensedUntilOn, today)))

/** Licences that end from today to that day, the first to end first. */
export const findEndingLicences = (db: Pick<Reader, 'select'>, { today, byOn }: { today: string; byOn: string }) =>
  db
    .select(ending)
    .from(farms)
    .where(and(eq(farms.licensed, true), gte(farms.licensedUntilOn, today), lte(farms.licensedUntilOn, byOn)))
    .orderBy(asc(farms.licensedUntilOn), asc(farms.position))
