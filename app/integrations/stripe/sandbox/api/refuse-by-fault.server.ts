import type { Work } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { spendFault } from '#app/integrations/stripe/sandbox/store/keep-faults.server.ts'
import { ApiError, insufficientFunds } from './refuse-request.server.ts'

const MOVES_MONEY_OUT = /^\/(refunds|transfers|payouts)$/

/**
 * Refuses the call, before anything is done, while the control page asks for it; outside the call's own transaction, so that
 * the fault is spent though nothing else is written.
 * @throws {ApiError} 409 `lock_timeout`, 429 `rate_limit` or 500; 400 `balance_insufficient` for what moves money out
 */
export function refuseByFault({ store, faults }: Work, { method, path }: { method: string; path: string }): void {
  const movesOut = method === 'POST' && MOVES_MONEY_OUT.test(path)
  if (movesOut && faults.movesToRefuse > 0 && spendFault(store, 'movesToRefuse')) throw insufficientFunds()
  if (faults.callsToRefuse === 0 || !spendFault(store, 'callsToRefuse')) return
  switch (faults.refuseStatus) {
    case 409:
      throw new ApiError({
        status: 409,
        type: 'invalid_request_error',
        code: 'lock_timeout',
        message: 'This object cannot be accessed right now because another API request or process is currently accessing it.',
      })
    case 429:
      throw new ApiError({
        status: 429,
        type: 'invalid_request_error',
        code: 'rate_limit',
        message: 'Request rate limit exceeded.',
      })
    default:
      throw new ApiError({ status: 500, type: 'api_error', message: 'An unknown error occurred.' })
  }
}
