import { promiseWindow } from '#app/domain/delivery/promise-window.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import * as dispatch from '#db/queries/delivery/dispatch.server.ts'
import { tellOrders } from '#db/queries/delivery/run-writes.server.ts'
import { findWave } from '#db/queries/delivery/wave-planning.server.ts'

export type PublishPlan = { waveId: string; version: number; actorId: string; now: Date }
export type PublishRefusal = { code: 'unknown_wave' | 'not_planned' | 'edited_meanwhile' | 'already_published' }

/** Shows a plan to its drivers and customers: each customer is told a window. From then on changes are told as they are made. */
export function publishPlan({ transact }: Database, { waveId, version, actorId, now }: PublishPlan): Promise<Result<null, PublishRefusal>> {
  return transact(async (tx) => {
    const wave = await findWave(tx, waveId)
    if (!wave) return refuse({ code: 'unknown_wave' })
    if (wave.publishedAt) return refuse({ code: 'already_published' })
    const last = (await dispatch.findPlanHistory(tx, waveId)).at(-1)
    if (!last) return refuse({ code: 'not_planned' })
    const next = await dispatch.claimPlanVersion(tx, { waveId, seen: version })
    if (next === null) return refuse({ code: 'edited_meanwhile' })
    const { assignment } = last
    const [before] = await dispatch.findLastEdits(tx, { waveId, limit: 1 })
    const costFen = before!.costFen
    await dispatch.insertPlanEdit(tx, {
      id: newId('edt'),
      waveId,
      version: next,
      action: 'publish',
      actorId,
      at: now,
      detail: {},
      assignment,
      costFen,
    })
    await publishWaveInside(tx, { waveId, now })
    await insertAuditEntry(tx, {
      actorId,
      actsFor: 'alliance',
      action: 'plan_published',
      subject: waveId,
      detail: { version: next },
      at: now,
    })
    return accept(null)
  })
}

/** Tells every customer whose window is new or another than they were told; saying it again changes nothing. */
export async function publishWaveInside(tx: Tx, { waveId, now }: { waveId: string; now: Date }): Promise<void> {
  const told: string[] = []
  for (const { id, arrivesAt, promisedFrom, promisedUntil } of await dispatch.findPromises(tx, waveId)) {
    const before = promisedFrom && promisedUntil ? { from: promisedFrom, until: promisedUntil } : null
    const window = arrivesAt ? promiseWindow(arrivesAt, before) : before
    if (!window || window === before) continue
    await dispatch.setPromise(tx, { id, ...window })
    told.push(id)
  }
  await dispatch.dropPromises(tx, waveId)
  await dispatch.markPublished(tx, { waveId, at: now })
  if (told.length === 0) return
  const orderIds = await dispatch.findOrdersOfDrops(tx, told)
  await tellOrders(
    tx,
    orderIds.map((orderId) => ({ id: newId('evt'), orderId, kind: 'planned' as const, farmId: null, at: now })),
  )
}
