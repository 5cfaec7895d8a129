import { type CrateCount, cratesInAll, measuredIn } from '#app/domain/delivery/cold-chain.ts'
import { invariant } from '#app/domain/invariant.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import * as handing from '#db/queries/farm/handover.server.ts'
import { markCollectionOnRoad } from '#db/queries/first-mile/collections.server.ts'
import { applyScans } from './apply-scans.server.ts'

export type HandOver = {
  farmId: string
  userId: string
  waveId: string
  /** the form's own key: a double click is one handover */
  requestKey: string
  consignmentIds: readonly string[]
  way: 'brings' | 'collected'
  crates: CrateCount
  /** tenths of a degree Celsius, read in the coldest class there is */
  temperatureDeci: number | null
  mediaId: string | null
  note: string
  now: Date
}

export type HandOverRefusal =
  | { code: 'nothing_chosen' }
  | { code: 'wave_over' }
  | { code: 'no_crates' }
  | { code: 'temperature_missing' }
  | { code: 'not_yours' }
  | { code: 'not_packed'; aliases: string[] }

/**
 * A farm's crates for one wave leave its hands, counted and, where something is cold, measured: all of the chosen consignments
 * or none. They are on the road until the hub has counted them too. The same request made twice is one handover.
 */
export function handOver(
  { transact }: Pick<Database, 'transact'>,
  { farmId, userId, waveId, consignmentIds, now, ...asked }: HandOver,
): Promise<Result<{ handoverId: string; parcels: number }, HandOverRefusal>> {
  return transact(async (tx) => {
    const ids = [...new Set(consignmentIds)]
    if (ids.length === 0) return refuse({ code: 'nothing_chosen' })
    if (cratesInAll(asked.crates) === 0) return refuse({ code: 'no_crates' })
    const isCold = measuredIn(asked.crates) !== null
    if (isCold && asked.temperatureDeci === null) return refuse({ code: 'temperature_missing' })
    const wave = await handing.findReceivingWave(tx, waveId)
    if (!wave || wave.status === 'done') return refuse({ code: 'wave_over' })
    const parcels = await handing.findOwnParcels(tx, { farmId, waveId, ids })
    if (parcels.length !== ids.length) return refuse({ code: 'not_yours' })

    const { id: handoverId, isNew } = await handing.insertHandover(tx, {
      ...asked,
      id: newId('hov'),
      requestKey: `${farmId}:${asked.requestKey}`,
      temperatureDeci: isCold ? asked.temperatureDeci : null,
      farmId,
      waveId,
      hubId: wave.hubId,
      handedBy: userId,
      handedAt: now,
    })
    if (!isNew) return accept({ handoverId, parcels: parcels.length })
    const unready = parcels.filter(({ status }) => status !== 'packed').map(({ alias }) => alias)
    if (unready.length > 0) return refuse({ code: 'not_packed', aliases: unready })
    const scans = parcels.map(({ id }) => ({ id: newId('scn'), consignmentId: id, step: 'handed_over' as const }))
    const noted = await applyScans(tx, { scans, by: userId, now, handoverId })
    invariant(noted.refused.length === 0, `handover ${handoverId} of packed parcels is refused`)
    if (asked.way === 'collected') await markCollectionOnRoad(tx, { hubId: wave.hubId, on: wave.deliversOn, farmId })
    const detail = { handoverId, aliases: parcels.map(({ alias }) => alias), crates: asked.crates, temperatureDeci: asked.temperatureDeci }
    await insertAuditEntry(tx, { actorId: userId, actsFor: farmId, action: 'crates_handed_over', subject: waveId, detail, at: now })
    return accept({ handoverId, parcels: parcels.length })
  })
}
