import { asc, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Database, Tx } from '#db/client.server.ts'
import { dialect } from '#db/dialect/index.ts'
import { seals, transfers } from '#db/schema/index.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { postPlainly } from '#tests/support/post-plainly.ts'
import { refusalOf, runRaw } from '#tests/support/run-raw.ts'
import { sealDueDays } from './seal-due-days.server.ts'
import { verifySeals } from './verify-seals.server.ts'

const sunday = new Date('2026-11-22T02:00:00Z')
const tuesday = new Date('2026-11-24T02:00:00Z')
const wednesday = new Date('2026-11-25T02:00:00Z')

async function openThreeDays() {
  const db = await openFresh()
  await postPlainly(db, 'sunday', sunday, [['1020', '3010', 20_000]])
  await postPlainly(db, 'tuesday-1', tuesday, [
    ['1010', '2010:o', 500],
    ['5020', '2010:o', 20],
  ])
  await postPlainly(db, 'tuesday-2', tuesday, [['2010:o', '4010', 520]])
  return db
}

const allSeals = (db: Database) => db.reader.select().from(seals).orderBy(asc(seals.day))

/** Past the trigger, as someone with the database's own password could. */
async function tamper(db: Database, change: (tx: Tx) => PromiseLike<unknown>) {
  const off =
    dialect === 'postgres' ? sql`alter table transfers disable trigger transfers_never_change` : sql`drop trigger transfers_never_change`
  await runRaw(db, off)
  await db.transact(async (tx) => void (await change(tx)))
}

test('every day since the first posting is sealed once it is over, the empty ones too, each chained to the day before', async () => {
  const db = await openThreeDays()
  expect(await sealDueDays(db, wednesday)).toEqual({ sealed: 3 })
  expect(await sealDueDays(db, wednesday)).toEqual({ sealed: 0 })
  expect(await allSeals(db)).toMatchObject([
    { day: '2026-11-22', previousDay: null, postings: 1, transfers: 1, movedFen: 20_000, sealedAt: wednesday },
    { day: '2026-11-23', previousDay: '2026-11-22', postings: 0, transfers: 0, movedFen: 0 },
    { day: '2026-11-24', previousDay: '2026-11-23', postings: 2, transfers: 3, movedFen: 1040 },
  ])
  expect(await verifySeals(db.reader)).toEqual({ days: 3, broken: null })
})

test('books without a posting have no day to seal', async () => {
  expect(await sealDueDays(await openFresh(), wednesday)).toEqual({ sealed: 0 })
})

test('several processes sealing at once make one chain', async () => {
  const db = await openThreeDays()
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => sealDueDays(db, wednesday)))
  expect(outcomes.reduce((sum, { sealed }) => sum + sealed, 0)).toBe(3)
  expect(await verifySeals(db.reader)).toEqual({ days: 3, broken: null })
})

test('a sealed day takes no more postings, and today is open', async () => {
  const db = await openThreeDays()
  await sealDueDays(db, wednesday)
  expect(await refusalOf(postPlainly(db, 'too late', tuesday, [['1020', '3010', 1]]))).toContain('the day is sealed')
  expect(await postPlainly(db, 'in time', wednesday, [['1020', '3010', 1]])).toBe(true)
})

test('a day of more postings than a page, all of one instant, is sealed whole', async () => {
  const db = await openFresh()
  const keys = Array.from({ length: 1203 }, (_, index) => `${index % 2 ? 'a' : 'B'}${index % 3 ? '-' : '_'}${index}`)
  await Promise.all(keys.map((key) => postPlainly(db, key, sunday, [['1020', '3010', 1]])))
  await sealDueDays(db, wednesday)
  expect((await allSeals(db))[0]).toMatchObject({ postings: 1203, transfers: 1203, movedFen: 1203 })
  expect(await verifySeals(db.reader)).toEqual({ days: 3, broken: null })
})

test('the first day with a row changed behind the books is named', async () => {
  const db = await openThreeDays()
  await sealDueDays(db, wednesday)
  await tamper(db, (tx) => tx.update(transfers).set({ lineId: 'another' }).where(eq(transfers.credit, '4010')))
  expect(await verifySeals(db.reader)).toMatchObject({ days: 2, broken: { day: '2026-11-24' } })
})
