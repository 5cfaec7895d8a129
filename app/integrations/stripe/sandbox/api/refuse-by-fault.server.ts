import type { Work } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { spendFault } from '#app/integrations/stripe/sandbox/store/keep-faults.server.ts'
import { ApiError } from './refuse-request.server.ts'

/**
 * Refuses the call, before anything is done, while the control page asks for it.
 * @throws {ApiError} 409 `lock_timeout`, 429 `rate_limit` or 500
 */
export function refuseByFault({ store, faults }: Work): void {
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
