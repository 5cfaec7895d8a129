import { bareHost, readHostName } from '#app/domain/brands/host-name.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { setHostName as writeHostName } from '#db/queries/brands/members.server.ts'

type SetHost = {
  farmId: string
  /** as typed; empty takes the address away */
  hostName: string
  /** the alliance's own host, which no farm may have */
  mainHost: string
  userId: string
  now: Date
}
export type HostRefusal = { code: 'malformed' } | { code: 'own' } | { code: 'taken' }

/** Gives a farm's shop a host name of its own, under which it is the front page. */
export function setHostName(
  { transact }: Pick<Database, 'transact'>,
  { farmId, hostName: typed, mainHost, userId, now }: SetHost,
): Promise<Result<{ hostName: string | null }, HostRefusal>> {
  return transact(async (tx) => {
    const hostName = typed.trim() === '' ? null : readHostName(typed)
    if (hostName === null && typed.trim() !== '') return refuse({ code: 'malformed' })
    if (hostName !== null && hostName === bareHost(mainHost)) return refuse({ code: 'own' })
    if (!(await writeHostName(tx, { farmId, hostName }))) return refuse({ code: 'taken' })
    const detail = { hostName }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'farm_host_set', subject: farmId, detail, at: now })
    return accept({ hostName })
  })
}
