import { invariant } from '#app/domain/invariant.ts'
import { debtRecovered } from '#app/domain/ledger/post-settlement-events.ts'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { PayoutRails } from '#app/integrations/payout/payout-rail.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database } from '#db/connection.ts'
import { findDueReversals, moveRecovery, type Recovery } from '#db/queries/ledger/recoveries.server.ts'
import { releaseRecovery } from '#db/queries/settlement/payouts.server.ts'

const atOnce = 20

/**
 * Takes back the transfers that are to be reversed. What has been taken back of a transfer is looked up first, so a reversal
 * without an answer is asked for again only where it was not carried out; its id is the idempotency key. A refused one gives
 * back what it had reserved.
 */
export async function sendDueReversals(
  database: Database,
  rails: Pick<PayoutRails, 'stripe'>,
  now: Date,
): Promise<{ recovered: number; failed: number }> {
  const outcomes = { recovered: 0, failed: 0 }
  for (const { recovery, payoutId, reservedFen } of await findDueReversals(database.reader, atOnce)) {
    try {
      const sent = await rails.stripe.find(payoutId)
      invariant(sent, `${recovery.id} reverses a transfer the processor does not know`)
      // One recovery of a farm is under way at a time: what is reserved beyond what is reversed is this one.
      if (sent.reversedFen < reservedFen) {
        await rails.stripe.takeBack({ transferId: sent.transferId, recoveryId: recovery.id, amountFen: recovery.amountFen })
      }
      if (await noteRecovered(database, recovery, now)) outcomes.recovered++
    } catch (error) {
      if (!(error instanceof IntegrationError)) throw error
      if (!error.retryable && (await noteFailed(database, recovery, now))) outcomes.failed++
    }
  }
  return outcomes
}

const noteRecovered = ({ transact }: Database, { id, farmId, amountFen }: Recovery, now: Date) =>
  transact(async (tx) => {
    if (!(await moveRecovery(tx, { id, from: 'sending', to: 'done', at: now }))) return false
    return await post(tx, debtRecovered({ recoveryId: id, farmId, amountFen, at: now }), now)
  })

const noteFailed = ({ transact }: Database, { id, payoutId, amountFen }: Recovery, now: Date) =>
  transact(async (tx) => {
    if (!(await moveRecovery(tx, { id, from: 'sending', to: 'failed', at: now }))) return false
    if (payoutId !== null) await releaseRecovery(tx, { id: payoutId, amountFen })
    return true
  })
