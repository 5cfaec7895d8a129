import type { Reader } from '#db/connection.ts'
import { findNetwork } from '../network/network.server.ts'

/**
 * Where an order can go: every named district in the order people look for them (one without a zone is not
 * delivered to), and the pick-up points, zone by zone.
 */
export async function findPlaces(db: Pick<Reader, 'select'>, now: Date) {
  const { zones, districts, pickupPoints } = await findNetwork(db, now.getTime())
  const openZones = new Set(zones.filter(({ status }) => status === 'open').map(({ id }) => id))
  return {
    districts: [...districts.values()].map(({ id, zoneId, nameZh, nameEn }) => ({
      id,
      nameZh,
      nameEn,
      delivered: openZones.has(zoneId ?? ''),
    })),
    pickupZones: zones
      .filter(({ id }) => openZones.has(id))
      .map((zone) => ({
        id: zone.id,
        nameZh: zone.nameZh,
        nameEn: zone.nameEn,
        points: [...pickupPoints.values()]
          .filter((point) => point.zoneId === zone.id && point.status === 'open')
          .map(({ id, nameZh, nameEn, addressZh, addressEn, windowFrom, windowTo }) => ({
            id,
            nameZh,
            nameEn,
            addressZh,
            addressEn,
            windowFrom,
            windowTo,
          })),
      }))
      .filter((zone) => zone.points.length > 0),
  }
}
