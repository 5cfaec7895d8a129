import SqliteDatabase from 'better-sqlite3'
import { setPragmas } from '#db/open-sqlite.server.ts'
import { ownCpuSeconds, round } from './measure.ts'

export type Row = Record<string, unknown>

/** Where a replay reads from, and the database it writes into as our own writer would, `synchronous=NORMAL`. */
export function openReplay({ before, after }: { before: string; after: string }) {
  const source = new SqliteDatabase(after, { readonly: true })
  const target = new SqliteDatabase(before)
  setPragmas(target)
  target.pragma('journal_mode = WAL')
  target.pragma('synchronous = NORMAL')
  target.pragma('wal_autocheckpoint = 4000') // as our own writer has it: a reference that syncs more often would flatter us
  const inserts = new Map<string, (row: Row) => void>()
  const prepareInsert = (table: string, columns: readonly string[]) => {
    const statement = target.prepare(
      `insert into "${table}" (${columns.map((column) => `"${column}"`).join()}) values (${columns.map(() => '?').join()})`,
    )
    return (row: Row) => void statement.run(...columns.map((column) => row[column]))
  }
  /** A row as it is; every row of a table has the columns of its first. */
  const insert = (table: string, row: Row) =>
    (inserts.get(table) ?? inserts.set(table, prepareInsert(table, Object.keys(row))).get(table)!)(row)
  /** What writing `count` steps took: `write` alone is timed. Closes both databases. */
  const timed = (count: number, write: () => void) => {
    const cpu = ownCpuSeconds()
    const startedAt = performance.now()
    write()
    const seconds = (performance.now() - startedAt) / 1000
    const cpuSeconds = ownCpuSeconds() - cpu
    source.close()
    target.close()
    return { count, seconds: round(seconds), perSecond: round(count / seconds), perCpuSecond: round(count / cpuSeconds) }
  }
  return { source, target, insert, timed }
}
