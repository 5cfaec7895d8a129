import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { invariant } from '#app/domain/invariant.ts'

type Settings = { given: string | undefined; production: boolean; database: 'sqlite' | 'postgres'; folder: string }

/**
 * What sessions are signed with. Given by the operator, or made once and kept beside the embedded database,
 * readable by its owner alone. Several processes on one PostgreSQL must share one: there it is asked for.
 * @throws {InvariantError} in production on PostgreSQL without one, or when it is short
 */
export function sessionSecret({ given, production, database, folder }: Settings): string {
  if (given) {
    invariant(given.length >= 32, 'BETTER_AUTH_SECRET needs at least 32 characters: openssl rand -base64 32')
    return given
  }
  invariant(!(production && database === 'postgres'), 'BETTER_AUTH_SECRET is needed: openssl rand -base64 32')
  const file = path.join(folder, 'session-secret')
  return readSecret(file) ?? makeSecret(file)
}

function readSecret(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** `wx`: of two processes that start together one writes, and both use what it wrote. */
function makeSecret(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true })
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
