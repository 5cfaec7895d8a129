import { shanghaiInstant } from '#app/domain/business-day.ts'
import { invariant } from '#app/domain/invariant.ts'
import { isoWeekSpan, lastWholeWeek } from '#app/domain/settlement/iso-week.ts'
import { bankBatch } from '#app/integrations/payout/bank-batch.server.ts'
import { readSpreadsheet } from '#app/integrations/spreadsheet/read-spreadsheet.server.ts'
import { writeCsv } from '#app/integrations/spreadsheet/write-spreadsheet.server.ts'
import { approveSettlement } from '#app/services/settlement/approve-settlement.server.ts'
import { type DraftRefusal, draftSettlement } from '#app/services/settlement/draft-settlement.server.ts'
import { enterPayoutAccount } from '#app/services/settlement/enter-payout-account.server.ts'
import { fileBankBatch, writeBankBatch } from '#app/services/settlement/file-bank-batch.server.ts'
import { importBankAnswer } from '#app/services/settlement/import-bank-answer.server.ts'
import { reviewSettlement } from '#app/services/settlement/review-settlement.server.ts'
import type { Database } from '#db/client.server.ts'
import { demoBank, payoutAccounts } from '#db/seed/data/payout-accounts.ts'
import { staff } from '#db/seed/data/people.ts'

const treasurer = 'user_office_ledger'
const second = 'user_office_second'

/** Everyone has entered where they are paid; the week before last is settled, and paid by the bank's file. */
export async function seedSettlement(db: Database, { today }: { today: string }): Promise<void> {
  const paid = spanOf(lastWholeWeek(spanOf(lastWholeWeek(today)).fromOn))
  await enterAccounts(db, shanghaiInstant(paid.fromOn, '09:00'))
  const toPay = await bringToReview(db, paid.period, shanghaiInstant(paid.untilOn, '10:00'))
  if (toPay) await pay(db, { settlementId: toPay, on: paid.untilOn })
}

/** The last whole week is drafted from the books as they stand now, and waits for the second person. */
export const seedSettlementInReview = async (db: Database, { today, now }: { today: string; now: Date }): Promise<void> => {
  await bringToReview(db, lastWholeWeek(today), now)
}

function spanOf(period: string) {
  const span = isoWeekSpan(period)
  invariant(span, `${period} is no week`)
  return { period, ...span }
}

async function enterAccounts(db: Database, now: Date) {
  for (const { type, id, holder, number } of payoutAccounts) {
    const person = staff.find(({ actsFor }) => actsFor === id)
    invariant(person, `nobody acts for ${id}`)
    const entry = { rail: 'bank', holder, bank: demoBank, number } as const
    const entered = await enterPayoutAccount(db, { party: { type, id }, entry, userId: person.id, now })
    invariant(entered.ok, `the account of ${id} was refused`)
  }
}

const isDone = ({ code }: DraftRefusal) => code === 'already_approved' || code === 'later_made'

/** @returns the settlement, null when an earlier run has brought it further */
async function bringToReview(db: Database, period: string, now: Date): Promise<string | null> {
  const drafted = await draftSettlement(db, { period, userId: treasurer, now })
  if (!drafted.ok && isDone(drafted.refusal)) return null
  invariant(drafted.ok, `${period} was not drafted: ${drafted.ok || drafted.refusal.code}`)
  const { settlementId } = drafted.value
  const reviewed = await reviewSettlement(db, { settlementId, userId: treasurer, now })
  invariant(reviewed.ok, `${period} was not reviewed`)
  return settlementId
}

/** The second person approves before noon, the bank answers in the afternoon: all has arrived. */
async function pay(db: Database, { settlementId, on }: { settlementId: string; on: string }) {
  const approved = await approveSettlement(db, { settlementId, userId: second, now: shanghaiInstant(on, '11:00') })
  invariant(approved.ok, `${settlementId} was not approved: ${approved.ok || JSON.stringify(approved.refusal)}`)
  const filed = await fileBankBatch(db, bankBatch, { settlementId, userId: treasurer, now: shanghaiInstant(on, '11:30') })
  invariant(filed.ok, `${settlementId} pays nobody`)
  const { batchId } = filed.value
  const file = await writeBankBatch(db.reader, bankBatch, { batchId, type: 'csv' })
  const sheet = file && (await readSpreadsheet('sent.csv', file.bytes))
  invariant(sheet?.ok, `the file of ${batchId} cannot be read`)
  const [header = [], ...rows] = sheet.value
  const bytes = writeCsv([header, ...rows.map((cells) => [...cells.slice(0, 5), '成功', null])])
  const now = shanghaiInstant(on, '16:00')
  const answered = await importBankAnswer(db, bankBatch, { batchId, filename: 'answer.csv', bytes, userId: treasurer, now })
  invariant(answered.ok, `the answer to ${batchId} was refused`)
}
