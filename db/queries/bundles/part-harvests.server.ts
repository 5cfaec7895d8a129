import { and, asc, eq, gt, gte, inArray, or } from 'drizzle-orm'
import { holdsLicence } from '#app/domain/brands/marks-of.ts'
import type { Reader } from '#db/connection.ts'
import { farms, lots, presales } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** The harvests of some sizes that still matter: in and good, in and left over, or only expected; whose each is, the earliest first. */
export async function findPartHarvests(db: Db, { variantIds, today }: { variantIds: readonly string[]; today: string }) {
  if (variantIds.length === 0) return []
  const rows = await db
    .select({
      lotId: lots.id,
      variantId: lots.variantId,
      harvestedOn: lots.harvestedOn,
      bestBeforeOn: lots.bestBeforeOn,
      available: lots.available,
      forecast: lots.forecast,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      standing: { licensed: farms.licensed, licensedUntilOn: farms.licensedUntilOn },
    })
    .from(lots)
    .innerJoin(farms, eq(farms.id, lots.farmId))
    .where(and(inArray(lots.variantId, [...variantIds]), or(gte(lots.bestBeforeOn, today), gt(lots.available, 0))))
    .orderBy(asc(lots.harvestedOn), asc(lots.id))
  return rows.map(({ standing, ...row }) => ({ ...row, isVouched: holdsLicence(standing, today) }))
}

/** The day on which the harvest of each of these sizes that is sold ahead now is expected to begin. */
export const findPresoldFrom = async (db: Db, variantIds: readonly string[]): Promise<Map<string, string>> =>
  new Map(
    variantIds.length === 0
      ? []
      : (
          await db
            .select({ variantId: presales.variantId, harvestFromOn: presales.harvestFromOn })
            .from(presales)
            .where(and(inArray(presales.variantId, [...variantIds]), eq(presales.status, 'open')))
        ).map(({ variantId, harvestFromOn }) => [variantId, harvestFromOn]),
  )
