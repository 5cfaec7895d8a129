import {
  correctClock,
  type DriverEvent,
  type DriverRefusal,
  type DriverWord,
  type EventAnswer,
  subjectOf,
} from '#app/domain/delivery/driver-event.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import * as driving from '#db/queries/delivery/driver-writes.server.ts'
import { applyDriverWord } from './apply-driver-word.server.ts'

export type TakeDriverEvents = {
  runId: string
  driverId: string
  /** what the phone's clock showed when it sent them */
  sentAt: Date
  /** in the order they were noted */
  events: readonly DriverEvent[]
  now: Date
}

/**
 * Takes what a driver's phone has noted, each exactly once: the answer to an event that was taken before is the answer it got
 * then. One that cannot count (its stop rides with somebody else by now, a wrong code) is kept with its reason and answered with
 * it; it never stops those after it.
 */
export async function takeDriverEvents(
  { reader, transact }: Database,
  { runId, driverId, sentAt, events, now }: TakeDriverEvents,
): Promise<Result<EventAnswer[], { code: 'unknown_run' }>> {
  if (!(await driving.findSpokenRun(reader, runId))) return refuse({ code: 'unknown_run' })
  const answers: EventAnswer[] = []
  for (const event of events) answers.push(await transact((tx) => takeOne(tx, event)))
  return accept(answers)

  async function takeOne(tx: Parameters<typeof applyDriverWord>[0], { id, phoneAt, word }: DriverEvent): Promise<EventAnswer> {
    const before = await driving.findDriverEvent(tx, id)
    if (before) return answerAgain(id, before)
    const happenedAt = correctClock({ phoneAt, sentAt, receivedAt: now })
    const run = await driving.findSpokenRun(tx, runId)
    const applied =
      run?.driverId === driverId
        ? await applyDriverWord(tx, { id, word, runId, driverId, happenedAt, now })
        : refuse({ code: 'run_handed_over' as const })
    const refusal = applied.ok ? null : applied.refusal.code
    const outcome = applied.ok ? (applied.value.changed ? 'applied' : 'already') : 'refused'
    const about = { id, runId, driverId, kind: word.kind, subjectId: subjectOf(word, runId), payload: keptOf(word) }
    await driving.insertDriverEvent(tx, { ...about, phoneAt, happenedAt, receivedAt: now, outcome, refusal })
    return { id, outcome, refusal }
  }
}

const answerAgain = (id: string, { outcome, refusal }: { outcome: EventAnswer['outcome']; refusal: string | null }): EventAnswer =>
  outcome === 'refused' ? { id, outcome, refusal: refusal as DriverRefusal } : { id, outcome: 'already', refusal: null }

/** What is kept of a word beside its kind and subject: no code that opens a door, and no text about a person. */
function keptOf(word: DriverWord): Record<string, unknown> {
  switch (word.kind) {
    case 'deliver':
      return word.proof.kind === 'note' ? { proof: 'note', note: word.proof.note } : { proof: word.proof.kind }
    case 'fail':
      return { reason: word.reason, next: word.next }
    case 'start':
      return { aboard: word.aboard }
    case 'load':
      return { step: word.step }
    case 'crates':
      return { count: word.count }
    case 'end':
      return { drivenM: word.drivenM }
    default:
      return {}
  }
}
