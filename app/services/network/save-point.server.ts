import { zoneOf } from '#app/domain/delivery/zone.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import * as desk from '#db/queries/network/network-desk.server.ts'

export type PointDraft = {
  nameZh: string
  nameEn: string
  addressZh: string
  addressEn: string
  windowFrom: string
  windowTo: string
  lat: number
  lon: number
  capacityOrders: number
  instructionsZh: string
  instructionsEn: string
  status: 'open' | 'closed'
}
type SavePoint = { pointId: string | null; version: number; point: PointDraft; userId: string; now: Date }
export type SavePointRefusal =
  | { code: 'unknown_point' }
  | { code: 'outside_zones' }
  | { code: 'ends_before_it_begins' }
  | { code: 'changed_meanwhile' }

/** Saves a pick-up point; it belongs to the open zone it stands in. */
export function savePoint(
  { transact }: Pick<Database, 'transact'>,
  { pointId, version, point, userId, now }: SavePoint,
): Promise<Result<{ pointId: string }, SavePointRefusal>> {
  return transact(async (tx) => {
    if (pointId !== null && !(await desk.findPoint(tx, pointId))) return refuse({ code: 'unknown_point' })
    if (point.windowTo <= point.windowFrom) return refuse({ code: 'ends_before_it_begins' })
    const zones = (await desk.findZones(tx)).filter(({ status }) => status === 'open')
    const zone = zoneOf(
      point,
      zones.map(({ id, polygon }) => ({ id, rings: [polygon] })),
    )
    if (!zone) return refuse({ code: 'outside_zones' })
    const id = pointId ?? newId('pup')
    const change = { ...point, zoneId: zone.id }
    if (pointId === null) await desk.insertPoint(tx, { id, ...change, position: (await desk.findPoints(tx)).length })
    else if (!(await desk.updatePoint(tx, id, version, change))) return refuse({ code: 'changed_meanwhile' })
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'pickup_point_saved', subject: id, detail: change, at: now })
    return accept({ pointId: id })
  })
}
