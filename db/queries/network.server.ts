import { asc, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { districts, farms, hubs, pickupPoints, zones } from '#db/schema/index.ts'

export type Network = Awaited<ReturnType<typeof loadNetwork>>

const livesMs = 10_000
let cached: { network: Promise<Network>; reader: object; until: number } | undefined

/**
 * Hubs, zones, districts, pick-up points and where the farms lie. They change a few times a year, so each process keeps
 * them for ten seconds; prices, stock, waves and terms are never read from here.
 */
export function findNetwork(reader: Pick<Reader, 'select'>, nowMs: number): Promise<Network> {
  if (!cached || cached.reader !== reader || cached.until < nowMs) cached = { network: loadNetwork(reader), reader, until: nowMs + livesMs }
  return cached.network
}

async function loadNetwork(reader: Pick<Reader, 'select'>) {
  const [hubRows, zoneRows, districtRows, pointRows, farmRows] = await Promise.all([
    reader.select().from(hubs),
    reader.select().from(zones).orderBy(asc(zones.position)),
    reader.select().from(districts).orderBy(asc(districts.position)),
    reader.select().from(pickupPoints).orderBy(asc(pickupPoints.position)),
    reader
      .select({
        id: farms.id,
        lat: farms.lat,
        lon: farms.lon,
        leadDays: farms.leadDays,
        nameZh: farms.nameZh,
        nameEn: farms.nameEn,
        slug: farms.slug,
      })
      .from(farms)
      .orderBy(asc(farms.position)),
  ])
  return {
    hubs: hubRows,
    zones: zoneRows,
    districts: new Map(districtRows.map((district) => [district.id, district])),
    pickupPoints: new Map(pointRows.map((point) => [point.id, point])),
    farms: new Map(farmRows.map((farm) => [farm.id, farm])),
  }
}

/** Names of farms, for screens that list what comes from whom. */
export const findFarmNames = (reader: Pick<Reader, 'select'>, farmIds: string[]) =>
  reader
    .select({ id: farms.id, slug: farms.slug, nameZh: farms.nameZh, nameEn: farms.nameEn })
    .from(farms)
    .where(inArray(farms.id, farmIds))
