/** Between which instants a drop is expected. */
export type PromisedWindow = { from: Date; until: Date }

/** A stop of a run, as far as its window hangs on it. `plannedAt` is when its service was planned to begin. */
export type WindowStop = {
  dropId: string
  plannedAt: Date
  status: 'planned' | 'delivered' | 'failed'
  statusAt: Date | null
  promised: PromisedWindow | null
}

const minuteMs = 60_000
const stepMs = 5 * minuteMs
/** From ringing the bell to the driver's tap. Our planning figure. */
const serviceMs = 4 * minuteMs
/** Nobody is told a narrower window than this: a lift can be slow. */
export const NARROWEST_MS = 20 * minuteMs
const nearestMarginMs = 10 * minuteMs
const widestMarginMs = 60 * minuteMs
/** Of the way still to go, so much may go either way. */
const driftShare = 0.2

/**
 * How late a run is, in milliseconds (negative: early): by the stop it settled last, else by when it left.
 * @param run `leftAt` null while it stands at the hub
 */
export function latenessMs(run: { departsAt: Date; leftAt: Date | null }, stops: readonly WindowStop[]): number {
  let last: { statusAt: Date; plannedAt: Date } | null = null
  for (const { statusAt, plannedAt } of stops) {
    if (statusAt !== null && (last === null || statusAt >= last.statusAt)) last = { statusAt, plannedAt }
  }
  if (last) return last.statusAt.getTime() - last.plannedAt.getTime() - serviceMs
  return run.leftAt ? run.leftAt.getTime() - run.departsAt.getTime() : 0
}

/** When a stop is to be expected, never before now, with how far off that may be. */
export function expectStop(plannedAt: Date, lateMs: number, now: Date): { at: Date; marginMs: number } {
  const atMs = Math.max(plannedAt.getTime() + lateMs, now.getTime())
  const marginMs = nearestMarginMs + driftShare * (atMs - now.getTime())
  return { at: new Date(atMs), marginMs: Math.min(marginMs, widestMarginMs) }
}

/**
 * What a customer is told now. The window lies inside the one told before and shrinks as the van comes nearer; a van that is
 * early waits for it. Only when the van will miss its end is another window told, around when it is expected.
 */
export function narrowWindow(before: PromisedWindow | null, expected: { at: Date; marginMs: number }, now: Date): PromisedWindow {
  const { at, marginMs } = expected
  const fromMs = Math.max(floorTo(at.getTime() - marginMs), floorTo(now.getTime()))
  const around = { fromMs, untilMs: Math.max(ceilTo(at.getTime() + marginMs), fromMs + NARROWEST_MS) }
  if (before === null || at > before.until) return toWindow(around)
  const within = { fromMs: before.from.getTime(), untilMs: before.until.getTime() }
  const untilMs = Math.min(Math.max(around.untilMs, within.fromMs + NARROWEST_MS), within.untilMs)
  return toWindow({ fromMs: Math.max(Math.min(around.fromMs, untilMs - NARROWEST_MS), within.fromMs), untilMs })
}

const floorTo = (ms: number) => Math.floor(ms / stepMs) * stepMs
const ceilTo = (ms: number) => Math.ceil(ms / stepMs) * stepMs
const toWindow = ({ fromMs, untilMs }: { fromMs: number; untilMs: number }) => ({ from: new Date(fromMs), until: new Date(untilMs) })

/** How many stops may still lie before one whose customer is told that the van is near. */
export const NEAR_STOPS = 2

/** The drops the van comes to next, in their order: told once that it is near, when a stop of the run has been settled. */
export const nearDrops = (stops: readonly WindowStop[]): string[] =>
  stops.some(({ status }) => status !== 'planned')
    ? stops
        .filter(({ status }) => status === 'planned')
        .slice(0, NEAR_STOPS + 1)
        .map(({ dropId }) => dropId)
    : []
