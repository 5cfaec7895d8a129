import { invariant } from '#app/domain/invariant.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { type AnswerRefusal, checkBankAnswer } from '#app/domain/settlement/check-bank-answer.ts'
import type { BatchRail } from '#app/integrations/payout/payout-rail.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { claimAnswer, findBatch, findFiled } from '#db/queries/settlement/payouts.server.ts'
import { confirmPayout, rejectPayout } from './settle-payout.server.ts'

export type ImportAnswerRefusal = AnswerRefusal | { code: 'unknown_batch' } | { code: 'already_answered' } | { code: 'not_an_answer' }

type ImportAnswer = { batchId: string; filename: string; bytes: Uint8Array; userId: string; now: Date }

/**
 * Takes in what the bank says of a file, once and whole: a row that does not fit what was sent refuses all of it, and nothing
 * is posted.
 */
export async function importBankAnswer(
  { transact }: Pick<Database, 'transact'>,
  rail: BatchRail,
  { batchId, filename, bytes, userId, now }: ImportAnswer,
): Promise<Result<{ confirmed: number; rejected: number }, ImportAnswerRefusal>> {
  const read = await rail.read(filename, bytes)
  if (!read.ok) return read
  return await transact(async (tx) => {
    if (!(await findBatch(tx, batchId))) return refuse({ code: 'unknown_batch' })
    if (!(await claimAnswer(tx, { id: batchId, userId, at: now }))) return refuse({ code: 'already_answered' })
    const payouts = new Map((await findFiled(tx, batchId)).map(({ payout }) => [payout.id, payout]))
    const checked = checkBankAnswer(read.value, [...payouts.values()])
    if (!checked.ok) return checked
    let confirmed = 0
    for (const { payoutId, outcome, reason } of checked.value) {
      const payout = payouts.get(payoutId)
      invariant(payout, `${payoutId} was checked and is not of ${batchId}`)
      if (outcome === 'confirmed') {
        await confirmPayout(tx, { payout, transferId: null, now })
        confirmed++
      } else await rejectPayout(tx, { payout, failure: reason, now })
    }
    const answer = { confirmed, rejected: checked.value.length - confirmed }
    await insertAuditEntry(tx, {
      actorId: userId,
      actsFor: 'alliance',
      action: 'payout_answer_imported',
      subject: batchId,
      detail: answer,
      at: now,
    })
    return accept(answer)
  })
}
