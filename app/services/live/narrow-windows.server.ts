import { expectStop, latenessMs, narrowWindow, nearDrops, type PromisedWindow } from '#app/domain/delivery/narrow-window.ts'
import type { Tx } from '#db/connection.ts'
import * as live from '#db/queries/delivery/live-windows.server.ts'
import { tellOrders } from '#db/queries/delivery/run-writes.server.ts'

/**
 * A run has left, or one of its stops is settled: every drop still to come gets the window its customers are told now, and
 * those the van comes to next are told once that it is near. Safe to call twice, and with a run that has ended.
 */
export async function narrowWindows(tx: Tx, { runId, now }: { runId: string; now: Date }): Promise<void> {
  const progress = await live.findRunProgress(tx, runId)
  if (!progress || progress.run.status === 'planned') return
  const stops = progress.stops.flatMap(({ plannedAt, promisedFrom, promisedUntil, ...stop }) =>
    plannedAt === null ? [] : [{ ...stop, plannedAt, promised: windowOf(promisedFrom, promisedUntil) }],
  )
  const lateMs = latenessMs(progress.run, stops)
  for (const { dropId, status, plannedAt, promised } of stops) {
    if (status !== 'planned') continue
    const { from, until } = narrowWindow(promised, expectStop(plannedAt, lateMs, now), now)
    const isTold = promised?.from.getTime() === from.getTime() && promised.until.getTime() === until.getTime()
    if (!isTold) await live.promiseWindow(tx, { dropId, from, until })
  }
  await tellNear(tx, nearDrops(stops), now)
}

const windowOf = (from: Date | null, until: Date | null): PromisedWindow | null => (from && until ? { from, until } : null)

/** Whose goods are aboard, and not whoever collects them. The event's id is made of drop and order: told once, however often the next stops change places. */
async function tellNear(tx: Tx, dropIds: readonly string[], now: Date) {
  if (dropIds.length === 0) return
  const events = (await live.findOrdersAboard(tx, dropIds)).map(({ dropId, orderId }) => ({
    id: `evt_near_${dropId}_${orderId}`,
    orderId,
    kind: 'near' as const,
    farmId: null,
    at: now,
  }))
  if (events.length === 0) return
  const known = await live.findKnownEvents(
    tx,
    events.map(({ id }) => id),
  )
  await tellOrders(
    tx,
    events.filter(({ id }) => !known.has(id)),
  )
}
