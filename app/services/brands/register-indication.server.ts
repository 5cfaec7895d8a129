import { addDays, businessDay } from '#app/domain/business-day.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import * as rows from '#db/queries/brands/registrations.server.ts'
import { weighOrigins } from './weigh-origins.server.ts'

type Who = { userId: string; now: Date }
type Register = Who & Omit<rows.NewRegistration, 'id'>

/** `not_registered`: one for this name, farm and crop runs already, or farm or name are unknown. */
export type RegisterRefusal = { code: 'not_registered' }

/** Notes that a farm may use an indication for one crop of one origin. Its products are weighed again: what was borrowed is its own now. */
export function registerIndication(
  { transact }: Pick<Database, 'transact'>,
  { userId, now, ...registration }: Register,
): Promise<Result<{ registrationId: string }, RegisterRefusal>> {
  return transact(async (tx) => {
    const id = newId('reg')
    if (!(await rows.writeRegistration(tx, { ...registration, id }, businessDay(now)))) return refuse({ code: 'not_registered' })
    await changed(tx, { userId, now, farmId: registration.farmId, action: 'indication_registered', subject: id, detail: registration })
    return accept({ registrationId: id })
  })
}

/** `not_running`: it is not there, or has ended before. */
export type EndRefusal = { code: 'not_running' }

/** Ends a registration with yesterday: from today on the mark is gone, and a listing that bears the name is doubted. */
export function endIndication(
  { transact }: Pick<Database, 'transact'>,
  { registrationId, userId, now }: Who & { registrationId: string },
): Promise<Result<null, EndRefusal>> {
  return transact(async (tx) => {
    const untilOn = addDays(businessDay(now), -1)
    const ended = await rows.endRegistration(tx, { id: registrationId, untilOn })
    if (ended === null) return refuse({ code: 'not_running' })
    const { farmId, ...detail } = ended
    await changed(tx, { userId, now, farmId, action: 'indication_ended', subject: registrationId, detail: { ...detail, untilOn } })
    return accept(null)
  })
}

type Change = Who & { farmId: string; action: string; subject: string; detail: Record<string, unknown> }

async function changed(tx: Tx, { userId, now, farmId, action, subject, detail }: Change): Promise<void> {
  await rows.touchFarm(tx, { farmId, now })
  await weighOrigins(tx, await rows.findProductIdsOf(tx, farmId), now)
  await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action, subject, detail: { ...detail, farmId }, at: now })
}
