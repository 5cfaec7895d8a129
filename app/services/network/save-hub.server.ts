import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import * as desk from '#db/queries/network-desk.server.ts'

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
}

/** Saves a hub: where it is, until when crates stand there and how long they take through it. Waves planned from now on follow it. */
export function saveHub(
  { transact }: Pick<Database, 'transact'>,
  { hubId, hub, userId, now }: { hubId: string; hub: HubDraft; userId: string; now: Date },
): Promise<Result<null, { code: 'unknown_hub' }>> {
  return transact(async (tx) => {
    if (!(await desk.updateHub(tx, hubId, hub))) return refuse({ code: 'unknown_hub' })
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'hub_saved', subject: hubId, detail: hub, at: now })
    return accept(null)
  })
}
