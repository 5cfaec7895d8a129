import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { clearShelf, setLicensed } from '#db/queries/licence-writes.server.ts'

type SetLicence = {
  farmId: string
  licensed: boolean
  /** what the alliance found, for the log */
  reason: string
  userId: string
  now: Date
}

/**
 * Takes the public mark from a farm found below the standard: all its products leave the shelf at once (S0); what is ordered
 * already is still packed. Given the mark back, the farm lists again what it wants to. Safe to call twice.
 * @returns whether anything changed, and how many products left the shelf
 */
export function setLicence(
  { transact }: Pick<Database, 'transact'>,
  { farmId, licensed, reason, userId, now }: SetLicence,
): Promise<{ changed: boolean; takenOff: number }> {
  return transact(async (tx) => {
    if (!(await setLicensed(tx, { farmId, licensed }))) return { changed: false, takenOff: 0 }
    const takenOff = licensed ? 0 : await clearShelf(tx, { farmId, at: now })
    await insertAuditEntry(tx, {
      actorId: userId,
      actsFor: 'alliance',
      action: licensed ? 'farm_licensed' : 'farm_suspended',
      subject: farmId,
      detail: { reason, takenOff },
      at: now,
    })
    return { changed: true, takenOff }
  })
}
