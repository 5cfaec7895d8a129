import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type * as schema from './schema/index.ts'

type Queryable = BaseSQLiteDatabase<'async', unknown, typeof schema>

/** Reads. Typed async on both dialects, so `.get()` and `.run()` never compile into sync habits. */
export type Reader = Pick<Queryable, 'select' | 'selectDistinct' | '$count' | 'with'>
/** Reads and writes, inside one transaction. Only `transact` hands these out. */
export type Tx = Pick<Queryable, 'select' | 'selectDistinct' | '$count' | 'with' | 'insert' | 'update' | 'delete'>

export type Database = {
  reader: Reader
  /**
   * Runs `work` alone and answers once it is on disk. A throw or a refusal writes nothing.
   * @throws {InvariantError} when called inside another transaction: pass `tx` down
   */
  transact<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value>
  /** A question no schema change or lock can break: is the database there? */
  ping(): Promise<void>
  close(): Promise<void>
}
