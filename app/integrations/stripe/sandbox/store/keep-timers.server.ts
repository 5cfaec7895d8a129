import type { Store } from './open-store.server.ts'

/** What happens by itself later on: a session runs out, a refund or payout arrives or comes back. */
export type TimerKind = 'expire_session' | 'settle_refund' | 'fail_refund' | 'settle_payout' | 'fail_payout'
export type Timer = { seq: number; kind: TimerKind; subject: string }

export function setTimer(store: Store, kind: TimerKind, subject: string, dueAtMs: number): void {
  store.prepare('INSERT INTO timers (kind, subject, due_at) VALUES (?, ?, ?)').run(kind, subject, dueAtMs)
}

export function dropTimers(store: Store, subject: string): void {
  store.prepare('DELETE FROM timers WHERE subject = ?').run(subject)
}

export const findDueTimers = (store: Store, atMs: number): Timer[] =>
  store.prepare<Timer>('SELECT seq, kind, subject FROM timers WHERE due_at <= ? ORDER BY due_at, seq LIMIT 100').all(atMs)

/** Takes one timer; false when another process was faster. */
export const takeTimer = (store: Store, seq: number): boolean => store.prepare('DELETE FROM timers WHERE seq = ?').run(seq).changes === 1

/** When the next timer or delivery falls due (ms), or undefined when nothing is waiting. */
export function findNextDueAt(store: Store): number | undefined {
  const next = store.prepare<{ dueAt: number | null }>(
    `SELECT min(due_at) AS dueAt FROM (
      SELECT min(due_at) AS due_at FROM timers UNION ALL SELECT min(due_at) FROM deliveries WHERE state = 'pending')`,
  )
  return next.get()?.dueAt ?? undefined
}
