import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * A secret made once and kept beside the embedded database, readable by its owner alone.
 * Two processes that start together agree: `wx` lets one of them write, and both use what was written.
 */
export function keptSecret(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, name)
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
