import { accept, type Result, refuse } from '#app/domain/result.ts'

export const scanSteps = ['handed_over', 'at_hub', 'merged', 'loaded', 'missing', 'found', 'returned'] as const
export type ScanStep = (typeof scanSteps)[number]

export type ConsignmentStatus = 'to_pack' | 'packed' | 'handed_over' | 'at_hub' | 'on_the_way' | 'delivered' | 'cancelled'

/** Where a consignment is, and whether somebody has looked for it in vain. */
export type Standing = { readonly status: ConsignmentStatus; readonly isMissing: boolean }

export type ScanRefusal =
  | { code: 'cancelled_already' }
  | { code: 'delivered_already' }
  | { code: 'not_packed' }
  | { code: 'left_already' }
  | { code: 'not_on_the_way' }

/**
 * What a scan makes of a consignment. What is seen is there, whatever was noted before: a parcel that no farm ticked off and that
 * stands at the dock is at the hub, and nothing that is seen stays missing. It never goes back a step, except from a vehicle to
 * the hub (`returned`). `missing` leaves it where it was seen last.
 *
 * @param runHasLeft for `loaded`: what is handed up to a van on the road is on the way
 */
export function readScan(before: Standing, step: ScanStep, { runHasLeft = false } = {}): Result<Standing, ScanRefusal> {
  const { status } = before
  if (status === 'cancelled') return refuse({ code: 'cancelled_already' })
  if (status === 'delivered') return refuse({ code: 'delivered_already' })
  const seen = (at: ConsignmentStatus) => accept<Standing>({ status: at, isMissing: false })
  switch (step) {
    case 'handed_over':
      if (status === 'to_pack') return refuse({ code: 'not_packed' })
      return seen(status === 'packed' ? 'handed_over' : status)
    case 'at_hub':
    case 'merged':
      return status === 'on_the_way' ? refuse({ code: 'left_already' }) : seen('at_hub')
    case 'loaded':
      return seen(runHasLeft || status === 'on_the_way' ? 'on_the_way' : 'at_hub')
    case 'missing':
      return accept({ status, isMissing: true })
    case 'found':
      return seen(status === 'on_the_way' ? 'on_the_way' : 'at_hub')
    case 'returned':
      return status === 'on_the_way' || status === 'at_hub' ? seen('at_hub') : refuse({ code: 'not_on_the_way' })
  }
}
