import type { Store } from './open-store.server.ts'

export type DeliveryState = 'pending' | 'delivered' | 'dropped' | 'failed'
export type Delivery = { seq: number; eventId: string; attempts: number }

/** A sender that dies leaves its delivery to the others after this long. */
const CLAIM_MS = 60_000

export function queueDelivery(store: Store, eventId: string, state: 'pending' | 'dropped', dueAtMs: number): void {
  store.prepare('INSERT INTO deliveries (event_id, state, due_at) VALUES (?, ?, ?)').run(eventId, state, dueAtMs)
}

/** Takes up to `limit` deliveries that are due, oldest first, so that no other process sends them too. */
export function claimDeliveries(store: Store, atMs: number, limit: number): Delivery[] {
  const claimed = store
    .prepare<Delivery>(
      `UPDATE deliveries SET due_at = ?, attempts = attempts + 1
       WHERE seq IN (SELECT seq FROM deliveries WHERE state = 'pending' AND due_at <= ? ORDER BY due_at, seq LIMIT ?)
       RETURNING seq, event_id AS eventId, attempts`,
    )
    .all(atMs + CLAIM_MS, atMs, limit)
  return claimed.sort((a, b) => a.seq - b.seq)
}

export function settleDelivery(store: Store, seq: number, state: DeliveryState, note: string): void {
  store.prepare('UPDATE deliveries SET state = ?, note = ? WHERE seq = ?').run(state, note, seq)
}

export function postponeDelivery(store: Store, seq: number, dueAtMs: number, note: string): void {
  store.prepare('UPDATE deliveries SET due_at = ?, note = ? WHERE seq = ?').run(dueAtMs, note, seq)
}

export function countPendingDeliveries(store: Store, eventId: string): number {
  const counted = store.prepare<{ pending: number }>(`SELECT count(*) AS pending FROM deliveries WHERE event_id = ? AND state = 'pending'`)
  return counted.get(eventId)?.pending ?? 0
}

export type DeliveryOutcome = { state: DeliveryState; attempts: number; note: string | null }

/** What became of the deliveries of one event, oldest first. */
export const findDeliveries = (store: Store, eventId: string): DeliveryOutcome[] =>
  store.prepare<DeliveryOutcome>('SELECT state, attempts, note FROM deliveries WHERE event_id = ? ORDER BY seq').all(eventId)
