import SqliteDatabase from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { monthSpan } from '#app/domain/ledger/month-span.ts'
import { fen } from '#app/domain/money/fen.ts'
import { chunksOf } from '#db/chunks-of.ts'
import type { Reader } from '#db/connection.ts'
import { dialect } from '#db/dialect/index.ts'
import { newIdAt } from '#db/new-id.server.ts'
import { accounts, postings, transfers } from '#db/schema/index.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { type NotedStatement, noteStatements } from '#tests/support/note-statements.ts'
import { runRaw } from '#tests/support/run-raw.ts'
import { findChart, findPostings } from '../ledger/ledger.server.ts'
import { findMoves } from './party-statement.server.ts'

const account = '2110:farm_wj'
const entries = 4000
const limit = 51

const sides = [
  { debit: account, credit: '4010' },
  { debit: '4010', credit: account },
  { debit: '2110:other', credit: '4020' },
]

/** An account with thousands of debits and credits among others', one every twenty minutes from June on. */
async function openLongAccount() {
  const db = await openFresh()
  const { from } = monthSpan('2026-06')
  const posted = Array.from({ length: entries }, (_, index) => {
    const at = new Date(from.getTime() + index * 1_200_000)
    const header = { bodyHash: 'h', event: 'settlement', orderId: null, period: '2026-06', reverses: null, effectiveAt: at, postedAt: at }
    const posting = { key: `k${index}`, ...header }
    const moved = { id: newIdAt('tr', at), postingKey: posting.key, position: 0, ...sides[index % 3]!, lineId: null }
    return { posting, transfer: { ...moved, amountFen: fen(1), postedAt: at } }
  })
  await db.transact(async (tx) => {
    for (const id of ['2110:farm_wj', '2110:other'] as const) {
      await tx.insert(accounts).values({ id, code: '2110', party: id.slice(5), balanceFen: fen(0), side: 'either' })
    }
    for (const batch of chunksOf(posted, 500)) {
      await tx.insert(postings).values(batch.map(({ posting }) => posting))
      await tx.insert(transfers).values(batch.map(({ transfer }) => transfer))
    }
  })
  await runRaw(db, sql`analyze`)
  return { ...db, middle: posted[entries / 2]!.transfer.id }
}

type Plan = { 'Node Type': string; 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; Plans?: Plan[] }
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

/** PostgreSQL says how many rows each node of the plan really touched. */
async function expectBoundedOnPostgres(url: string, { sql: text, params }: NotedStatement) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(`explain (analyze, format json) ${text}`, params)
    for (const node of nodes(rows[0]['QUERY PLAN'][0].Plan)) {
      const touched = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
      expect(touched, `${node['Node Type']} in ${text}`).toBeLessThanOrEqual(limit * 4)
    }
  } finally {
    await client.end()
  }
}

/** SQLite goes along an index that is in the order asked for, looks everything else up by key, and sorts nothing. */
function expectBoundedOnSqlite(url: string, { sql: text, params }: NotedStatement) {
  const connection = new SqliteDatabase(url.slice('file:'.length), { readonly: true })
  try {
    const steps = connection.prepare(`explain query plan ${text}`).all(...params) as { detail: string }[]
    const plan = steps.map(({ detail }) => detail).join('\n')
    expect(plan).toMatch(/SEARCH transfers USING INDEX transfers_by_(debit|credit)/)
    expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
  } finally {
    connection.close()
  }
}

type World = { reader: Reader; url: string; middle: string }
const pages: [what: string, ask: (db: Reader, world: World) => Promise<unknown[]>][] = [
  ['the newest page', (db) => findMoves(db, { accountId: account, before: null, during: null, limit })],
  ['a page in the middle', (db, { middle }) => findMoves(db, { accountId: account, before: middle, during: null, limit })],
  ['a month', (db) => findMoves(db, { accountId: account, before: null, during: monthSpan('2026-06'), limit })],
  ['the office’s newest page', (db) => findPostings(db, { account, before: null, limit })],
  ['the office’s page in the middle', (db, { middle }) => findPostings(db, { account, before: middle, limit })],
]

test('a page of a statement reads no more than it shows, however many entries the account has', async () => {
  const world = await openLongAccount()
  for (const [what, ask] of pages) {
    const noted: NotedStatement[] = []
    expect(await ask(noteStatements(world.reader, noted), world), what).toHaveLength(limit)
    expect(noted, what).toHaveLength(2)
    for (const statement of noted) {
      if (dialect === 'postgres') await expectBoundedOnPostgres(world.url, statement)
      else expectBoundedOnSqlite(world.url, statement)
    }
  }
})

test.skipIf(dialect === 'postgres')('what the system accounts amount to is summed in the indexes alone', async () => {
  const { reader, url } = await openLongAccount()
  const noted: NotedStatement[] = []
  await findChart(noteStatements(reader, noted))
  const connection = new SqliteDatabase(url.slice('file:'.length), { readonly: true })
  onTestFinished(() => void connection.close())
  const plan = noted.flatMap(
    ({ sql: text, params }) => connection.prepare(`explain query plan ${text}`).all(...params) as { detail: string }[],
  )
  const ofTransfers = plan.map(({ detail }) => detail).filter((detail) => detail.includes('transfers'))
  expect(ofTransfers).toHaveLength(2)
  for (const side of ['debit', 'credit']) expect(ofTransfers.join()).toContain(`SEARCH transfers USING COVERING INDEX transfers_by_${side}`)
})
