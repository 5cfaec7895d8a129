import { and, asc, desc, eq, gt, gte, isNull, or } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { farms, geographicalIndications, indicationRegistrations, products } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
export type NewRegistration = typeof indicationRegistrations.$inferInsert

/** Every registration with its names, the newest first under each indication. */
export const findRegistrations = (db: Db) =>
  db
    .select({
      id: indicationRegistrations.id,
      giCode: indicationRegistrations.giCode,
      giZh: geographicalIndications.nameZh,
      giEn: geographicalIndications.nameEn,
      areaZh: geographicalIndications.areaZh,
      areaEn: geographicalIndications.areaEn,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      crop: indicationRegistrations.crop,
      originZh: indicationRegistrations.originZh,
      number: indicationRegistrations.number,
      fromOn: indicationRegistrations.fromOn,
      untilOn: indicationRegistrations.untilOn,
    })
    .from(indicationRegistrations)
    .innerJoin(geographicalIndications, eq(geographicalIndications.code, indicationRegistrations.giCode))
    .innerJoin(farms, eq(farms.id, indicationRegistrations.farmId))
    .orderBy(asc(indicationRegistrations.giCode), desc(indicationRegistrations.fromOn), asc(indicationRegistrations.id))

/** Farms and indications to choose from. */
export async function findRegistrable(db: Db) {
  const [farmRows, indications] = await Promise.all([
    db.select({ id: farms.id, nameZh: farms.nameZh, nameEn: farms.nameEn }).from(farms).orderBy(asc(farms.position)),
    db
      .select({ code: geographicalIndications.code, nameZh: geographicalIndications.nameZh, nameEn: geographicalIndications.nameEn })
      .from(geographicalIndications)
      .orderBy(asc(geographicalIndications.code)),
  ])
  return { farms: farmRows, indications }
}

/** A registration that has ended may be written anew; one that runs is not written over. @returns false when one runs, or farm or name are unknown */
export async function writeRegistration(tx: Tx, row: NewRegistration, today: string): Promise<boolean> {
  const { giCode, farmId, crop } = row
  const ofThese = and(
    eq(indicationRegistrations.giCode, giCode),
    eq(indicationRegistrations.farmId, farmId),
    eq(indicationRegistrations.crop, crop),
  )
  const [known] = await tx.select({ id: farms.id }).from(farms).where(eq(farms.id, farmId))
  const [named] = await tx
    .select({ code: geographicalIndications.code })
    .from(geographicalIndications)
    .where(eq(geographicalIndications.code, giCode))
  if (!known || !named) return false
  const [running] = await tx
    .select({ id: indicationRegistrations.id })
    .from(indicationRegistrations)
    .where(and(ofThese, or(isNull(indicationRegistrations.untilOn), gte(indicationRegistrations.untilOn, today))))
  if (running) return false
  await tx.delete(indicationRegistrations).where(ofThese)
  await tx.insert(indicationRegistrations).values(row)
  return true
}

/** @returns whose registration ended, null when there is none that runs beyond that day */
export async function endRegistration(tx: Tx, { id, untilOn }: { id: string; untilOn: string }) {
  const [ended] = await tx
    .update(indicationRegistrations)
    .set({ untilOn })
    .where(
      and(eq(indicationRegistrations.id, id), or(isNull(indicationRegistrations.untilOn), gt(indicationRegistrations.untilOn, untilOn))),
    )
    .returning({ farmId: indicationRegistrations.farmId, giCode: indicationRegistrations.giCode, crop: indicationRegistrations.crop })
  return ended ?? null
}

/** A farm's products: what a registration of its own may change. */
export const findProductIdsOf = async (db: Db, farmId: string): Promise<string[]> =>
  (await db.select({ id: products.id }).from(products).where(eq(products.farmId, farmId))).map(({ id }) => id)

/** The cards of these products look different now. */
export const touchFarm = (tx: Tx, { farmId, now }: { farmId: string; now: Date }) =>
  tx.update(products).set({ changedAt: now }).where(eq(products.farmId, farmId))
