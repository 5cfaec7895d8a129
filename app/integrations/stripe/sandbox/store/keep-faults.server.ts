import type { Store } from './open-store.server.ts'

/** What can be made to go wrong. Counts are "the next N"; each is spent as it strikes. */
export type Faults = {
  /** 1: every webhook is sent twice. */
  duplicateWebhooks: number
  /** 1: the webhooks of one change arrive last first, one at a time. */
  reorderWebhooks: number
  webhookDelayMs: number
  webhooksToDrop: number
  /** API calls to refuse before anything is done, with `refuseStatus` 409, 429 or 500. */
  callsToRefuse: number
  refuseStatus: number
  /** API writes whose connection is cut after the commit: done, but the caller never hears. */
  callsToCut: number
  /** API answers are held back this long after the commit; the idempotency key is in use meanwhile. */
  answerDelayMs: number
  /** Refunds taken as pending that come back later. */
  refundsToFail: number
  /** Refunds that are answered as failed. */
  refundsToFailAtOnce: number
  /** Refunds, transfers and payouts refused for want of funds. */
  movesToRefuse: number
  /** Payments by card that the cardholder disputes at once. */
  paymentsToDispute: number
  payoutsToFail: number
  /** How far the sandbox's clock runs ahead of the real one. */
  clockAheadMs: number
}

export const NO_FAULTS: Readonly<Faults> = {
  duplicateWebhooks: 0,
  reorderWebhooks: 0,
  webhookDelayMs: 0,
  webhooksToDrop: 0,
  callsToRefuse: 0,
  refuseStatus: 500,
  callsToCut: 0,
  answerDelayMs: 0,
  refundsToFail: 0,
  refundsToFailAtOnce: 0,
  movesToRefuse: 0,
  paymentsToDispute: 0,
  payoutsToFail: 0,
  clockAheadMs: 0,
}

export const isFaultName = (name: string): name is keyof Faults => Object.hasOwn(NO_FAULTS, name)

export function readFaults(store: Store): Faults {
  const faults = { ...NO_FAULTS }
  const rows = store.prepare<{ name: string; value: number }>('SELECT name, value FROM faults').all()
  for (const { name, value } of rows) if (isFaultName(name)) faults[name] = value
  return faults
}

/** Sets the faults named and leaves the others. */
export function setFaults(store: Store, faults: Partial<Faults>): void {
  const set = store.prepare('INSERT INTO faults (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
  store.transact(() => {
    for (const [name, value] of Object.entries(faults)) set.run(name, value)
  })
}

/** Takes one from a count. False when it is used up, so that of several processes only N are struck. */
export function spendFault(store: Store, name: keyof Faults): boolean {
  return store.prepare('UPDATE faults SET value = value - 1 WHERE name = ? AND value > 0').run(name).changes === 1
}

export function advanceClock(store: Store, byMs: number): void {
  store
    .prepare(`INSERT INTO faults (name, value) VALUES ('clockAheadMs', ?) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value`)
    .run(byMs)
}
