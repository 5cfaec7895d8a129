import type { ScanRefusal } from './read-scan.ts'
import type { FailureReason, NextStep, Proof } from './settle-drop.ts'

/** What a driver's phone notes, on the road or in a cellar without a network. */
export type DriverWord =
  /** `aboard`: consignments nobody had ticked off that are on the van all the same */
  | { kind: 'start'; aboard: string[] | 'all' }
  | { kind: 'load'; consignmentId: string; step: LoadStep }
  | { kind: 'arrive'; dropId: string }
  | { kind: 'deliver'; dropId: string; proof: Proof }
  | { kind: 'fail'; dropId: string; reason: FailureReason; next: NextStep }
  /** said by mistake: the stop is to be done */
  | { kind: 'reopen'; dropId: string }
  /** empty crates and cool boxes that came back from this door */
  | { kind: 'crates'; dropId: string; count: number }
  | { kind: 'annotate'; dropId: string; note: string }
  | { kind: 'end'; drivenM: number }

/** What a driver may say of a single parcel. */
export const loadSteps = ['loaded', 'missing', 'found', 'returned'] as const
export type LoadStep = (typeof loadSteps)[number]

/** `id` is the phone's own: however often it is sent, it counts once. `phoneAt` is by the phone's clock. */
export type DriverEvent = { id: string; phoneAt: Date; word: DriverWord }

/** What a word is about: a drop, a consignment, or the run itself. */
export function subjectOf(word: DriverWord, runId: string): string {
  if ('dropId' in word) return word.dropId
  return word.kind === 'load' ? word.consignmentId : runId
}

const longestAwayMs = 48 * 3_600_000

/**
 * When something happened, by our clock: as long before it reached us as the phone says lay between noting and sending, whatever
 * time the phone thinks it is. Never in our future, and not longer ago than two days.
 */
export function correctClock({ phoneAt, sentAt, receivedAt }: { phoneAt: Date; sentAt: Date; receivedAt: Date }): Date {
  const agoMs = Math.min(Math.max(0, sentAt.getTime() - phoneAt.getTime()), longestAwayMs)
  return new Date(receivedAt.getTime() - agoMs)
}

/** Why a word did not count: each has its sentence for the driver. */
export type DriverRefusal =
  | 'unknown_run'
  | 'run_handed_over'
  | 'unknown_drop'
  | 'drop_moved'
  | 'not_on_road'
  | 'already_delivered'
  | 'wrong_code'
  | 'stops_open'
  | 'accepted_already'
  | 'unknown_consignment'
  | 'not_of_this_run'
  | ScanRefusal['code']

export type EventAnswer = { id: string; outcome: 'applied' | 'already' | 'refused'; refusal: DriverRefusal | null }
