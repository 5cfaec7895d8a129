import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Database } from '#db/client.server.ts'
import { accounts, auditEntries, transfers } from '#db/schema/index.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { postPlainly } from '#tests/support/post-plainly.ts'
import { reversePosting } from './reverse-posting.server.ts'

const sunday = new Date('2026-11-22T02:00:00Z')
const monday = new Date('2026-11-23T02:00:00Z')
const undo = (key: string) => ({ key, reason: '登记错了账户', by: 'user_office_ledger', now: monday })
const reverse = (db: Database, key: string) => db.transact((tx) => reversePosting(tx, undo(key)))

const balanceOf = async (db: Database, id: string) => (await db.reader.select().from(accounts).where(eq(accounts.id, id)))[0]?.balanceFen

async function openBooks() {
  const db = await openFresh()
  await postPlainly(db, 'paid', sunday, [
    ['1010', '2010:o', 500],
    ['5020', '2010:o', 20],
  ])
  await postPlainly(db, 'capital:1', sunday, [['1030', '3010', 700]])
  return db
}

test('a reversal turns every transfer round, names what it reverses and says why in the audit log', async () => {
  const db = await openBooks()
  expect(await reverse(db, 'paid')).toEqual({ ok: true, value: { key: 'paid:reversed' } })
  const moved = await db.reader.select().from(transfers).where(eq(transfers.postingKey, 'paid:reversed')).orderBy(transfers.position)
  expect(moved).toMatchObject([
    { debit: '2010:o', credit: '5020', amountFen: 20 },
    { debit: '2010:o', credit: '1010', amountFen: 500 },
  ])
  expect(await balanceOf(db, '2010:o')).toBe(0)
  expect(await db.reader.select().from(auditEntries)).toMatchObject([
    {
      action: 'posting_reversed',
      subject: 'paid',
      actorId: 'user_office_ledger',
      detail: { reason: '登记错了账户', amountFen: 520, reversal: 'paid:reversed' },
    },
  ])
})

test('a posting is reversed once, however many ask at once, and a reversal never', async () => {
  const db = await openBooks()
  const outcomes = await Promise.all([1, 2, 3].map(() => reverse(db, 'paid')))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await reverse(db, 'paid')).toEqual({ ok: false, refusal: { code: 'already_reversed', by: 'paid:reversed' } })
  expect(await reverse(db, 'paid:reversed')).toEqual({ ok: false, refusal: { code: 'is_a_reversal' } })
  expect(await db.reader.select().from(auditEntries)).toHaveLength(1)
})

test('nothing is reversed that was never posted', async () => {
  expect(await reverse(await openFresh(), 'paid')).toEqual({ ok: false, refusal: { code: 'unknown_posting' } })
})

test('money that has gone on is not taken back from where it was', async () => {
  const db = await openBooks()
  await postPlainly(db, 'shared', sunday, [['2010:o', '2110:a', 1]])
  expect(await reverse(db, 'paid')).toEqual({ ok: false, refusal: { code: 'money_has_moved_on', account: '2010:o' } })
  expect(await balanceOf(db, '2010:o')).toBe(-519)
})
