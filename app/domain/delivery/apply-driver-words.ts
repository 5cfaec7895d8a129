import type { DriverEvent } from './driver-event.ts'
import { settleDrop } from './settle-drop.ts'

export type ShownRun = { status: 'planned' | 'on_road' | 'done' }
export type ShownStop = {
  id: string
  position: number | null
  status: 'planned' | 'delivered' | 'failed'
  statusReason: string | null
  statusAt: Date | null
  arrivedAt: Date | null
  cratesBack: number
}

/**
 * What a run looks like once everything the driver has noted is known: what the phone shows while nothing can be sent. A code is
 * believed until the server has compared it; an event about a stop that is not on the run any more changes nothing.
 */
export function applyDriverWords<Run extends ShownRun, Stop extends ShownStop>(
  run: Run,
  stops: readonly Stop[],
  events: readonly DriverEvent[],
): { run: Run; stops: Stop[] } {
  const after = new Map(stops.map((stop) => [stop.id, stop]))
  let status: ShownRun['status'] = run.status
  let last = Math.max(0, ...stops.map(({ position }) => position ?? 0))
  for (const { word, phoneAt } of events) {
    if (word.kind === 'start') status = status === 'planned' ? 'on_road' : status
    const stop = 'dropId' in word ? after.get(word.dropId) : undefined
    if (!stop) continue
    if (word.kind === 'arrive') after.set(stop.id, { ...stop, arrivedAt: phoneAt })
    if (word.kind === 'crates') after.set(stop.id, { ...stop, cratesBack: word.count })
    if (word.kind === 'reopen') after.set(stop.id, { ...stop, status: 'planned', statusReason: null, statusAt: null })
    if (word.kind !== 'deliver' && word.kind !== 'fail') continue
    const outcome =
      word.kind === 'deliver'
        ? ({ kind: 'delivered', proof: word.proof } as const)
        : ({ kind: 'failed', reason: word.reason, next: word.next } as const)
    const settled = settleDrop(stop.status, outcome, word.kind === 'deliver' && 'code' in word.proof ? [word.proof.code] : [])
    if (!settled.ok || settled.value === null) continue
    const position = settled.value.status === 'planned' ? ++last : stop.position
    after.set(stop.id, { ...stop, ...settled.value, position, statusAt: phoneAt })
  }
  const shown = [...after.values()].sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
  const isOver = status === 'on_road' && shown.every((stop) => stop.status !== 'planned')
  return { run: { ...run, status: isOver ? 'done' : status }, stops: shown }
}
