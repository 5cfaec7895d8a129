import { businessDay } from '#app/domain/business-day.ts'
import { checkZoneShape, type ZoneShapeRefusal } from '#app/domain/delivery/check-zone-shape.ts'
import { zoneOf } from '#app/domain/delivery/zone.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { moveUnusedWaves } from '#db/queries/network/hubs.server.ts'
import * as desk from '#db/queries/network/network-desk.server.ts'

export type ZoneDraft = {
  nameZh: string
  nameEn: string
  hubId: string
  corners: readonly (readonly [number, number])[]
  status: 'open' | 'closed'
}
export type SaveZone = {
  /** null: a new one */
  zoneId: string | null
  /** as it was when the form was shown */
  version: number
  zone: ZoneDraft
  userId: string
  now: Date
}
export type SaveZoneRefusal =
  | ZoneShapeRefusal
  | { code: 'unknown_zone' }
  | { code: 'unknown_hub' | 'hub_closed' }
  | { code: 'changed_meanwhile' }

/** Saves one zone as it was drawn. Waves nobody has ordered for go out from its hub, the others from where they were promised. Districts whose middle lies in it are delivered to from now on, those it no longer holds are not. */
export const saveZone = ({ transact }: Pick<Database, 'transact'>, edit: SaveZone): Promise<Result<{ zoneId: string }, SaveZoneRefusal>> =>
  transact(async (tx) => {
    const saved = await saveZoneInside(tx, edit)
    if (saved.ok) await assignDistricts(tx)
    return saved
  })

/** The same in a transaction of somebody else's, who assigns the districts at the end. */
export async function saveZoneInside(
  tx: Tx,
  { zoneId, version, zone, userId, now }: SaveZone,
): Promise<Result<{ zoneId: string }, SaveZoneRefusal>> {
  await desk.lockZones(tx)
  const [zones, hubs] = [await desk.findZones(tx), await desk.findHubs(tx)]
  if (zoneId !== null && !zones.some(({ id }) => id === zoneId)) return refuse({ code: 'unknown_zone' })
  const hub = hubs.find(({ id }) => id === zone.hubId)
  if (!hub) return refuse({ code: 'unknown_hub' })
  if (hub.status === 'closed' && zone.status === 'open') return refuse({ code: 'hub_closed' })
  const neighbours = zone.status === 'open' ? zones.filter(({ id, status }) => id !== zoneId && status === 'open') : []
  const shape = checkZoneShape(zone.corners, neighbours)
  if (!shape.ok) return shape
  const { corners, ...named } = zone
  const change = { ...named, polygon: shape.value }
  const id = zoneId ?? newId('zon')
  if (zoneId === null) {
    await desk.insertZone(tx, { id, ...change, position: zones.length })
  } else if (!(await desk.updateZone(tx, zoneId, version, change))) return refuse({ code: 'changed_meanwhile' })
  const before = zones.find((one) => one.id === zoneId)
  if (before && before.hubId !== zone.hubId) await moveUnusedWaves(tx, { zoneId: id, hubId: zone.hubId, fromOn: businessDay(now) })
  const detail = { ...named, corners: corners.length }
  await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'zone_saved', subject: id, detail, at: now })
  return accept({ zoneId: id })
}

export async function assignDistricts(tx: Tx) {
  const zones = (await desk.findZones(tx)).filter(({ status }) => status === 'open').map(({ id, polygon }) => ({ id, rings: [polygon] }))
  for (const district of await desk.findDistricts(tx)) {
    const zoneId = zoneOf(district, zones)?.id ?? null
    if (zoneId !== district.zoneId) await desk.updateDistrictZone(tx, district.id, zoneId)
  }
}
