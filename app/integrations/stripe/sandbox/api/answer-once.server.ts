import { createHash } from 'node:crypto'
import type { Work } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { findAnswer, keepAnswer } from '#app/integrations/stripe/sandbox/store/keep-answers.server.ts'
import { ApiError } from './refuse-request.server.ts'

export type Answer = { status: number; body: string; requestId: string; replayed: boolean }
type Request = { key: string | undefined; method: string; path: string; body: string }

/**
 * Carries a request out, once per idempotency key: the same request again gets the first answer again. Only what succeeded is
 * kept, in the transaction that did it; a refusal changed nothing and may be tried again.
 * @throws {ApiError} 400 for another request under the same key, 409 while the first is still being answered
 */
export function answerOnce(work: Work, { key, method, path, body }: Request, carryOut: () => object): Answer {
  const requestId = work.origin.id ?? ''
  const answer = (): Answer => ({ status: 200, body: JSON.stringify(carryOut()), requestId, replayed: false })
  if (key === undefined || method !== 'POST') return answer()
  if (key.length > 255) throw conflict(400, 'Idempotency keys can be up to 255 characters long.')

  const { store, atMs, faults } = work
  const fingerprint = createHash('sha256').update(`${method} ${path}\n${body}`).digest('base64')
  const first = findAnswer(store, key, atMs)
  if (!first) {
    const fresh = answer()
    keepAnswer(store, key, { ...fresh, fingerprint, heldUntil: atMs + faults.answerDelayMs }, atMs)
    return fresh
  }
  if (first.fingerprint !== fingerprint) {
    throw conflict(
      400,
      `Keys for idempotent requests can only be used with the same endpoint and parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    )
  }
  if (first.heldUntil > atMs) {
    throw conflict(409, `There is currently another in-progress request using this Idempotent Key (${key}).`, 'idempotency_key_in_use')
  }
  return { status: first.status, body: first.body, requestId: first.requestId, replayed: true }
}

const conflict = (status: number, message: string, code?: string) =>
  new ApiError({ status, type: 'idempotency_error', message, ...(code !== undefined && { code }) })
