import type { SQL } from 'drizzle-orm'
import type { Database } from '#db/client.server.ts'
import { dialect } from '#db/dialect/index.ts'

type Raw = { run?: (statement: SQL) => unknown; execute?: (statement: SQL) => unknown }

/** Any statement, through the very connection the app writes with: what no service would ever say. */
export const runRaw = (db: Pick<Database, 'transact'>, statement: SQL): Promise<void> =>
  db.transact(async (tx) => {
    const raw = tx as unknown as Raw
    await (dialect === 'postgres' ? raw.execute?.(statement) : raw.run?.(statement))
  })

/** Why the database refused: the message of the error and of what caused it. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    const { message, cause } = error as Error
    return cause instanceof Error ? `${message}: ${cause.message}` : message
  }
  throw new Error('it was not refused')
}
