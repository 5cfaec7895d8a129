import type { Database } from './connection.ts'
import { dialect } from './dialect/index.ts'
import { openPostgres } from './open-postgres.server.ts'
import { openSqlite } from './open-sqlite.server.ts'

export type { Database, Reader, Tx } from './connection.ts'
export { isStorageFull } from './storage-full.ts'

/** Where the data lives when nothing else is said. */
export const defaultDatabaseUrl = 'file:./data/commonfield.db'

export const databaseUrl = () => process.env.DATABASE_URL || defaultDatabaseUrl

/** The dialect is chosen once, by the process's own DATABASE_URL (`file:…` or `postgres://…`). */
export function openDatabase(url: string = databaseUrl()): Database {
  return dialect === 'postgres' ? openPostgres(url) : openSqlite(sqliteFile(url))
}

export const sqliteFile = (url: string) => url.replace(/^file:(\/\/)?/, '')
