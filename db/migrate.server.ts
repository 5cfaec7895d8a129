import { mkdirSync } from 'node:fs'
import path from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqliteFolder } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgresFolder } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { invariant } from '#app/domain/invariant.ts'
import { databaseUrl, sqliteFile } from './client.server.ts'
import { dialect } from './dialect/index.ts'

/** One number all our processes agree on: only one of them migrates at a time. */
const migrationLock = 20170324

/** Brings the database to the newest schema. Safe to call from several processes at once. */
export async function migrate(url: string = databaseUrl(), folder = 'db/migrations'): Promise<void> {
  if (dialect === 'postgres') await migratePostgres(url, path.join(folder, 'postgres'))
  else migrateSqlite(sqliteFile(url), path.join(folder, 'sqlite'))
}

/** A table rebuild with foreign keys on deletes the children: they are off meanwhile, and checked after. */
function migrateSqlite(file: string, migrationsFolder: string) {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  const connection = new SqliteDatabase(file)
  try {
    connection.pragma('journal_mode = WAL')
    connection.pragma('busy_timeout = 20000')
    connection.pragma('foreign_keys = OFF')
    migrateSqliteFolder(drizzleSqlite(connection), { migrationsFolder })
    const orphans = connection.pragma('foreign_key_check') as unknown[]
    invariant(orphans.length === 0, `${orphans.length} rows point at nothing after the migration`)
  } finally {
    connection.close()
  }
}

async function migratePostgres(url: string, migrationsFolder: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await migratePostgresFolder(drizzlePostgres(client), { migrationsFolder })
  } finally {
    await client.end() // releases the lock
  }
}
