import type { Store } from './open-store.server.ts'

/** The answer first given to an idempotency key. Until `heldUntil` (ms) it is still on its way to the first caller. */
export type KeptAnswer = { fingerprint: string; status: number; body: string; requestId: string; heldUntil: number }

const KEPT_FOR_MS = 24 * 60 * 60_000

export function findAnswer(store: Store, key: string, atMs: number): KeptAnswer | undefined {
  return store
    .prepare<KeptAnswer>(
      'SELECT fingerprint, status, body, request_id AS requestId, held_until AS heldUntil FROM answers WHERE key = ? AND created_at > ?',
    )
    .get(key, atMs - KEPT_FOR_MS)
}

/** Keeps the answer for a day; the key may be used afresh after that. */
export function keepAnswer(store: Store, key: string, answer: KeptAnswer, atMs: number): void {
  store
    .prepare(
      'INSERT OR REPLACE INTO answers (key, fingerprint, status, body, request_id, created_at, held_until) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(key, answer.fingerprint, answer.status, answer.body, answer.requestId, atMs, answer.heldUntil)
}

export function forgetOldAnswers(store: Store, atMs: number): void {
  store.prepare('DELETE FROM answers WHERE created_at <= ?').run(atMs - KEPT_FOR_MS)
}
