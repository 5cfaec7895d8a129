import type { Options } from 'express-rate-limit'
import { expect, test } from 'vitest'
import { rateCounters } from '#db/schema/identity.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { rateCounterStore } from './rate-counter-store.server.ts'

const start = new Date('2026-05-01T08:00:00Z').getTime()

/** Two processes on one database, and a clock both read. */
async function openTwo() {
  const db = await openFresh()
  const clock = { ms: start }
  const open = () => {
    const store = rateCounterStore(db, 'sign-in', () => new Date(clock.ms))
    store.init?.({ windowMs: 60_000 } as Options)
    return store
  }
  return { db, clock, one: open(), two: open() }
}

test('two processes count the same address together', async () => {
  const { one, two } = await openTwo()
  const counts = await Promise.all([one, two, one, two].map((store) => store.increment('203.0.113.7')))
  expect(counts.map((count) => count.totalHits).sort()).toEqual([1, 2, 3, 4])
  expect(new Set(counts.map((count) => count.resetTime?.getTime()))).toEqual(new Set([start + 60_000]))
  expect((await one.increment('203.0.113.8')).totalHits).toBe(1)
})

test('the window ends a minute after its first try, not after its last', async () => {
  const { clock, one, two } = await openTwo()
  await one.increment('203.0.113.7')
  clock.ms = start + 59_999
  expect(await two.increment('203.0.113.7')).toEqual({ totalHits: 2, resetTime: new Date(start + 60_000) })
  clock.ms = start + 60_000
  expect(await one.increment('203.0.113.7')).toEqual({ totalHits: 1, resetTime: new Date(start + 120_000) })
})

test('a try taken back, and tries forgotten, no longer count', async () => {
  const { one, two } = await openTwo()
  for (let hit = 0; hit < 3; hit++) await one.increment('203.0.113.7')
  await two.decrement('203.0.113.7')
  expect((await one.increment('203.0.113.7')).totalHits).toBe(3)
  await one.resetKey('203.0.113.7')
  expect((await two.increment('203.0.113.7')).totalHits).toBe(1)
})

test('counters of windows that are over do not pile up', async () => {
  const { db, clock, one } = await openTwo()
  for (let address = 0; address < 5; address++) await one.increment(`203.0.113.${address}`)
  clock.ms = start + 61_000
  await one.increment('203.0.113.99')
  expect(await db.reader.$count(rateCounters)).toBe(1)
})
