import { businessDay } from '#app/domain/business-day.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { clearShelf, findLapsedLicences, setLicensed } from '#db/queries/catalog/licence-writes.server.ts'

type SetLicence = {
  farmId: string
  licensed: boolean
  /** the licence's last day; without one it runs until it is taken away */
  untilOn?: string | null
  /** what the alliance found, for the log */
  reason: string
  userId: string
  now: Date
}

/**
 * Takes the public mark from a farm found below the standard: all its products leave the shelf at once (S0); what is ordered
 * already is still packed. Given the mark back, or for longer, the farm lists again what it wants to. Safe to call twice.
 * @returns whether anything changed, and how many products left the shelf
 */
export function setLicence(
  { transact }: Pick<Database, 'transact'>,
  { farmId, licensed, untilOn = null, reason, userId, now }: SetLicence,
): Promise<{ changed: boolean; takenOff: number }> {
  return transact(async (tx) => {
    const until = licensed ? untilOn : null
    if (!(await setLicensed(tx, { farmId, licensed, untilOn: until }))) return { changed: false, takenOff: 0 }
    const takenOff = licensed ? 0 : await clearShelf(tx, { farmId, at: now })
    await insertAuditEntry(tx, {
      actorId: userId,
      actsFor: 'alliance',
      action: licensed ? 'farm_licensed' : 'farm_suspended',
      subject: farmId,
      detail: { reason, takenOff, untilOn: until },
      at: now,
    })
    return { changed: true, takenOff }
  })
}

/** The day after its last day a licence is over: nobody buys from the farm since midnight, and now its shelf is cleared too. */
export async function endLapsedLicences(database: Database, now: Date): Promise<void> {
  for (const { farmId, untilOn } of await findLapsedLicences(database.reader, businessDay(now))) {
    await setLicence(database, { farmId, licensed: false, reason: `licence ended on ${untilOn}`, userId: 'system', now })
  }
}
