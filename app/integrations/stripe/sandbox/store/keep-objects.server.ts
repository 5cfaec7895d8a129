import type Stripe from 'stripe'
import type { Store } from './open-store.server.ts'
import { idOf } from './read-reference.server.ts'

/** What the sandbox keeps, by Stripe's name for it. References between objects are stored as ids, never expanded. */
export type StoredObjects = {
  'checkout.session': Stripe.Checkout.Session
  payment_intent: Stripe.PaymentIntent
  charge: Stripe.Charge
  refund: Stripe.Refund
  balance_transaction: Stripe.BalanceTransaction
  dispute: Stripe.Dispute
  transfer: Stripe.Transfer
  transfer_reversal: Stripe.TransferReversal
  payout: Stripe.Payout
  account: Stripe.Account & { created: number }
  event: Stripe.Event
}
export type ObjectType = keyof StoredObjects
export type StoredObject = StoredObjects[ObjectType]

/** Columns a list may filter by, and JSON members where a scan of the type is good enough. */
const FILTERS = {
  payment_intent: 'payment_intent = ?',
  charge: 'charge = ?',
  source: 'source = ?',
  transfer_group: 'transfer_group = ?',
  status: `json ->> '$.status' = ?`,
  currency: `json ->> '$.currency' = ?`,
  destination: `json ->> '$.destination' = ?`,
  /** A JSON array of the object's own `type`s, `*` standing for anything. */
  kinds: `EXISTS (SELECT 1 FROM json_each(?) AS wanted WHERE objects.json ->> '$.type' GLOB wanted.value)`,
  delivered: `NOT EXISTS (SELECT 1 FROM deliveries WHERE event_id = objects.id AND state <> 'delivered') = ?`,
  email: `json ->> '$.customer_details.email' = ?`,
  createdFrom: 'created >= ?',
  createdAfter: 'created > ?',
  createdTo: 'created <= ?',
  createdBefore: 'created < ?',
} as const
export type Filter = { by: keyof typeof FILTERS; value: string | number }
export type Page = { limit: number; startingAfter?: string; endingBefore?: string }

type Row = { json: string }

export function insertObject(store: Store, object: StoredObject): void {
  store
    .prepare(
      `INSERT INTO objects (id, type, created, json, payment_intent, charge, source, transfer_group) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(object.id, object.object, object.created, JSON.stringify(object), ...referencesOf(object))
}

type References = [paymentIntent: string | null, charge: string | null, source: string | null, transferGroup: string | null]

/** What each type may be listed by. */
function referencesOf(object: StoredObject): References {
  switch (object.object) {
    case 'checkout.session':
      return [idOf(object.payment_intent), null, null, null]
    case 'charge':
      return [idOf(object.payment_intent), null, null, object.transfer_group]
    case 'refund':
    case 'dispute':
      return [idOf(object.payment_intent), idOf(object.charge), null, null]
    case 'transfer':
      return [null, null, null, object.transfer_group]
    case 'transfer_reversal':
      return [null, null, idOf(object.transfer), null]
    case 'balance_transaction':
      return [null, null, idOf(object.source), null]
    case 'payment_intent':
    case 'payout':
    case 'account':
    case 'event':
      return [null, null, null, null]
  }
}

/** Puts `object` in the place of the one with its id, and hands it back. */
export function replaceObject<Kept extends StoredObject>(store: Store, object: Kept): Kept {
  const references = referencesOf(object)
  store
    .prepare('UPDATE objects SET json = ?, payment_intent = ?, charge = ?, source = ?, transfer_group = ? WHERE id = ?')
    .run(JSON.stringify(object), ...references, object.id)
  return object
}

export function findObject<Type extends ObjectType>(store: Store, type: Type, id: string): StoredObjects[Type] | undefined {
  const row = store.prepare<Row>('SELECT json FROM objects WHERE id = ? AND type = ?').get(id, type)
  return row && JSON.parse(row.json)
}

export function findObjectOfAnyType(store: Store, id: string): StoredObject | undefined {
  const row = store.prepare<Row>('SELECT json FROM objects WHERE id = ?').get(id)
  return row && JSON.parse(row.json)
}

/** The text a webhook carries: the event exactly as it was stored. */
export function findEventText(store: Store, id: string): string | undefined {
  return store.prepare<Row>(`SELECT json FROM objects WHERE id = ? AND type = 'event'`).get(id)?.json
}

/** Newest first. `hasMore` looks onward in the direction of travel, as Stripe's does. An unknown cursor finds nothing. */
export function listObjects<Type extends ObjectType>(
  store: Store,
  type: Type,
  filters: readonly Filter[],
  { limit, startingAfter, endingBefore }: Page,
): { data: StoredObjects[Type][]; hasMore: boolean } {
  const terms = ['type = ?', ...filters.map(({ by }) => FILTERS[by])]
  const values: unknown[] = [type, ...filters.map(({ value }) => value)]
  for (const [comparison, cursor] of [
    ['<', startingAfter],
    ['>', endingBefore],
  ] as const) {
    if (cursor === undefined) continue
    terms.push(`seq ${comparison} (SELECT seq FROM objects WHERE id = ?)`)
    values.push(cursor)
  }
  const backwards = endingBefore !== undefined
  const sql = `SELECT json FROM objects WHERE ${terms.join(' AND ')} ORDER BY seq ${backwards ? 'ASC' : 'DESC'} LIMIT ?`
  const rows = store.prepare<Row>(sql).all(...values, limit + 1)
  const page = rows.slice(0, limit)
  if (backwards) page.reverse()
  return { data: page.map(({ json }) => JSON.parse(json)), hasMore: rows.length > limit }
}

/** Net of all balance transactions per currency: usable at `atS` (seconds), and not yet. */
export function sumBalance(store: Store, atS: number): { currency: string; available: number; pending: number }[] {
  return store
    .prepare<{ currency: string; available: number; pending: number }>(
      `SELECT json ->> '$.currency' AS currency,
        sum(CASE WHEN json ->> '$.available_on' <= ? THEN json ->> '$.net' ELSE 0 END) AS available,
        sum(CASE WHEN json ->> '$.available_on' > ? THEN json ->> '$.net' ELSE 0 END) AS pending
       FROM objects WHERE type = 'balance_transaction' GROUP BY 1 ORDER BY 1`,
    )
    .all(atS, atS)
}
