import { payoutMade } from '#app/domain/ledger/post-settlement-events.ts'
import { fen } from '#app/domain/money/fen.ts'
import { type Party, payableAccount } from '#app/domain/settlement/party.ts'
import type { SettledLine } from '#app/domain/settlement/reckon-party.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { findPayoutAccount } from '#db/queries/settlement/payout-accounts.server.ts'
import { insertPayout } from '#db/queries/settlement/payouts.server.ts'

type MakePayout = { settlementId: string; line: SettledLine; attempt: number; now: Date }

/**
 * Moves what a settled line pays out into transit, to the account the party has entered last. Without one the money stays
 * payable.
 * @returns whether there was an account to pay to
 */
export async function makePayout(tx: Tx, { settlementId, line, attempt, now }: MakePayout): Promise<boolean> {
  const party: Party = line.party
  const account = await findPayoutAccount(tx, party)
  if (!account) return false
  const id = newId('payout')
  const { payoutFen: amountFen, taxFen } = line
  await insertPayout(tx, {
    id,
    settlementId,
    partyType: party.type,
    partyId: party.id,
    attempt,
    rail: account.rail,
    accountId: account.id,
    amountFen,
    status: 'made',
    batchId: null,
    processorTransferId: null,
    recoveredFen: fen(0),
    failure: null,
    madeAt: now,
    settledAt: null,
  })
  await post(tx, payoutMade({ payoutId: id, from: payableAccount(party), amountFen, taxFen, at: now }), now)
  return true
}
