import { addDays } from '#app/domain/business-day.ts'
import { maskedNumber } from '#app/domain/settlement/payout-account.ts'
import type { Reader } from '#db/connection.ts'
import { findCurrentAccounts } from '#db/queries/settlement/payout-accounts.server.ts'
import { findBatches, findPayoutsOf } from '#db/queries/settlement/payouts.server.ts'
import { findLines, findNames, findPartyNames, findSettlement } from '#db/queries/settlement/settlements.server.ts'

/**
 * A settlement as the office works on it: who did what, every party's line, where each is or would be paid, the files for the
 * bank. Account numbers are masked: the whole of them is in the file alone.
 * @returns null when there is none
 */
export async function readSettlement(reader: Pick<Reader, 'select'>, settlementId: string) {
  const settlement = await findSettlement(reader, settlementId)
  if (!settlement) return null
  const [lines, payouts, batches, accounts, partyNames] = await Promise.all([
    findLines(reader, settlementId),
    findPayoutsOf(reader, settlementId),
    findBatches(reader, settlementId),
    findCurrentAccounts(reader),
    findPartyNames(reader),
  ])
  const { draftedBy, reviewedBy, approvedBy } = settlement
  const names = await findNames(reader, [
    draftedBy,
    reviewedBy,
    approvedBy,
    ...batches.flatMap((batch) => [batch.createdBy, batch.answeredBy]),
  ])
  const nameOf = (userId: string | null) => (userId === null ? null : (names.get(userId) ?? userId))
  const latest = new Map(payouts.map((row) => [`${row.payout.partyType}:${row.payout.partyId}`, row]))
  return {
    settlement: { ...settlement, lastOn: addDays(settlement.untilOn, -1) },
    people: { draftedBy: nameOf(draftedBy), reviewedBy: nameOf(reviewedBy), approvedBy: nameOf(approvedBy) },
    lines: lines.map((line) => {
      const key = `${line.party.type}:${line.party.id}`
      const paid = latest.get(key)
      const account = paid?.account ?? accounts.get(key)
      return {
        ...line,
        name: partyNames.get(key) ?? { zh: line.party.id, en: line.party.id },
        account: account ? { bank: account.bank, number: maskedNumber(account.number), rail: account.rail } : null,
        payout: paid ? { status: paid.payout.status, attempt: paid.payout.attempt, failure: paid.payout.failure } : null,
      }
    }),
    waiting: payouts.filter(({ payout }) => payout.rail === 'bank' && payout.status === 'made').length,
    batches: batches.map(({ answeredBy, ...batch }) => ({ ...batch, answeredBy: nameOf(answeredBy) })),
  }
}
