import { invariant } from '#app/domain/invariant.ts'
import { fen } from '#app/domain/money/fen.ts'
import { shortOfCover } from '#app/domain/settlement/payout-cover.ts'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { PayoutRails, TransferRail } from '#app/integrations/payout/payout-rail.ts'
import type { Database } from '#db/connection.ts'
import { lockCover } from '#db/queries/ordering/cover.server.ts'
import type { PayoutAccount } from '#db/queries/settlement/payout-accounts.server.ts'
import { findDuePayouts, movePayout, type Payout } from '#db/queries/settlement/payouts.server.ts'
import { confirmPayout, rejectPayout } from './settle-payout.server.ts'

const atOnce = 50

/**
 * Sends what is due on rails that answer at once. One that was sent without an answer, or by a process that died, is looked up
 * first: only what the rail knows nothing of is asked for again, under the same key. One that fails holds up no other.
 * @returns how many arrived and how many came back now
 * @throws {AggregateError} when all have been tried and some failed in a way nobody foresaw
 */
export async function sendDuePayouts(
  database: Database,
  rails: Pick<PayoutRails, 'stripe'>,
  now: Date,
): Promise<{ confirmed: number; rejected: number }> {
  const outcomes = { confirmed: 0, rejected: 0 }
  const failures: unknown[] = []
  for (const due of await findDuePayouts(database.reader, atOnce)) {
    try {
      const outcome = await sendPayout(database, rails.stripe, due, now)
      if (outcome) outcomes[outcome]++
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} payouts could not be sent`)
  return outcomes
}

type Due = { payout: Payout; account: PayoutAccount }

async function sendPayout({ transact }: Database, rail: TransferRail, { payout, account }: Due, now: Date) {
  const { id: payoutId, amountFen } = payout
  if (payout.status === 'made') {
    const claimed = await transact(async (tx) => {
      // This payout is in transit already: what is asked on top of it is nothing.
      if (shortOfCover(await lockCover(tx), fen(0)) > 0) return false
      return await movePayout(tx, { id: payoutId, from: ['made'], to: 'sending' })
    })
    if (!claimed) return null
  }
  try {
    const known = payout.status === 'made' ? null : await rail.find(payoutId)
    const sent = known ?? (await rail.send({ payoutId, holder: account.holder, bank: account.bank, number: account.number, amountFen }))
    invariant(sent.amountFen === amountFen, `${payoutId} was sent as ${sent.amountFen} fen, not ${amountFen}`)
    const confirmed = await transact((tx) => confirmPayout(tx, { payout, transferId: sent.transferId, now }))
    return confirmed ? 'confirmed' : null
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error
    if (error.retryable) {
      await transact((tx) => movePayout(tx, { id: payoutId, from: ['sending', 'unknown'], to: 'unknown' }))
      return null
    }
    const rejected = await transact((tx) => rejectPayout(tx, { payout, failure: reasonOf(error), now }))
    return rejected ? 'rejected' : null
  }
}

const reasonOf = (error: IntegrationError) => (error.cause instanceof Error ? error.cause.message : error.message).slice(0, 200)
