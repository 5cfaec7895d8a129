import { asc, eq } from 'drizzle-orm'
import { businessDay } from '#app/domain/business-day.ts'
import { cheapestDriving } from '#app/domain/delivery/fleet-of-day.ts'
import type { Reader } from '#db/client.server.ts'
import { carrierTariffs, districts, farms, hubs, pickupPoints, vehicles, zones } from '#db/schema/index.ts'

export type Network = Awaited<ReturnType<typeof loadNetwork>>

const livesMs = 10_000
let cached: { network: Promise<Network>; reader: object; until: number } | undefined

/**
 * Hubs, zones, districts, pick-up points, where the farms lie and what driving costs. They change a few times a year, so each process keeps
 * them for ten seconds; prices, stock, waves and terms are never read from here.
 */
export function findNetwork(reader: Pick<Reader, 'select'>, nowMs: number): Promise<Network> {
  if (!cached || cached.reader !== reader || cached.until < nowMs || cached.until > nowMs + livesMs)
    cached = { network: loadNetwork(reader, nowMs), reader, until: nowMs + livesMs }
  return cached.network
}

async function loadNetwork(reader: Pick<Reader, 'select'>, nowMs: number) {
  const [hubRows, zoneRows, districtRows, pointRows, farmRows, vehicleRows, tariffRows] = await Promise.all([
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
    reader.select().from(vehicles).where(eq(vehicles.status, 'open')).orderBy(asc(vehicles.id)),
    reader.select().from(carrierTariffs),
  ])
  const today = businessDay(new Date(nowMs))
  const ratesAt = (hubId: string) =>
    cheapestDriving(
      vehicleRows.filter((vehicle) => vehicle.hubId === hubId),
      tariffRows,
      today,
    )
  return {
    hubs: hubRows,
    zones: zoneRows,
    districts: new Map(districtRows.map((district) => [district.id, district])),
    pickupPoints: new Map(pointRows.map((point) => [point.id, point])),
    farms: new Map(farmRows.map((farm) => [farm.id, farm])),
    /** by zone: what its hub's cheapest vehicle costs to drive today; null without any */
    rates: new Map(zoneRows.map(({ id, hubId }) => [id, ratesAt(hubId)])),
  }
}
