import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { dialect } from '#db/dialect/index.ts'
import { accounts, periods, postings, seals, transfers } from '#db/schema/index.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { postPlainly } from '#tests/support/post-plainly.ts'
import { refusalOf, runRaw } from '#tests/support/run-raw.ts'
import { closePeriod } from './close-period.server.ts'

const october = new Date('2026-10-30T02:00:00Z')
const november = new Date('2026-11-22T02:00:00Z')
const appendOnly = 'the ledger is append-only'

async function openClosedBooks() {
  const db = await openFresh()
  await postPlainly(db, 'capital:1', october, [['1030', '3010', 20_000]])
  const closed = await closePeriod(db, { period: '2026-10', userId: 'user_office', now: november })
  expect(closed).toEqual({ ok: true, value: { period: '2026-10' } })
  return db
}

const changes: [what: string, why: string, statement: Parameters<typeof runRaw>[1]][] = [
  ['changing a transfer', appendOnly, sql`update ${transfers} set amount_fen = 1`],
  ['deleting a transfer', appendOnly, sql`delete from ${transfers}`],
  ['changing a posting', appendOnly, sql`update ${postings} set event = 'refund'`],
  ['deleting a posting', appendOnly, sql`delete from ${postings}`],
  ['opening a closed month again', 'the period is closed', sql`update ${periods} set closed_at = null where id = '2026-10'`],
  ['deleting a closed month', appendOnly, sql`delete from ${periods} where id = '2026-10'`],
  ['changing a seal', appendOnly, sql`update ${seals} set hash = 'x'`],
  ['deleting a seal', appendOnly, sql`delete from ${seals}`],
  ['deleting an account', appendOnly, sql`delete from ${accounts} where id = '9010'`],
  ['giving an account another name', appendOnly, sql`update ${accounts} set code = '9020' where id = '9010'`],
]

test.each(changes)('%s is refused by the database itself', async (_, why, statement) => {
  const db = await openClosedBooks()
  expect(await refusalOf(runRaw(db, statement))).toContain(why)
})

const replacements: [what: string, statement: Parameters<typeof runRaw>[1]][] = [
  [
    'a transfer',
    sql`insert or replace into transfers select id, posting_key, position, debit, credit, 1, line_id, posted_at from transfers`,
  ],
  [
    'a posting',
    sql`insert or replace into postings select key, body_hash, 'refund', order_id, '2026-11', reverses, effective_at, posted_at + 9e9 from postings`,
  ],
  ['a closed month', sql`insert or replace into periods (id, closed_at) values ('2026-10', null)`],
  ['a seal', sql`insert or replace into seals select day, previous_day, 'x', postings, transfers, moved_fen, sealed_at from seals`],
  ['an account', sql`insert or replace into accounts (id, code, party, balance_fen, side) values ('3010', '3010', null, null, 'either')`],
]

test.runIf(dialect === 'sqlite').each(replacements)('%s is not replaced by inserting over it', async (_, statement) => {
  const db = await openClosedBooks()
  expect(await refusalOf(runRaw(db, statement))).toContain(appendOnly)
})

test.runIf(dialect === 'postgres').each(['transfers', 'postings', 'periods', 'seals'])('%s are not emptied', async (name) => {
  const db = await openClosedBooks()
  expect(await refusalOf(runRaw(db, sql`truncate ${sql.identifier(name)} cascade`))).toContain(appendOnly)
})

test('a posting said to be of a closed month is refused', async () => {
  const db = await openClosedBooks()
  const header = { event: 'capital', orderId: null, reverses: null, effectiveAt: october, postedAt: november }
  const forged = db.transact((tx) => tx.insert(postings).values({ key: 'forged', bodyHash: 'x', period: '2026-10', ...header }))
  expect(await refusalOf(forged)).toContain('the period is closed')
})

test('a reversal is in the books once', async () => {
  const db = await openClosedBooks()
  const header = { event: 'reversal', orderId: null, period: '2026-11', reverses: 'capital:1', effectiveAt: november, postedAt: november }
  await db.transact((tx) => tx.insert(postings).values({ key: 'first', bodyHash: 'x', ...header }))
  await refusalOf(db.transact((tx) => tx.insert(postings).values({ key: 'second', bodyHash: 'x', ...header })))
  expect(await db.reader.select().from(postings).where(eq(postings.reverses, 'capital:1'))).toHaveLength(1)
})

test.each([
  ['2010:o', 'an order’s escrow', [['2010:o', '2110:a', 501]]],
  ['2030:r', 'a refund in transit', [['2030:r', '1020', 1]]],
  ['2130:p', 'a payout in transit', [['2130:p', '1020', 1]]],
  ['1130:d', 'a dispute', [['1020', '1130:d', 1]]],
] as const)('%s, %s, never goes below nothing', async (account, _, moved) => {
  const db = await openFresh()
  await postPlainly(db, 'paid', november, [['1010', '2010:o', 500]])
  expect(await refusalOf(postPlainly(db, 'too much', november, moved))).toContain('accounts_keep_their_side')
  const [kept] = await db.reader.select().from(accounts).where(eq(accounts.id, account))
  expect(kept?.balanceFen ?? 0).toBe(account === '2010:o' ? fen(-500) : 0)
})

test('what a farm is owed may go below nothing, visibly', async () => {
  const db = await openFresh()
  await postPlainly(db, 'refund after payout', november, [['2120:a', '2030:r', 300]])
  expect((await db.reader.select().from(accounts).where(eq(accounts.id, '2120:a')))[0]?.balanceFen).toBe(300)
})
