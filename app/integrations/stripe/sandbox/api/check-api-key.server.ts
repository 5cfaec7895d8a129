import { timingSafeEqual } from 'node:crypto'
import { ApiError } from './refuse-request.server.ts'

const refuse = (message: string) => new ApiError({ status: 401, type: 'invalid_request_error', message })

/**
 * Lets in `Authorization: Bearer sk_test_…` (or the very key the sandbox was given).
 * @throws {ApiError} 401, above all for a live key, which has no business here
 */
export function checkApiKey(header: string | undefined, expected: string | undefined): void {
  const key = /^Bearer (\S+)$/i.exec(header ?? '')?.[1]
  if (key === undefined) throw refuse('You did not provide an API key. Send it as: Authorization: Bearer sk_test_…')
  if (!/^(sk|rk)_test_/.test(key)) throw refuse(`The sandbox only takes test keys. Invalid API Key provided: ${key.slice(0, 8)}…`)
  if (expected !== undefined && !isSame(key, expected)) throw refuse(`Invalid API Key provided: ${key.slice(0, 8)}…`)
}

function isSame(key: string, expected: string): boolean {
  const [a, b] = [Buffer.from(key), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
