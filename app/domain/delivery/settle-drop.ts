import { accept, type Result, refuse } from '#app/domain/result.ts'

/** Why a drop was not handed over. */
export const failureReasons = ['nobody_there', 'wrong_address', 'no_access', 'refused', 'damaged', 'missing'] as const
export type FailureReason = (typeof failureReasons)[number]

/** Where goods were left when nobody read out the pick-up code. */
export const handoverNotes = ['in_person', 'with_guard', 'with_neighbour', 'at_the_door'] as const
export type HandoverNote = (typeof handoverNotes)[number]

/** What becomes of goods that were not handed over: another try on the same run, or back to the hub with them. */
export const nextSteps = ['again', 'hub'] as const
export type NextStep = (typeof nextSteps)[number]

/** A pick-up code is read out, or read from the customer's screen (`qr`). */
export type Proof = { kind: 'code' | 'qr'; code: string } | { kind: 'note'; note: HandoverNote }
export type DropOutcome = { kind: 'delivered'; proof: Proof } | { kind: 'failed'; reason: FailureReason; next?: NextStep }

export type SettledStatus = 'planned' | 'delivered' | 'failed'
export type SettleDropRefusal = { code: 'already_delivered' } | { code: 'wrong_code' }

/** What becomes of a drop; null when it stands so already. `planned` with a reason: tried in vain, to be tried again. */
export type Settlement = { status: SettledStatus; statusReason: string } | null

/**
 * A driver's word on a drop. It may fail and be delivered later on the same run, or be put at its end to be tried again; what is
 * delivered stays delivered, and saying so twice changes nothing. A pick-up code must be that of one of the drop's orders.
 */
export function settleDrop(
  before: SettledStatus,
  outcome: DropOutcome,
  pickupCodes: readonly string[],
): Result<Settlement, SettleDropRefusal> {
  if (outcome.kind === 'failed') {
    if (before === 'delivered') return refuse({ code: 'already_delivered' })
    if (outcome.next === 'again') return accept({ status: 'planned', statusReason: outcome.reason })
    return accept(before === 'failed' ? null : { status: 'failed', statusReason: outcome.reason })
  }
  if (before === 'delivered') return accept(null)
  const { proof } = outcome
  if (proof.kind === 'note') return accept({ status: 'delivered', statusReason: proof.note })
  if (!pickupCodes.includes(proof.code)) return refuse({ code: 'wrong_code' })
  return accept({ status: 'delivered', statusReason: 'code' })
}
