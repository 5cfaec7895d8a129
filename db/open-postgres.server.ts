import { AsyncLocalStorage } from 'node:async_hooks'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { invariant } from '#app/domain/invariant.ts'
import { isRefusal } from '#app/domain/result.ts'
import type { Database, Reader, Tx } from './connection.ts'
import * as schema from './schema/index.ts'

const inTransaction = new AsyncLocalStorage<true>()
const attempts = 5
/**
 * Serialization failure, deadlock, and a unique key somebody else took between our look and our insert: work that
 * looks before it inserts finds the winner's row when it is done again.
 */
const retryable = new Set(['40001', '40P01', '23505'])

class Refused extends Error {
  constructor(readonly value: unknown) {
    super('refused')
  }
}

/** PostgreSQL: a pool, one transaction a connection; serialization failures and deadlocks are tried again. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: Number(process.env.DATABASE_POOL ?? 10) })
  pool.on('error', () => {}) // an idle connection that breaks is replaced at its next use
  const db = drizzle(pool, { schema: schema as never })

  async function once<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
    try {
      return await inTransaction.run(true, () =>
        db.transaction(async (tx) => {
          const value = await work(tx as unknown as Tx)
          if (isRefusal(value)) throw new Refused(value)
          return value
        }),
      )
    } catch (error) {
      if (error instanceof Refused) return error.value as Value
      throw error
    }
  }

  return {
    reader: db as unknown as Reader,
    async transact<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
      invariant(!inTransaction.getStore(), 'transactions do not nest: pass `tx` down')
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(work)
        } catch (error) {
          if (attempt === attempts || !retryable.has(sqlState(error))) throw error
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt))
        }
      }
    },
    ping: async () => {
      await pool.query('select 1')
    },
    close: () => pool.end(),
  }
}

/** Drizzle wraps the driver's error: the SQLSTATE is on the error or on its cause. */
function sqlState(error: unknown): string {
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  if (typeof code === 'string') return code
  return cause === undefined || cause === null ? '' : sqlState(cause)
}
