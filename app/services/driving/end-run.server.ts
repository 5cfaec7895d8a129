import { accept, type Result, refuse } from '#app/domain/result.ts'
import { applyScans } from '#app/services/first-mile/apply-scans.server.ts'
import type { Tx } from '#db/connection.ts'
import * as driving from '#db/queries/delivery/driver-writes.server.ts'

export type EndRun = { eventId: string; runId: string; driverId: string; drivenM: number; now: Date }

/**
 * The van is back at the hub: what could not be handed over stands there again, and the metres driven are noted. Refused while a
 * stop is open; a run that has ended stays as it was read first.
 */
export async function endRunInside(
  tx: Tx,
  { eventId, runId, driverId, drivenM, now }: EndRun,
): Promise<Result<{ changed: boolean }, { code: 'stops_open' | 'not_on_road' }>> {
  const run = await driving.findSpokenRun(tx, runId)
  if (!run || run.status === 'planned') return refuse({ code: 'not_on_road' })
  if (run.endedAt !== null) return accept({ changed: false })
  if ((await driving.countOpenStops(tx, runId)) > 0) return refuse({ code: 'stops_open' })
  const undelivered = await driving.findUndelivered(tx, runId)
  const scans = undelivered.map(({ id }) => ({ id: `${eventId}:${id}`, consignmentId: id, step: 'returned' as const }))
  if (scans.length > 0) await applyScans(tx, { scans, by: driverId, now, runId, runHasLeft: true })
  await driving.bringBack(tx, { runId, at: now })
  await driving.endRunRow(tx, { runId, drivenM, at: now })
  return accept({ changed: true })
}
