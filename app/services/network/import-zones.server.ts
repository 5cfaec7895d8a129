import { checkZoneShape, type ZoneShapeRefusal } from '#app/domain/delivery/check-zone-shape.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { DrawnZone } from '#app/schemas/geojson-zones.ts'
import type { Database, Reader } from '#db/connection.ts'
import * as desk from '#db/queries/network/network-desk.server.ts'
import { assignDistricts, saveZoneInside } from './save-zone.server.ts'

/** One zone of an import: whose border it becomes, and what is wrong with it. `with` is the name of the zone it overlaps. */
export type ZonePreview = DrawnZone & {
  zoneId: string | null
  refusal: ZoneShapeRefusal['code'] | null
  with: { nameZh: string; nameEn: string } | null
}

/** What importing these would do: each drawn zone is held against the others of the import and the open zones that stay. */
export async function previewZones(db: Pick<Reader, 'select'>, drawn: readonly DrawnZone[]): Promise<ZonePreview[]> {
  const zones = await desk.findZones(db)
  const idOf = ({ nameZh }: DrawnZone) => zones.find((zone) => zone.nameZh === nameZh)?.id ?? null
  const replaced = new Set(drawn.map(idOf))
  const staying = zones.filter(({ id, status }) => status === 'open' && !replaced.has(id))
  return drawn.map((zone, index) => {
    const others = [
      ...staying.map(({ id, polygon, nameZh, nameEn }) => ({ id, polygon, nameZh, nameEn })),
      ...drawn.flatMap(({ corners, nameZh, nameEn }, other) =>
        other < index ? [{ id: `drawn ${other}`, polygon: corners, nameZh, nameEn }] : [],
      ),
    ]
    const shape = checkZoneShape(zone.corners, others)
    const refusal = shape.ok ? null : shape.refusal
    const over = refusal?.code === 'overlaps' ? others.find(({ id }) => id === refusal.zoneId) : undefined
    return { ...zone, zoneId: idOf(zone), refusal: refusal?.code ?? null, with: over ? { nameZh: over.nameZh, nameEn: over.nameEn } : null }
  })
}

export type ImportZonesRefusal = { code: 'import_refused'; previews: ZonePreview[] } | { code: 'hub_closed' }

/** Imports all of them or none, new ones at the hub. Zones of the same Chinese name get the new border and keep hub and rules; they are closed while it is laid. */
export function importZones(
  { transact }: Pick<Database, 'transact'>,
  { drawn, hubId, userId, now }: { drawn: readonly DrawnZone[]; hubId: string; userId: string; now: Date },
): Promise<Result<{ imported: number }, ImportZonesRefusal>> {
  return transact(async (tx) => {
    await desk.lockZones(tx)
    const previews = await previewZones(tx, drawn)
    if (previews.some(({ refusal }) => refusal !== null)) return refuse({ code: 'import_refused', previews })
    const zones = await desk.findZones(tx)
    for (const { zoneId } of previews) {
      const known = zones.find(({ id }) => id === zoneId)
      if (known) await desk.updateZone(tx, known.id, known.version, { status: 'closed' })
    }
    for (const { zoneId, nameZh, nameEn, corners } of previews) {
      const known = zones.find(({ id }) => id === zoneId)
      const zone = { nameZh, nameEn, hubId: known?.hubId ?? hubId, corners, status: 'open' as const }
      const saved = await saveZoneInside(tx, { zoneId, version: (known?.version ?? 0) + 1, zone, userId, now })
      if (!saved.ok) {
        const isHub = saved.refusal.code === 'unknown_hub' || saved.refusal.code === 'hub_closed'
        return isHub ? refuse({ code: 'hub_closed' }) : refuse({ code: 'import_refused', previews })
      }
    }
    await assignDistricts(tx)
    return accept({ imported: previews.length })
  })
}
