import { and, asc, eq, gte, inArray, lt, ne, sql } from 'drizzle-orm'
import { addDays, businessDay } from '#app/domain/business-day.ts'
import type { Place } from '#app/domain/delivery/distance.ts'
import type { Reader } from '#db/connection.ts'
import { consignments, drops, orderContacts, waves } from '#db/schema/index.ts'
import type { Network } from '../network/network.server.ts'

type Db = Pick<Reader, 'select'>

/** Where a wave of the zone goes as far as is known: the hub, its pick-up points, where its last waves went, who has paid for this one. */
export type KnownPlaces = { of: (waveId: string) => readonly Place[] }

const livesMs = 10_000
const pastDays = 28
/** More than these many about a hundred metres apart say nothing new. */
const mostCells = 400

type Cached = { at: number; known: Promise<KnownPlaces> }
const cached = new WeakMap<object, Map<string, Cached>>()

/**
 * Read once in ten seconds for each zone, outside any transaction: a fee is an offer, and what was shown is asked about when it
 * has risen meanwhile. Places are the middles of cells of a thousandth of a degree, so nobody's door is kept.
 */
export function findKnownPlaces(reader: Db, network: Network, { zoneId, now }: { zoneId: string; now: Date }): Promise<KnownPlaces> {
  const zones = cached.get(reader) ?? new Map<string, Cached>()
  cached.set(reader, zones)
  const kept = zones.get(zoneId)
  const at = now.getTime()
  if (kept && Math.abs(at - kept.at) < livesMs) return kept.known
  const known = loadPlaces(reader, network, { zoneId, now })
  zones.set(zoneId, { at, known })
  known.catch(() => zones.delete(zoneId))
  return known
}

async function loadPlaces(db: Db, network: Network, { zoneId, now }: { zoneId: string; now: Date }): Promise<KnownPlaces> {
  const [booked, visited] = await Promise.all([findBooked(db, zoneId), findVisited(db, zoneId, businessDay(now))])
  const zone = network.zones.find(({ id }) => id === zoneId)
  const always = [
    ...network.hubs.filter(({ id }) => id === zone?.hubId),
    ...[...network.pickupPoints.values()].filter((point) => point.zoneId === zoneId && point.status === 'open'),
    ...visited.map(middleOf),
  ].map(({ lat, lon }) => ({ lat, lon }))
  const byWave = new Map<string, Place[]>()
  for (const cell of booked) byWave.set(cell.waveId, [...(byWave.get(cell.waveId) ?? always), middleOf(cell)])
  return { of: (waveId) => byWave.get(waveId) ?? always }
}

const cellOf = (column: typeof orderContacts.lat | typeof orderContacts.lon | typeof drops.lat | typeof drops.lon) =>
  sql<number>`cast(round(${column} * 1000) as integer)`.mapWith(Number)
const middleOf = (cell: { lat: number; lon: number }): Place => ({ lat: cell.lat / 1000, lon: cell.lon / 1000 })

const findBooked = (db: Db, zoneId: string) =>
  db
    .select({ waveId: consignments.waveId, lat: cellOf(orderContacts.lat), lon: cellOf(orderContacts.lon) })
    .from(waves)
    .innerJoin(consignments, and(eq(consignments.waveId, waves.id), ne(consignments.status, 'cancelled')))
    .innerJoin(orderContacts, eq(orderContacts.orderId, consignments.orderId))
    .where(and(eq(waves.zoneId, zoneId), eq(waves.status, 'open')))
    .groupBy(consignments.waveId, cellOf(orderContacts.lat), cellOf(orderContacts.lon))
    .orderBy(asc(consignments.waveId), asc(cellOf(orderContacts.lat)), asc(cellOf(orderContacts.lon)))
    .limit(mostCells)

const findVisited = (db: Db, zoneId: string, today: string) =>
  db
    .select({ lat: cellOf(drops.lat), lon: cellOf(drops.lon) })
    .from(waves)
    .innerJoin(drops, eq(drops.waveId, waves.id))
    .where(
      and(
        eq(waves.zoneId, zoneId),
        gte(waves.deliversOn, addDays(today, -pastDays)),
        lt(waves.deliversOn, today),
        inArray(waves.status, ['closed', 'on_road', 'done']),
      ),
    )
    .groupBy(cellOf(drops.lat), cellOf(drops.lon))
    .orderBy(asc(cellOf(drops.lat)), asc(cellOf(drops.lon)))
    .limit(mostCells)
