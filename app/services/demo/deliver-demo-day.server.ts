import { shanghaiInstant } from '#app/domain/business-day.ts'
import { invariant } from '#app/domain/invariant.ts'
import { settleDrop } from '#app/services/delivery/settle-drop.server.ts'
import { startRun } from '#app/services/delivery/start-run.server.ts'
import { packConsignments } from '#app/services/ordering/pack-consignments.server.ts'
import type { Database } from '#db/client.server.ts'
import { findDeliveriesOn } from '#db/queries/demo/history.server.ts'
import { staff } from '#db/seed/data/people.ts'

const dispatcher = 'user_office_control'

/**
 * Plays one delivery day to its end: the farms pack, every run leaves, every drop is handed over; with `mayMiss` nobody is there at
 * the last door.
 * @returns whether somebody was missed
 */
export async function deliverDemoDay(db: Database, on: string, { mayMiss = false } = {}): Promise<boolean> {
  const { consignments, runs, drops } = await findDeliveriesOn(db.reader, on)
  const packedAt = shanghaiInstant(on, '05:30')
  const pack = async (farmId: string) => {
    const packer = staff.find(({ role, actsFor }) => role === 'farm' && actsFor === farmId)
    invariant(packer, `nobody packs at ${farmId}`)
    const consignmentIds = consignments.filter((consignment) => consignment.farmId === farmId).map(({ id }) => id)
    const packed = await packConsignments(db, { farmId, userId: packer.id, consignmentIds, now: packedAt })
    invariant(packed.ok, `${farmId} did not pack for ${on}`)
  }
  const missedId = mayMiss ? drops.findLast(({ kind, arrivesAt }) => kind === 'door' && arrivesAt !== null)?.id : undefined
  const handOver = async ({ id: dropId, arrivesAt }: (typeof drops)[number]) => {
    const outcome =
      dropId === missedId
        ? ({ kind: 'failed', reason: 'nobody_there', next: 'hub' } as const)
        : ({ kind: 'delivered', proof: { kind: 'note', note: 'in_person' } } as const)
    const settled = await settleDrop(db, {
      dropId,
      by: { officeUserId: dispatcher },
      outcome,
      now: arrivesAt ?? shanghaiInstant(on, '12:00'),
    })
    invariant(settled.ok, `${dropId} was not handed over`)
  }
  await Promise.all([...new Set(consignments.map(({ farmId }) => farmId))].map(pack))
  await Promise.all(runs.map(({ id: runId, departsAt }) => startRun(db, { runId, driverId: null, aboard: [], now: departsAt })))
  await Promise.all(drops.map(handOver))
  return missedId !== undefined
}
