import { groupBy } from '#app/domain/group-by.ts'
import type { ConsignmentStatus } from './read-scan.ts'

/**
 * Where a parcel is as the dock sees it.
 * - `awaited`: not at the hub yet, nobody has looked for it
 * - `here`: at the hub, not put with its drop yet
 * - `merged`: stands with its drop
 * - `missing`: looked for in vain; somebody decides
 * - `gone`: on a vehicle, or delivered
 */
export type ParcelPlace = 'awaited' | 'here' | 'merged' | 'missing' | 'gone'

export type DockParcel = {
  readonly id: string
  readonly farmId: string
  readonly status: ConsignmentStatus
  readonly isMissing: boolean
  /** scanned as put with its drop */
  readonly isMerged: boolean
  /** null while its wave is not planned */
  readonly dropId: string | null
}

export function placeOfParcel({ status, isMissing, isMerged }: Omit<DockParcel, 'id' | 'farmId' | 'dropId'>): ParcelPlace {
  if (isMissing) return 'missing'
  if (status === 'on_the_way' || status === 'delivered') return 'gone'
  if (status !== 'at_hub') return 'awaited'
  return isMerged ? 'merged' : 'here'
}

export type BoardDrop<Parcel> = {
  readonly dropId: string | null
  readonly parcels: readonly (Parcel & { place: ParcelPlace })[]
  /** how many of them are at the hub, or have left it */
  readonly present: number
  readonly state: 'complete' | 'waiting' | 'missing'
}

/** What one farm still owes the board. */
export type FarmOwes = { readonly farmId: string; readonly awaited: number; readonly missing: number }

/**
 * A wave's merge board: its parcels by drop, in the order they come, and which farms something is still expected from, the most
 * first. Cancelled parcels are on no board; every other is in exactly one drop.
 */
export function layOutBoard<Parcel extends DockParcel>(parcels: readonly Parcel[]): { drops: BoardDrop<Parcel>[]; owing: FarmOwes[] } {
  const wanted = parcels.flatMap((parcel) => (parcel.status === 'cancelled' ? [] : [{ ...parcel, place: placeOfParcel(parcel) }]))
  const drops = [...groupBy(wanted, ({ dropId }) => dropId)].map(([dropId, together]) => {
    const present = together.filter(({ place }) => place !== 'awaited' && place !== 'missing').length
    const isMissing = together.some(({ place }) => place === 'missing')
    const state = isMissing ? ('missing' as const) : present === together.length ? ('complete' as const) : ('waiting' as const)
    return { dropId, parcels: together, present, state }
  })
  const owing = [...groupBy(wanted, ({ farmId }) => farmId)]
    .map(([farmId, ofFarm]) => ({
      farmId,
      awaited: ofFarm.filter(({ place }) => place === 'awaited').length,
      missing: ofFarm.filter(({ place }) => place === 'missing').length,
    }))
    .filter(({ awaited, missing }) => awaited + missing > 0)
    .sort((a, b) => b.awaited + b.missing - (a.awaited + a.missing) || (a.farmId < b.farmId ? -1 : 1))
  return { drops, owing }
}
