import { planWave } from '#app/services/delivery/plan-wave.server.ts'
import type { Database, Tx } from '#db/connection.ts'
import { lockWave } from '#db/queries/delivery/lock-wave.server.ts'
import { finishWhatIsDone } from '#db/queries/delivery/run-writes.server.ts'
import { hasLeft } from '#db/queries/delivery/wave-planning.server.ts'
import { markEmptyDrops } from '#db/queries/first-mile/missing-parcels.server.ts'

type Left = { parcels: readonly { waveId: string; dropId: string | null }[]; now: Date }

/** Where a wave is under way, nobody drives to a drop in which nothing is left: it is shown, and settled as cancelled. */
export async function leaveEmptyDrops(tx: Tx, { parcels, now }: Left): Promise<void> {
  for (const waveId of new Set(parcels.map((parcel) => parcel.waveId))) {
    if (!(await hasLeft(tx, waveId))) continue
    await lockWave(tx, waveId)
    const dropIds = [...new Set(parcels.flatMap((parcel) => (parcel.waveId === waveId ? (parcel.dropId ?? []) : [])))]
    for (const empty of await markEmptyDrops(tx, { dropIds, at: now })) await finishWhatIsDone(tx, empty)
  }
}

/** Where nothing of a wave has left yet, its plan is made without what is not coming; everybody else keeps their place in it. */
export async function planWithoutThem(
  database: Database,
  { waveIds, actorId, now }: { waveIds: readonly string[]; actorId: string; now: Date },
): Promise<void> {
  // Refused where the wave is open still or has left: then there is no plan to change, or `leaveEmptyDrops` has done it.
  for (const waveId of waveIds) await planWave(database, { waveId, again: true, mode: 'keep_order', actorId, now })
}
