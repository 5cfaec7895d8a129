import { and, asc, eq, gt, gte, inArray, lte } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { waves, zones } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

const wave = { id: waves.id, zoneId: waves.zoneId, deliversOn: waves.deliversOn, cutoffAt: waves.cutoffAt, status: waves.status }

/** The waves customers order for (not their second parts) of some zones from a day on, whatever has become of them; earliest first. */
export const findWavesOfZones = (db: Db, { zoneIds, fromOn, untilOn }: { zoneIds: readonly string[]; fromOn: string; untilOn: string }) =>
  db
    .select(wave)
    .from(waves)
    .where(and(inArray(waves.zoneId, [...zoneIds]), eq(waves.part, 1), gte(waves.deliversOn, fromOn), lte(waves.deliversOn, untilOn)))
    .orderBy(asc(waves.deliversOn), asc(waves.id))

/** Open waves that are cut off until then, and have not been yet. */
export const findWavesClosing = (db: Db, { now, until }: { now: Date; until: Date }) =>
  db
    .select(wave)
    .from(waves)
    .where(and(eq(waves.status, 'open'), eq(waves.part, 1), gt(waves.cutoffAt, now), lte(waves.cutoffAt, until)))
    .orderBy(asc(waves.cutoffAt), asc(waves.id))

/** The zones' names, in their order. */
export const findZoneNames = (db: Db) =>
  db.select({ id: zones.id, nameZh: zones.nameZh, nameEn: zones.nameEn }).from(zones).orderBy(asc(zones.position))
