import type { ScanRefusal, ScanStep } from '#app/domain/delivery/read-scan.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { findByAlias } from '#db/queries/first-mile/scans.server.ts'
import { applyScans } from './apply-scans.server.ts'

export type ScanAtDock = {
  /** given by the form: the same scan sent twice counts once */
  scanId: string
  /** the parcel itself, or the alias on its label */
  parcel: { id: string } | { alias: string; waveIds: readonly string[] }
  step: Exclude<ScanStep, 'handed_over'>
  officeUserId: string
  now: Date
}

export type ScanAtDockRefusal = { code: ScanRefusal['code'] | 'unknown_consignment' | 'unknown_alias' | 'ambiguous_alias' }

/** Somebody at the dock scans a label, types its alias or presses the parcel in a list. */
export function scanAtDock(
  { transact }: Pick<Database, 'transact'>,
  { scanId, parcel, step, officeUserId, now }: ScanAtDock,
): Promise<Result<{ isNew: boolean }, ScanAtDockRefusal>> {
  return transact(async (tx) => {
    const named = 'id' in parcel ? [parcel] : await findByAlias(tx, parcel)
    const [one, another] = named
    if (!one) return refuse({ code: 'unknown_alias' })
    if (another) return refuse({ code: 'ambiguous_alias' })
    const noted = await applyScans(tx, { scans: [{ id: scanId, consignmentId: one.id, step }], by: officeUserId, now })
    const refused = noted.refused[0]
    return refused ? refuse({ code: refused.code }) : accept({ isNew: noted.applied.length === 1 })
  })
}
