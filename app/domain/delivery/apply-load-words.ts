import type { DriverEvent } from './driver-event.ts'
import { type ConsignmentStatus, readScan } from './read-scan.ts'

export type ShownParcel = { id: string; status: ConsignmentStatus; isMissing: boolean; isLoaded: boolean }

/** A run's parcels once everything the driver has ticked off is known: what the phone shows while nothing can be sent. */
export function applyLoadWords<Parcel extends ShownParcel>(
  parcels: readonly Parcel[],
  events: readonly DriverEvent[],
  { runHasLeft }: { runHasLeft: boolean },
): Parcel[] {
  const after = new Map(parcels.map((parcel) => [parcel.id, parcel]))
  let hasLeft = runHasLeft
  for (const { word } of events) {
    if (word.kind === 'start' && !hasLeft) {
      hasLeft = true
      for (const parcel of after.values())
        if (rides(parcel, word.aboard)) after.set(parcel.id, { ...parcel, status: 'on_the_way', isLoaded: true })
    }
    if (word.kind !== 'load') continue
    const parcel = after.get(word.consignmentId)
    const read = parcel && readScan(parcel, word.step, { runHasLeft: hasLeft })
    if (!parcel || !read?.ok) continue
    const isLoaded = !read.value.isMissing && (read.value.status === 'on_the_way' || word.step === 'loaded')
    after.set(parcel.id, { ...parcel, ...read.value, isLoaded })
  }
  return [...after.values()]
}

/** Whether it is on the van when it leaves: what stands at the hub, and of what no farm has packed what the driver found. */
function rides({ id, status, isMissing }: ShownParcel, aboard: string[] | 'all'): boolean {
  if (isMissing) return false
  if (status === 'to_pack') return aboard === 'all' || aboard.includes(id)
  return status === 'packed' || status === 'handed_over' || status === 'at_hub'
}
