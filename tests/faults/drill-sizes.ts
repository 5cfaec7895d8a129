import { randomInt } from 'node:crypto'
import { dialect } from '#db/dialect/index.ts'

const full = process.env.FAULTS === 'full'

/** How hard the drills drill: `npm run faults` in full, `npm test` in short. */
export const drill = full
  ? { kills: 60, settlementKills: 25, schedules: 10_000, buyers: 20_000, boxes: 1_000, processes: 4, limitMs: 3 * 60 * 60_000 }
  : {
      kills: 4,
      settlementKills: 3,
      schedules: dialect === 'postgres' ? 100 : 300,
      buyers: 400,
      boxes: 50,
      processes: 2,
      limitMs: 5 * 60_000,
    }

/** Printed with every drill: `FAULTS_SEED=… npm run faults` does the same again. */
export const seed = Number(process.env.FAULTS_SEED ?? randomInt(2 ** 31))

export const say = (progress: string) => void process.stderr.write(`faults: ${progress}\n`)

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
