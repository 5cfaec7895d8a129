import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import * as hubs from '#db/queries/network/hubs.server.ts'

export type HubDraft = {
  nameZh: string
  nameEn: string
  addressZh: string
  addressEn: string
  lat: number
  lon: number
  /** HH:MM: until then the farms' crates stand there */
  arriveBy: string
  crossDockMinutes: number
  status: 'open' | 'closed'
}
/** `hubId` null: a new one. `version`: as it was when the form was shown. */
export type SaveHub = { hubId: string | null; version: number; hub: HubDraft; userId: string; now: Date }
export type SaveHubRefusal = { code: 'unknown_hub' | 'changed_meanwhile' | 'hub_in_use' }

/**
 * Saves a hub: where it is, until when crates stand there and how long they take through it. Waves planned from now on follow it.
 * One that a zone is delivered from, a vehicle stands at or ends its day at, or a wave still goes out from cannot be closed.
 */
export function saveHub(
  { transact }: Pick<Database, 'transact'>,
  { hubId, version, hub, userId, now }: SaveHub,
): Promise<Result<{ hubId: string }, SaveHubRefusal>> {
  return transact(async (tx) => {
    const id = hubId ?? newId('hub')
    if (hubId === null) await hubs.insertHub(tx, { id, ...hub })
    else {
      if (!(await hubs.findHub(tx, hubId))) return refuse({ code: 'unknown_hub' })
      if (!(await hubs.updateHub(tx, hubId, version, hub))) return refuse({ code: 'changed_meanwhile' })
      if (hub.status === 'closed' && (await hubs.isHubUsed(tx, hubId))) return refuse({ code: 'hub_in_use' })
    }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'hub_saved', subject: id, detail: hub, at: now })
    return accept({ hubId: id })
  })
}
