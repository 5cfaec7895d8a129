import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { aloneUpToFen } from '#app/domain/after-sales/approval.ts'
import type { Database } from '#db/client.server.ts'
import { findProposedReversals } from '#db/queries/settlement/reversals.server.ts'
import { auditEntries, postings, reversals } from '#db/schema/index.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { postPlainly } from '#tests/support/post-plainly.ts'
import { refusalOf, runRaw } from '#tests/support/run-raw.ts'
import { decideReversal } from './decide-reversal.server.ts'
import { reverseByHand } from './reverse-by-hand.server.ts'

const sunday = new Date('2026-11-22T02:00:00Z')
const monday = new Date('2026-11-23T02:00:00Z')
const undo = (key: string, by = 'ana') => ({ key, reason: '登记错了账户', by, now: monday })

/** Capital of one fen above what one person may undo, and of exactly that much. */
async function openBooks() {
  const db = await openFresh()
  await postPlainly(db, 'capital:large', sunday, [['1030', '3010', aloneUpToFen + 1]])
  await postPlainly(db, 'capital:small', sunday, [['1030', '3010', aloneUpToFen]])
  return db
}

async function proposed(db: Database) {
  const answer = await reverseByHand(db, undo('capital:large'))
  if (!answer.ok || answer.value.status !== 'proposed') throw new Error('not proposed')
  return answer.value.reversalId
}
const decide = (db: Database, reversalId: string, userId: string, confirm = true) =>
  decideReversal(db, { reversalId, confirm, userId, now: monday })
const reversed = (db: Database) => db.reader.select().from(postings).where(eq(postings.event, 'reversal'))
const audited = async (db: Database) => (await db.reader.select().from(auditEntries).orderBy(auditEntries.id)).map(({ action }) => action)

test('the office undoes by hand only what no order, refund or payout speaks for', async () => {
  const db = await openBooks()
  await postPlainly(db, 'paid by someone', sunday, [['1010', '2010:o2', 500]], 'payment_succeeded')
  const elsewhere = { code: 'undone_elsewhere', event: 'payment_succeeded' }
  expect(await reverseByHand(db, undo('paid by someone'))).toEqual({ ok: false, refusal: elsewhere })
  expect(await reverseByHand(db, undo('never'))).toEqual({ ok: false, refusal: { code: 'unknown_posting' } })
})

test('up to the threshold one person undoes it at once', async () => {
  const db = await openBooks()
  expect(await reverseByHand(db, undo('capital:small'))).toEqual({ ok: true, value: { status: 'reversed', key: 'capital:small:reversed' } })
  expect(await db.reader.select().from(auditEntries)).toMatchObject([
    { actorId: 'ana', action: 'posting_reversed', subject: 'capital:small', detail: { reason: '登记错了账户', amountFen: aloneUpToFen } },
  ])
  expect(await reverseByHand(db, undo('capital:small:reversed'))).toEqual({ ok: false, refusal: { code: 'is_a_reversal' } })
})

test('above it one proposes and another confirms; until then nothing is posted', async () => {
  const db = await openBooks()
  const id = await proposed(db)
  expect(await reverseByHand(db, undo('capital:large', 'bo'))).toEqual({ ok: false, refusal: { code: 'already_proposed' } })
  expect(await findProposedReversals(db.reader)).toMatchObject([{ postingKey: 'capital:large', amountFen: aloneUpToFen + 1 }])
  expect(await decide(db, id, 'ana')).toEqual({ ok: false, refusal: { code: 'same_person' } })
  expect(await reversed(db)).toEqual([])

  expect(await decide(db, id, 'bo')).toEqual({ ok: true, value: { key: 'capital:large:reversed' } })
  expect(await reversed(db)).toMatchObject([{ key: 'capital:large:reversed', reverses: 'capital:large' }])
  expect(await decide(db, id, 'bo')).toEqual({ ok: false, refusal: { code: 'already_decided' } })
  expect(await decide(db, 'rev_none', 'bo')).toEqual({ ok: false, refusal: { code: 'unknown_reversal' } })
  expect(await findProposedReversals(db.reader)).toEqual([])
  expect(await audited(db)).toEqual(['reversal_proposed', 'posting_reversed'])
  const [entry] = await db.reader.select().from(auditEntries).where(eq(auditEntries.action, 'posting_reversed'))
  expect(entry).toMatchObject({ actorId: 'bo', subject: 'capital:large', detail: { proposedBy: 'ana', amountFen: aloneUpToFen + 1 } })
})

test('of several who decide at once one is heard', async () => {
  const db = await openBooks()
  const id = await proposed(db)
  const answers = await Promise.all([decide(db, id, 'bo'), decide(db, id, 'cy'), decide(db, id, 'ana', false)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  const [row] = await db.reader.select().from(reversals)
  expect(await reversed(db)).toHaveLength(row?.status === 'confirmed' ? 1 : 0)
  expect(await audited(db)).toHaveLength(2)
})

test('who proposed may take it back; then it may be proposed again', async () => {
  const db = await openBooks()
  expect(await decide(db, await proposed(db), 'ana', false)).toEqual({ ok: true, value: { key: null } })
  expect(await reversed(db)).toEqual([])
  expect(await audited(db)).toEqual(['reversal_proposed', 'reversal_declined'])
  expect(await decide(db, await proposed(db), 'bo')).toMatchObject({ ok: true })
})

test('what the books refuse by the time it is confirmed stays proposed', async () => {
  const db = await openFresh()
  await postPlainly(db, 'capital:order', sunday, [['1030', '2010:o', 50_000]])
  const answer = await reverseByHand(db, undo('capital:order'))
  if (!answer.ok || answer.value.status !== 'proposed') throw new Error('not proposed')
  await postPlainly(db, 'shared', sunday, [['2010:o', '2110:a', 1]])
  const gone = { code: 'money_has_moved_on', account: '2010:o' }
  expect(await decide(db, answer.value.reversalId, 'bo')).toEqual({ ok: false, refusal: gone })
  expect(await findProposedReversals(db.reader)).toHaveLength(1)
})

test('the database itself takes no confirmation by whoever proposed it', async () => {
  const db = await openBooks()
  await proposed(db)
  const byOne = refusalOf(runRaw(db, sql`update reversals set status = 'confirmed', decided_by = 'ana' where proposed_by = 'ana'`))
  expect(await byOne).toMatch(/reversals_by_two/)
  const byNobody = refusalOf(runRaw(db, sql`update reversals set status = 'confirmed'`))
  expect(await byNobody).toMatch(/reversals_by_two/)
})
