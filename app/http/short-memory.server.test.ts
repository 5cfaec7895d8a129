import { expect, test, vi } from 'vitest'
import { facts } from '#db/schema/index.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { shortMemory } from './short-memory.server.ts'

test('a question is asked once in its life, also by those who come while it is being answered', async () => {
  const recall = shortMemory<number>({ lifeMs: 1000, entries: 10 })
  const ask = vi.fn(async () => 7)
  expect(await Promise.all([recall('a', ask), recall('a', ask), recall('b', ask)])).toEqual([7, 7, 7])
  expect(ask).toHaveBeenCalledTimes(2)
})

test('an answer that has outlived its time is asked for again', async () => {
  const recall = shortMemory<number>({ lifeMs: 5, entries: 10 })
  await recall('a', async () => 1)
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect(await recall('a', async () => 2)).toBe(2)
})

test('no more is kept than allowed, and a failure is not kept at all', async () => {
  const recall = shortMemory<number>({ lifeMs: 1000, entries: 1 })
  await recall('a', async () => 1)
  await recall('b', async () => 2)
  expect(await recall('a', async () => 3)).toBe(3)
  await expect(recall('c', () => Promise.reject(new Error('no database')))).rejects.toThrow('no database')
  expect(await recall('c', async () => 4)).toBe(4)
})

test('a database query, which runs whenever it is awaited, runs once and is answered from memory', async () => {
  const db = await openFresh()
  const recall = shortMemory<{ name: string }[]>({ lifeMs: 60_000, entries: 10 })
  const ask = () => db.reader.select({ name: facts.name }).from(facts)
  expect(await recall('a', ask)).toEqual([])
  await db.transact((tx) => tx.insert(facts).values({ name: 'new', value: '1' }))
  expect(await recall('a', ask)).toEqual([])
})
