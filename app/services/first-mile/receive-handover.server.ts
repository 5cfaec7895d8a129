import { type CrateCount, crateDifference, measuredIn } from '#app/domain/delivery/cold-chain.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import * as arrivals from '#db/queries/first-mile/arrivals.server.ts'
import { finishCollection } from '#db/queries/first-mile/collections.server.ts'
import { applyScans } from './apply-scans.server.ts'

export type ReceiveHandover = {
  handoverId: string
  userId: string
  /** of the parcels that were handed over, those that stand here; the others were looked for in vain */
  arrivedIds: readonly string[]
  crates: CrateCount
  temperatureDeci: number | null
  mediaId: string | null
  note: string
  now: Date
}

export type ReceiveRefusal = { code: 'unknown_handover' } | { code: 'temperature_missing' } | { code: 'arrived_already' }
export type Received = { missing: string[]; difference: CrateCount | null }

/**
 * What a farm handed over is counted and measured a second time, at the hub. Its parcels are at the hub now, those that are not
 * there are missing until somebody finds or decides them. What differs from the farm's own count is shown, never corrected.
 */
export function receiveHandover(
  { transact }: Pick<Database, 'transact'>,
  { handoverId, userId, arrivedIds, crates, temperatureDeci, mediaId, note, now }: ReceiveHandover,
): Promise<Result<Received, ReceiveRefusal>> {
  return transact(async (tx) => {
    const handover = await arrivals.findHandover(tx, handoverId)
    if (!handover) return refuse({ code: 'unknown_handover' })
    const isCold = measuredIn(crates) !== null
    if (isCold && temperatureDeci === null) return refuse({ code: 'temperature_missing' })
    const measured = isCold ? temperatureDeci : null
    const arrival = { handoverId, crates, temperatureDeci: measured, mediaId, note, by: userId, at: now }
    if (!(await arrivals.markArrived(tx, arrival))) return refuse({ code: 'arrived_already' })

    const parcels = await arrivals.findHandedParcels(tx, [handoverId])
    const here = new Set(arrivedIds)
    const scans = parcels.map(({ id }) => ({
      id: newId('scn'),
      consignmentId: id,
      step: here.has(id) ? ('at_hub' as const) : ('missing' as const),
    }))
    // What was delivered or cancelled meanwhile is refused one by one; it needs no counting any more.
    await applyScans(tx, { scans, by: userId, now, handoverId })
    const { hubId, on, farmId } = handover
    await finishCollection(tx, { hubId, on, farmId })
    const missing = parcels.filter(({ id, status }) => !here.has(id) && status !== 'cancelled').map(({ alias }) => alias)
    const difference = crateDifference(handover.crates, crates)
    const detail = { handoverId, missing, difference, temperatureDeci: measured }
    await insertAuditEntry(tx, {
      actorId: userId,
      actsFor: 'alliance',
      action: 'crates_received',
      subject: handover.waveId,
      detail,
      at: now,
    })
    return accept({ missing, difference })
  })
}
