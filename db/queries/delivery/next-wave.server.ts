import { and, asc, eq, gt, lt } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { waves, zones } from '#db/schema/index.ts'

/** The open wave that closes next and still has room, with the part of town it goes to. */
export async function findNextWave(db: Pick<Reader, 'select'>, now: Date) {
  const [wave] = await db
    .select({ deliversOn: waves.deliversOn, cutoffAt: waves.cutoffAt, zoneZh: zones.nameZh, zoneEn: zones.nameEn })
    .from(waves)
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .where(and(eq(waves.status, 'open'), gt(waves.cutoffAt, now), lt(waves.bookedDrops, waves.capacityDrops)))
    .orderBy(asc(waves.cutoffAt), asc(zones.position))
    .limit(1)
  return wave ?? null
}
export type NextWave = NonNullable<Awaited<ReturnType<typeof findNextWave>>>
