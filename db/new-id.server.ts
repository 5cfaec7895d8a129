import { randomFillSync, randomInt } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
let lastMs = 0
let sequence = 0

/**
 * `prefix_` + 9 characters of time + 3 of sequence + 10 random: ascending within a process, so new rows
 * land at the end of their index, and not guessable (50 random bits; ownership is checked besides).
 */
export function newId(prefix: string): string {
  const ms = Math.max(Date.now(), lastMs)
  sequence = ms === lastMs ? sequence + 1 : 0
  lastMs = sequence > 32_767 ? ms + 1 : ms
  if (sequence > 32_767) sequence = 0
  return `${prefix}_${base32(lastMs, 9)}${base32(sequence, 3)}${randomText(10)}`
}

let tick = 0

/** The same for a row that is true from `at`, whenever it is written: ids ascend with that instant, and in it as they are made. */
export function newIdAt(prefix: string, at: Date): string {
  tick = (tick + 1) % 32_768
  return `${prefix}_${base32(Math.max(0, at.getTime()), 9)}${base32(tick, 3)}${randomText(10)}`
}

/** Not above any id of that prefix made at or for this instant or later: where a range of ids that ascend in time begins. */
export const idFloor = (prefix: string, at: Date): string => `${prefix}_${base32(Math.max(0, at.getTime()), 9)}`

/** Random characters a person can read out: no i, l, o or u. */
export function randomText(length: number): string {
  if (drawn + length > pool.length) {
    randomFillSync(pool)
    drawn = 0
  }
  let text = ''
  for (let i = 0; i < length; i++) text += alphabet[pool[drawn++]! & 31]
  return text
}

/** Drawn from the system in one go: asking it for every id costs more than the id. Each byte is used once. */
const pool = Buffer.alloc(8192)
let drawn = pool.length

function base32(value: number, width: number): string {
  let text = ''
  for (let rest = value, i = 0; i < width; i++) {
    text = alphabet[rest % 32]! + text
    rest = Math.floor(rest / 32)
  }
  return text
}

/** Random decimal digits, each as likely as any other. */
export const randomDigits = (length: number): string => Array.from({ length }, () => randomInt(10)).join('')
