import { invariant } from '#app/domain/invariant.ts'

type Settings = { given: string | undefined; mustBeGiven: boolean; kept: () => string }

/**
 * What sessions are signed with: given by the operator, or made once and kept beside the embedded database. Several
 * processes on one PostgreSQL must share one, so there it is asked for.
 * @throws {InvariantError} when it is missing where it is asked for, or too short to be one
 */
export function sessionSecret({ given, mustBeGiven, kept }: Settings): string {
  if (given) {
    invariant(given.length >= 32, 'BETTER_AUTH_SECRET needs 32 characters or more: openssl rand -base64 32')
    return given
  }
  invariant(!mustBeGiven, 'BETTER_AUTH_SECRET is needed in production on PostgreSQL: openssl rand -base64 32')
  return kept()
}
