import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { bankBatch } from '#app/integrations/payout/bank-batch.server.ts'
import { readSpreadsheet } from '#app/integrations/spreadsheet/read-spreadsheet.server.ts'
import { writeCsv } from '#app/integrations/spreadsheet/write-spreadsheet.server.ts'
import type { Database } from '#db/client.server.ts'
import { findCover } from '#db/queries/ordering/cover.server.ts'
import { findOwed } from '#db/queries/settlement/party-statement.server.ts'
import { findSettlement, settlementId } from '#db/queries/settlement/settlements.server.ts'
import { payouts } from '#db/schema/index.ts'
import { monday, openSettlement, week } from '#tests/support/open-settlement.ts'
import { approveSettlement } from './approve-settlement.server.ts'
import { draftSettlement } from './draft-settlement.server.ts'
import { fileBankBatch, writeBankBatch } from './file-bank-batch.server.ts'
import { importBankAnswer } from './import-bank-answer.server.ts'
import { payAgain } from './pay-again.server.ts'
import { reviewSettlement } from './review-settlement.server.ts'

const id = settlementId(week)
const file = (db: Database) => fileBankBatch(db, bankBatch, { settlementId: id, userId: 'ana', now: monday })

type Row = (string | number | boolean | Date | null)[]

/** The week approved and in a file for the bank; `answer` sends its rows back, changed as the test says. */
async function openFiled() {
  const db = await openSettlement()
  await draftSettlement(db, { period: week, userId: 'ana', now: monday })
  await reviewSettlement(db, { settlementId: id, userId: 'ana', now: monday })
  await approveSettlement(db, { settlementId: id, userId: 'ben', now: monday })
  const filed = await file(db)
  if (!filed.ok) throw new Error(filed.refusal.code)
  const { batchId } = filed.value
  const answer = async (change: (rows: Row[]) => Row[] = (rows) => rows) => {
    const written = await writeBankBatch(db.reader, bankBatch, { batchId, type: 'csv' })
    const sheet = await readSpreadsheet('file.csv', written!.bytes)
    if (!sheet.ok) throw new Error(sheet.refusal.code)
    const [header, ...rows] = sheet.value
    const done = change(rows.map((cells) => [...cells.slice(0, 5), '成功', null]))
    return await importBankAnswer(db, bankBatch, {
      batchId,
      filename: 'answer.csv',
      bytes: writeCsv([header!, ...done]),
      userId: 'ana',
      now: monday,
    })
  }
  return { db, batchId, answer }
}

const statuses = async (db: Database) => (await db.reader.select().from(payouts)).map(({ status }) => status)
const untouched = ['sending', 'sending', 'sending', 'sending']

test('the bank pays what it was sent: every payout is confirmed and the settlement paid', async () => {
  const { db, answer } = await openFiled()
  expect(await answer()).toEqual({ ok: true, value: { confirmed: 4, rejected: 0 } })
  expect(new Set(await statuses(db))).toEqual(new Set(['confirmed']))
  // 46316 less 8108 + 9773 + 4627 + 970
  expect((await findCover(db.reader)).processor).toEqual({ availableFen: 22_838, refundsFen: 0, inTransitFen: 0 })
  expect(await findSettlement(db.reader, id)).toMatchObject({ status: 'paid' })
  expect(await answer()).toEqual({ ok: false, refusal: { code: 'already_answered' } })
})

test('what the bank sends back is owed again with what was withheld, and a new attempt goes into a new file', async () => {
  const { db, answer } = await openFiled()
  const back = (rows: Row[]) => rows.map((cells) => (cells[1] === 'L1 户名' ? [...cells.slice(0, 5), '失败', '账号有误'] : cells))
  expect(await answer(back)).toEqual({ ok: true, value: { confirmed: 3, rejected: 1 } })
  expect(await findOwed(db.reader, ['2310:L1'])).toEqual([999])
  const [rejected] = await db.reader.select().from(payouts).where(eq(payouts.status, 'rejected'))
  expect(rejected).toMatchObject({ partyId: 'L1', failure: '账号有误' })
  expect(await findSettlement(db.reader, id)).toMatchObject({ status: 'approved' })
  const party = { type: 'leader', id: 'L1' } as const
  expect(await payAgain(db, { settlementId: id, party, userId: 'ana', now: monday })).toEqual({ ok: true, value: { attempt: 2 } })
  expect(await findOwed(db.reader, ['2310:L1'])).toEqual([0])
  expect(await file(db)).toMatchObject({ ok: true })
})

test.each<[string, (rows: Row[]) => Row[], object]>([
  [
    'a row nobody sent',
    (rows) => [...rows, ['payout_x', 'X', 'B', '6200', 1, '成功', null]],
    { code: 'unknown_row', row: 6, payoutId: 'payout_x' },
  ],
  ['a row twice', (rows) => [...rows, rows[0]!], { code: 'duplicate_row', row: 6 }],
  [
    'another amount',
    ([first = [], ...rest]) => [[...first.slice(0, 4), '81.09', '成功', null], ...rest],
    { code: 'changed_amount', row: 2 },
  ],
  [
    'an outcome that is no word',
    ([first = [], ...rest]) => [[...first.slice(0, 5), '处理中', null], ...rest],
    { code: 'unclear_outcome', row: 2 },
  ],
  ['a row left out', (rows) => rows.slice(1), { code: 'missing_row' }],
])('an answer with %s is refused whole, the row is named, and nothing is posted', async (_, change, refusal) => {
  const { db, answer } = await openFiled()
  expect(await answer(change)).toMatchObject({ ok: false, refusal })
  expect(await statuses(db)).toEqual(untouched)
  expect(await answer()).toMatchObject({ ok: true })
})

test('two who import the answer at once confirm once; two who file at once make one file', async () => {
  const { db, answer } = await openFiled()
  expect(await file(db)).toEqual({ ok: false, refusal: { code: 'nothing_to_file' } })
  const answers = await Promise.all([answer(), answer()])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await findCover(db.reader)).processor.availableFen).toBe(22_838)
})

test('a file that is not the bank’s answer is refused', async () => {
  const { db, batchId } = await openFiled()
  const bytes = writeCsv([['a', 'b']])
  expect(await importBankAnswer(db, bankBatch, { batchId, filename: 'a.csv', bytes, userId: 'ana', now: monday })).toEqual({
    ok: false,
    refusal: { code: 'not_an_answer' },
  })
})

test('the file holds each payout once, as text that cannot run, and is the same whenever it is asked for', async () => {
  const { db, batchId } = await openFiled()
  const [one, two] = await Promise.all(['csv', 'csv'].map(() => writeBankBatch(db.reader, bankBatch, { batchId, type: 'csv' })))
  expect(one!.bytes.equals(two!.bytes)).toBe(true)
  const xlsx = await writeBankBatch(db.reader, bankBatch, { batchId, type: 'xlsx' })
  const sheet = await readSpreadsheet('file.xlsx', xlsx!.bytes)
  expect(sheet.ok && sheet.value.map((cells) => cells.slice(1, 5))).toContainEqual(['L1 户名', '测试银行', '6200000000020001', '9.70'])
  expect(await writeBankBatch(db.reader, bankBatch, { batchId: 'batch_x', type: 'csv' })).toBeNull()
})
