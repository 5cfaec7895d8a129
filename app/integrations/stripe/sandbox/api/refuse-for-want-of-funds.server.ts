import type { Work } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { hasFunds } from '#app/integrations/stripe/sandbox/payments/move-balance.server.ts'
import { spendFault } from '#app/integrations/stripe/sandbox/store/keep-faults.server.ts'
import { invalid } from './refuse-request.server.ts'

/**
 * Refuses to send what is not there to be sent; `needed` is absent where the processor lends it (a refund).
 * @throws {ApiError} 400 `balance_insufficient`, or while the control page asks for it
 */
export function refuseForWantOfFunds(work: Work, needed?: { amount: number; currency: string }): void {
  const struck = work.faults.movesToRefuse > 0 && spendFault(work.store, 'movesToRefuse')
  if (!struck && (needed === undefined || hasFunds(work, needed.amount, needed.currency))) return
  throw invalid('You have insufficient available funds in your Stripe account.', { code: 'balance_insufficient' })
}
