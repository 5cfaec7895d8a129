import { eq } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { farms } from '#db/schema/index.ts'

/** The farm as its own people see it in the back office. */
export async function findFarmProfile(db: Pick<Reader, 'select'>, farmId: string) {
  const [farm] = await db
    .select({
      id: farms.id,
      slug: farms.slug,
      code: farms.code,
      nameZh: farms.nameZh,
      nameEn: farms.nameEn,
      countyZh: farms.countyZh,
      countyEn: farms.countyEn,
      licensed: farms.licensed,
      licensedUntilOn: farms.licensedUntilOn,
      pictureId: farms.pictureId,
      hostName: farms.hostName,
    })
    .from(farms)
    .where(eq(farms.id, farmId))
  return farm ?? null
}
export type FarmProfile = NonNullable<Awaited<ReturnType<typeof findFarmProfile>>>

/** How the farm stood before the alliance and stands now (S0 table 2). */
export async function findFarmFigures(db: Pick<Reader, 'select'>, farmId: string) {
  const [figures] = await db
    .select({
      landMuBefore: farms.landMuBefore,
      landMuNow: farms.landMuNow,
      customersBefore: farms.customersBefore,
      customersNow: farms.customersNow,
      productsBefore: farms.productsBefore,
      productsNow: farms.productsNow,
      soldOutsideBeforePct: farms.soldOutsideBeforePct,
      soldOutsideNowPct: farms.soldOutsideNowPct,
      logisticsBeforeLowFen: farms.logisticsBeforeLowFen,
      logisticsBeforeHighFen: farms.logisticsBeforeHighFen,
      logisticsNowLowFen: farms.logisticsNowLowFen,
      logisticsNowHighFen: farms.logisticsNowHighFen,
    })
    .from(farms)
    .where(eq(farms.id, farmId))
  return figures ?? null
}
