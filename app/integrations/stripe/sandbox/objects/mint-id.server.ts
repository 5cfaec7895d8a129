import { randomFillSync } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const CLOCK_LENGTH = 8

const pool = new Uint8Array(4_096)
let used = pool.length

/**
 * An unguessable id in Stripe's manner: a prefix that tells the kind, then letters and digits. Ids made later sort later,
 * to the millisecond, so that new rows stand together at the end of an index.
 */
export function mintId(prefix: string, length = 24): string {
  return prefix + writeClock(Date.now()) + mintLetters(length - CLOCK_LENGTH)
}

/** Letters and digits nobody can guess. */
export function mintLetters(length: number): string {
  if (used + length > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  let letters = ''
  for (const end = used + length; used < end; used++) letters += ALPHABET[(pool[used] ?? 0) % ALPHABET.length]
  return letters
}

function writeClock(atMs: number): string {
  let clock = ''
  for (let rest = atMs; clock.length < CLOCK_LENGTH; rest = Math.floor(rest / ALPHABET.length)) {
    clock = ALPHABET[rest % ALPHABET.length] + clock
  }
  return clock
}
