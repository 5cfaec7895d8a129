import { readScan, type ScanRefusal, type ScanStep, type Standing } from '#app/domain/delivery/read-scan.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { invariant } from '#app/domain/invariant.ts'
import type { Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { tellOrders } from '#db/queries/delivery/run-writes.server.ts'
import * as scanning from '#db/queries/first-mile/scans.server.ts'

/** `id` is given by who scans: the same scan sent twice counts once. */
export type Scan = { id: string; consignmentId: string; step: ScanStep; reason?: string }

export type ScanOutcome = {
  /** ids of scans that count from now on */
  applied: string[]
  /** ids of scans that were noted before */
  already: string[]
  refused: { id: string; code: ScanRefusal['code'] | 'unknown_consignment' }[]
}

type Scans = {
  scans: readonly Scan[]
  /** a person's or a driver's id */
  by: string
  now: Date
  handoverId?: string
  runId?: string
  /** the run is on the road: what is loaded is on the way */
  runHasLeft?: boolean
}

/** Notes scans in the order given and moves their consignments. What reaches the hub is told to its order's customer, farm by farm. */
export async function applyScans(tx: Tx, { scans, by, now, handoverId, runId, runHasLeft = false }: Scans): Promise<ScanOutcome> {
  const rows = await scanning.lockConsignments(tx, [...new Set(scans.map(({ consignmentId }) => consignmentId))])
  const known = new Set(
    await scanning.findKnownScans(
      tx,
      scans.map(({ id }) => id),
    ),
  )
  const before = new Map(rows.map((row) => [row.id, row]))
  const after = new Map<string, Standing>(rows.map(({ id, status, missingAt }) => [id, { status, isMissing: missingAt !== null }]))
  const outcome: ScanOutcome = { applied: [], already: [], refused: [] }
  const noted: scanning.ScanRow[] = []
  for (const { id, consignmentId, step, reason } of scans) {
    const standing = after.get(consignmentId)
    if (known.has(id)) outcome.already.push(id)
    else if (!standing) outcome.refused.push({ id, code: 'unknown_consignment' })
    else {
      const read = readScan(standing, step, { runHasLeft })
      if (!read.ok) outcome.refused.push({ id, code: read.refusal.code })
      else {
        known.add(id)
        after.set(consignmentId, read.value)
        outcome.applied.push(id)
        noted.push({ id, consignmentId, step, handoverId: handoverId ?? null, runId: runId ?? null, by, at: now, reason: reason ?? null })
      }
    }
  }
  await scanning.insertScans(tx, noted)
  await moveAll(tx, { before, after, now })
  return outcome
}

const reachesHub = ({ status }: Standing) => status === 'at_hub' || status === 'on_the_way'

async function moveAll(
  tx: Tx,
  { before, after, now }: { before: Map<string, scanning.LockedConsignment>; after: Map<string, Standing>; now: Date },
) {
  const moved = [...after].flatMap(([id, standing]) => {
    const row = before.get(id)
    invariant(row, `consignment ${id} was not locked`)
    const was = { status: row.status, isMissing: row.missingAt !== null }
    return was.status === standing.status && was.isMissing === standing.isMissing ? [] : [{ row, was, standing }]
  })
  for (const together of groupBy(moved, ({ standing }) => `${standing.status} ${standing.isMissing}`).values()) {
    await scanning.moveConsignments(tx, { ids: together.map(({ row }) => row.id), ...together[0]!.standing, at: now })
  }
  const arrived = moved.filter(({ was, standing }) => reachesHub(standing) && !reachesHub(was))
  await tellOrders(
    tx,
    arrived.map(({ row: { orderId, farmId } }) => ({ id: newId('evt'), orderId, kind: 'at_hub' as const, farmId, at: now })),
  )
}
