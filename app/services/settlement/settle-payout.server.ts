import { payoutConfirmed, payoutRejected } from '#app/domain/ledger/post-settlement-events.ts'
import { fen } from '#app/domain/money/fen.ts'
import { payableAccount } from '#app/domain/settlement/party.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Tx } from '#db/connection.ts'
import { movePayout, type Payout } from '#db/queries/settlement/payouts.server.ts'
import { findLines, markPaidIfDone } from '#db/queries/settlement/settlements.server.ts'

const underWay = ['made', 'sending', 'unknown'] as const

/** The money has arrived: it leaves transit and the balance, once. */
export async function confirmPayout(
  tx: Tx,
  { payout, transferId, now }: { payout: Payout; transferId: string | null; now: Date },
): Promise<boolean> {
  const { id, amountFen, settlementId } = payout
  const moved = await movePayout(tx, {
    id,
    from: underWay,
    to: 'confirmed',
    settledAt: now,
    failure: null,
    ...(transferId === null ? {} : { transferId }),
  })
  if (!moved) return false
  await post(tx, payoutConfirmed({ payoutId: id, amountFen, at: now }), now)
  await markPaidIfDone(tx, { id: settlementId, at: now })
  return true
}

/** It will not arrive: the party is owed it again, and what was withheld with it. Once. */
export async function rejectPayout(tx: Tx, { payout, failure, now }: { payout: Payout; failure: string; now: Date }): Promise<boolean> {
  const { id, amountFen, settlementId, partyType, partyId } = payout
  if (!(await movePayout(tx, { id, from: underWay, to: 'rejected', settledAt: now, failure }))) return false
  const line = (await findLines(tx, settlementId)).find(({ party }) => party.type === partyType && party.id === partyId)
  const from = payableAccount({ type: partyType, id: partyId })
  await post(tx, payoutRejected({ payoutId: id, from, amountFen, taxFen: line?.taxFen ?? fen(0), at: now }), now)
  return true
}
