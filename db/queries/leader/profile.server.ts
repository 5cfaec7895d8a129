import { eq } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { customers, leaders, pickupPoints, zones } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** A leader with their community, their pick-up point and its zone, and themselves as the buyer; null when there is none. */
export async function findLeaderProfile(db: Db, leaderId: string) {
  const [profile] = await db
    .select({
      leaderId: leaders.id,
      customerId: leaders.customerId,
      name: customers.name,
      phone: customers.phone,
      email: customers.email,
      kind: leaders.kind,
      invoiceTitle: leaders.invoiceTitle,
      taxNumber: leaders.taxNumber,
      communityZh: leaders.communityZh,
      communityEn: leaders.communityEn,
      creditLimitFen: leaders.creditLimitFen,
      pickupPointId: pickupPoints.id,
      pointZh: pickupPoints.nameZh,
      pointEn: pickupPoints.nameEn,
      addressZh: pickupPoints.addressZh,
      addressEn: pickupPoints.addressEn,
      windowFrom: pickupPoints.windowFrom,
      windowTo: pickupPoints.windowTo,
      zoneId: zones.id,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
    })
    .from(leaders)
    .innerJoin(customers, eq(customers.id, leaders.customerId))
    .innerJoin(pickupPoints, eq(pickupPoints.id, leaders.pickupPointId))
    .innerJoin(zones, eq(zones.id, pickupPoints.zoneId))
    .where(eq(leaders.id, leaderId))
  return profile ?? null
}
export type LeaderProfile = NonNullable<Awaited<ReturnType<typeof findLeaderProfile>>>
