import SqliteDatabase from 'better-sqlite3'
import { setPragmas } from '#db/open-sqlite.server.ts'

export type Row = Record<string, unknown>

/** Where a replay reads from, and the database it writes into as our own writer would, `synchronous=NORMAL`. */
export function openReplay({ before, after }: { before: string; after: string }) {
  const source = new SqliteDatabase(after, { readonly: true })
  const target = new SqliteDatabase(before)
  setPragmas(target)
  target.pragma('journal_mode = WAL')
  target.pragma('synchronous = NORMAL')
  target.pragma('wal_autocheckpoint = 4000') // as our own writer has it: a reference that syncs more often would flatter us
  return { source, target }
}
