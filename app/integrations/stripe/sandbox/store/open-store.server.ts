import { mkdirSync } from 'node:fs'
import path from 'node:path'
import SqliteDatabase, { type Statement } from 'better-sqlite3'

/**
 * Objects are JSON rows beside the few columns that lists filter by. `seq` is the order of creation, which is what
 * cursors walk. `due_at` and other instants are milliseconds since 1970; `created` is in seconds, as Stripe has it.
 */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS objects (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  created INTEGER NOT NULL,
  json TEXT NOT NULL,
  payment_intent TEXT,
  charge TEXT,
  source TEXT,
  transfer_group TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS objects_of_a_type ON objects (type, seq);
CREATE INDEX IF NOT EXISTS objects_of_an_intent ON objects (payment_intent, type, seq) WHERE payment_intent IS NOT NULL;
CREATE INDEX IF NOT EXISTS refunds_of_a_charge ON objects (charge, type, seq) WHERE charge IS NOT NULL;
CREATE INDEX IF NOT EXISTS movements_of_a_source ON objects (source, type, seq) WHERE source IS NOT NULL;
CREATE INDEX IF NOT EXISTS objects_of_a_group ON objects (transfer_group, type, seq) WHERE transfer_group IS NOT NULL;
CREATE INDEX IF NOT EXISTS balance_by_day ON objects (json ->> '$.currency', json ->> '$.available_on', json ->> '$.net')
  WHERE type = 'balance_transaction';
CREATE TABLE IF NOT EXISTS session_details (session_id TEXT PRIMARY KEY, lines TEXT NOT NULL, intent TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS answers (
  key TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  request_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  held_until INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS answers_by_age ON answers (created_at);
CREATE TABLE IF NOT EXISTS deliveries (
  seq INTEGER PRIMARY KEY,
  event_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'dropped', 'failed')),
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  note TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (due_at, seq) WHERE state = 'pending';
CREATE INDEX IF NOT EXISTS deliveries_of_an_event ON deliveries (event_id);
CREATE TABLE IF NOT EXISTS timers (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, due_at INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS timers_due ON timers (due_at, seq);
CREATE INDEX IF NOT EXISTS timers_of_a_subject ON timers (subject);
CREATE TABLE IF NOT EXISTS account_links (
  token TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  return_url TEXT NOT NULL,
  refresh_url TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  used INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS faults (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`

export type Store = {
  /** The prepared statement for `sql`, made once. `Row` is what its columns hold. Values are bound, never written into the text. */
  prepare<Row = unknown>(sql: string): Statement<unknown[], Row>
  /** Runs `work` in one transaction that holds the write lock from the start. A throw writes nothing. */
  transact<Value>(work: () => Value): Value
  close(): void
}

/** Opens the sandbox's own database, `':memory:'` or a file whose folder is made if need be. Several processes may share a file. */
export function openStore(file: string): Store {
  if (file !== ':memory:') mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  const database = new SqliteDatabase(file)
  database.pragma('busy_timeout = 5000')
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  database.pragma('trusted_schema = OFF')
  database.exec(SCHEMA)

  const prepared = new Map<string, Statement<unknown[]>>()
  return {
    prepare<Row>(sql: string) {
      let statement = prepared.get(sql)
      if (!statement) {
        statement = database.prepare<unknown[]>(sql)
        prepared.set(sql, statement)
      }
      return statement as Statement<unknown[], Row>
    },
    transact: (work) => database.transaction(work).immediate(),
    close: () => void database.close(),
  }
}
