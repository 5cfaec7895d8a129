import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { invariant } from '#app/domain/invariant.ts'
import { isRefusal } from '#app/domain/result.ts'
import type { Database, Reader, Tx } from './connection.ts'
import * as schema from './schema/index.ts'
import { isStorageFull } from './storage-full.ts'

const inTransaction = new AsyncLocalStorage<true>()
const largestGroup = 256

type Waiting = { work: (tx: Tx) => Promise<unknown>; answer: (value: unknown) => void; fail: (error: unknown) => void }

/** Every connection needs these; `recursive_triggers` closes INSERT OR REPLACE to the append-only ledger. */
export function setPragmas(connection: SqliteDatabase.Database) {
  connection.pragma('busy_timeout = 5000')
  connection.pragma('foreign_keys = ON')
  connection.pragma('recursive_triggers = ON')
  connection.pragma('trusted_schema = OFF')
  connection.pragma('cache_size = -65536')
  connection.pragma('mmap_size = 268435456')
}

/** `DATABASE_MAX_MB` keeps the file from filling the disk: past it nothing is written, and everything goes on being read. */
function limitSize(writer: SqliteDatabase.Database) {
  const megabytes = Number(process.env.DATABASE_MAX_MB ?? 0)
  if (!(megabytes > 0)) return
  const pageBytes = writer.pragma('page_size', { simple: true }) as number
  writer.pragma(`max_page_count = ${Math.ceil((megabytes * 1024 * 1024) / pageBytes)}`)
}

/**
 * One writer connection, one read-only connection that sees committed data only.
 *
 * Group commit (decision 0004): transactions that wait together share one BEGIN … COMMIT, each in a
 * savepoint of its own, and are answered after the commit. With `synchronous=FULL` an acknowledged
 * write survives a power cut, and many of them share one fsync.
 */
export function openSqlite(file: string): Database {
  if (file !== ':memory:') mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  const writer = new SqliteDatabase(file)
  writer.pragma('journal_mode = WAL')
  writer.pragma('synchronous = FULL')
  writer.pragma('wal_autocheckpoint = 4000')
  setPragmas(writer)
  limitSize(writer)
  const readerConnection = new SqliteDatabase(file, { readonly: true })
  setPragmas(readerConnection)

  const tx = drizzle(writer, { schema }) as unknown as Tx
  const reader = drizzle(readerConnection, { schema }) as unknown as Reader
  const begin = writer.prepare('BEGIN IMMEDIATE')
  const commit = writer.prepare('COMMIT')
  const mark = writer.prepare('SAVEPOINT one')
  const keep = writer.prepare('RELEASE one')
  const undo = writer.prepare('ROLLBACK TO one')
  const ask = readerConnection.prepare('SELECT 1')

  let waiting: Waiting[] = []
  let draining: Promise<void> | undefined

  /** @returns what to tell the caller once the group is committed */
  async function runOne({ work, answer, fail }: Waiting): Promise<() => void> {
    mark.run()
    try {
      const value = await inTransaction.run(true, () => work(tx))
      if (isRefusal(value)) undo.run()
      keep.run()
      return () => answer(value)
    } catch (error) {
      // A full disk or an I/O error makes SQLite roll the whole group back by itself.
      if (!writer.inTransaction) throw error
      undo.run()
      keep.run()
      return () => fail(error)
    }
  }

  async function runGroup(group: Waiting[]) {
    const answers: (() => void)[] = []
    try {
      begin.run()
      for (const one of group) answers.push(await runOne(one))
      commit.run()
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK')
      for (const { fail } of group) fail(error)
      return
    }
    for (const tell of answers) tell()
  }

  async function drain() {
    while (waiting.length > 0) {
      await new Promise(setImmediate) // let every request that has already arrived join
      const group = waiting.slice(0, largestGroup)
      waiting = waiting.slice(largestGroup)
      await runGroup(group)
    }
    draining = undefined
  }

  return {
    reader,
    transact<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
      invariant(!inTransaction.getStore(), 'transactions do not nest: pass `tx` down')
      return new Promise<Value>((resolve, reject) => {
        waiting.push({ work, answer: resolve as (value: unknown) => void, fail: reject })
        draining ??= drain()
      })
    },
    ping: async () => {
      ask.get()
    },
    close: async () => {
      while (draining) await draining
      readerConnection.close()
      try {
        writer.pragma('optimize') // writes statistics, which a full disk may go without
      } catch (error) {
        if (!isStorageFull(error)) throw error
      } finally {
        writer.close()
      }
    },
  }
}
