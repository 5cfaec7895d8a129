import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#db/client.server.ts'
import { dialect } from '#db/dialect/index.ts'
import { findFact } from '#db/queries/facts.server.ts'
import { openEmpty } from '#tests/support/fresh-database.ts'
import { runRaw } from '#tests/support/run-raw.ts'
import { migrate } from './migrate.server.ts'

/** The migrations as they were before one was written. */
function migrationsBefore(tag: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'commonfield-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(path.join('db/migrations', dialect), path.join(folder, dialect), { recursive: true })
  const file = path.join(folder, dialect, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] }
  const until = journal.entries.findIndex((entry) => entry.tag === tag)
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, until) }))
  return folder
}

/** A database as it was before orders kept their invoice, with a wave in this state; brought up to date. */
async function upgraded(waveStatus: 'done' | 'open') {
  const url = await openEmpty()
  await migrate(url, migrationsBefore('0014_two_persons'))
  const db = openDatabase(url)
  onTestFinished(() => db.close())
  const now = dialect === 'postgres' ? sql`now()` : sql`0`
  await runRaw(db, sql`insert into hubs (id, name_zh, name_en, address_zh, address_en, lat, lon) values ('hub', '', '', '', '', 30, 104)`)
  await runRaw(db, sql`insert into zones (id, hub_id, name_zh, name_en, polygon, position) values ('zone', 'hub', '', '', '[]', 1)`)
  await runRaw(
    db,
    sql`insert into waves (id, hub_id, zone_id, delivers_on, cutoff_at, status, capacity_drops, booked_drops, drop_fee_fen)
        values ('wave', 'hub', 'zone', '2026-11-01', ${now}, ${waveStatus}, 1, 0, 0)`,
  )
  await migrate(url)
  return db
}

test('a database whose waves were done before costs were reckoned remembers since when they are', async () => {
  const before = Date.now()
  const said = await findFact((await upgraded('done')).reader, 'wave_costs_from')
  expect(Math.abs(new Date(said ?? '').getTime() - before)).toBeLessThan(60_000)
})

test('a database where no wave was done yet reckons them all', async () => {
  expect(await findFact((await upgraded('open')).reader, 'wave_costs_from')).toBeNull()
})
