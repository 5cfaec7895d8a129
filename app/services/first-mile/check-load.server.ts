import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database, Tx } from '#db/connection.ts'
import { findCheckedRun, findRiders } from '#db/queries/first-mile/scans.server.ts'
import { applyScans, type ScanOutcome } from './apply-scans.server.ts'

export type LoadScan = { id: string; consignmentId: string; step: 'loaded' | 'missing' | 'found' | 'returned' }

export type CheckLoad = {
  runId: string
  /** a driver checks their own runs, the office any */
  by: { driverId: string } | { officeUserId: string }
  scans: readonly LoadScan[]
  now: Date
}

type Refused = ScanOutcome['refused'][number] | { id: string; code: 'not_of_this_run' }
export type LoadChecked = Omit<ScanOutcome, 'refused'> & { refused: Refused[] }

/** Ticks off what is on the van and what is not. What is missing stays behind when the run leaves, and somebody decides. */
export const checkLoad = (
  { transact }: Pick<Database, 'transact'>,
  check: CheckLoad,
): Promise<Result<LoadChecked, { code: 'unknown_run' }>> => transact((tx) => checkLoadInside(tx, check))

/** The same within a transaction: for what a driver's phone has queued. Sent twice it counts once. */
export async function checkLoadInside(tx: Tx, { runId, by, scans, now }: CheckLoad): Promise<Result<LoadChecked, { code: 'unknown_run' }>> {
  const run = await findCheckedRun(tx, { runId, driverId: 'driverId' in by ? by.driverId : null })
  if (!run) return refuse({ code: 'unknown_run' })
  const riders = new Set(await findRiders(tx, { runId, ids: scans.map(({ consignmentId }) => consignmentId) }))
  const ofRun = scans.filter(({ consignmentId }) => riders.has(consignmentId))
  const others: Refused[] = scans
    .filter(({ consignmentId }) => !riders.has(consignmentId))
    .map(({ id }) => ({ id, code: 'not_of_this_run' }))
  const who = 'driverId' in by ? by.driverId : by.officeUserId
  const noted = await applyScans(tx, { scans: ofRun, by: who, now, runId, runHasLeft: run.status === 'on_road' })
  return accept({ ...noted, refused: [...noted.refused, ...others] })
}
