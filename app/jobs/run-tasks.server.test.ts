import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Database } from '#db/client.server.ts'
import { enqueue } from '#db/queries/outbox.server.ts'
import { outbox } from '#db/schema/index.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { runTasks, waitBefore } from './run-tasks.server.ts'

const now = new Date('2026-11-22T02:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)

async function withTask() {
  const db = await openFresh()
  await db.transact((tx) => enqueue(tx, { topic: 'mail', subjectId: 'ord_1', dueAt: now }))
  return db
}
const taskOf = async (db: Database) => (await db.reader.select().from(outbox).where(eq(outbox.id, 'mail:ord_1')))[0]!

test('a promised task is done once', async () => {
  const db = await withTask()
  const done: string[] = []
  const handlers = { mail: async ({ subjectId }: { subjectId: string }) => done.push(subjectId) }
  expect(await runTasks(db, handlers, { owner: 'a', now })).toBe(1)
  expect(await runTasks(db, handlers, { owner: 'a', now: later(1000) })).toBe(0)
  expect(done).toEqual(['ord_1'])
})

test('two processes never do the same task at the same time', async () => {
  const db = await withTask()
  let running = 0
  const handlers = { mail: async () => running++ }
  await Promise.all(['a', 'b', 'c'].map((owner) => runTasks(db, handlers, { owner, now })))
  expect(running).toBe(1)
})

test('what a dead process left is taken up when its lease ends', async () => {
  const db = await withTask()
  const dying = runTasks(db, { mail: () => new Promise(() => {}) }, { owner: 'dead', now })
  await new Promise((resolve) => setTimeout(resolve, 50))
  void dying
  let done = 0
  const handlers = { mail: async () => done++ }
  expect(await runTasks(db, handlers, { owner: 'b', now: later(30_000) })).toBe(0)
  expect(await runTasks(db, handlers, { owner: 'b', now: later(61_000) })).toBe(1)
  expect(done).toBe(1)
})

test('a task that fails is tried again later, with growing waits, and at last given up for the office to see', async () => {
  const db = await withTask()
  const handlers = { mail: () => Promise.reject(new Error('mail server down')) }
  await runTasks(db, handlers, { owner: 'a', now })
  expect(await taskOf(db)).toMatchObject({ attempts: 1, dueAt: later(5000), failedAt: null, lastError: 'mail server down' })
  expect(await runTasks(db, handlers, { owner: 'a', now: later(4000) })).toBe(0)
  for (let attempt = 2; attempt <= 8; attempt++) await runTasks(db, handlers, { owner: 'a', now: (await taskOf(db)).dueAt })
  expect((await taskOf(db)).failedAt).not.toBeNull()
  expect(waitBefore(1)).toBeLessThan(waitBefore(2))
  expect(waitBefore(40)).toBe(3_600_000)
})

test('a topic nobody handles is given up at once', async () => {
  const db = await withTask()
  await runTasks(db, {}, { owner: 'a', now })
  expect(await taskOf(db)).toMatchObject({ failedAt: now, lastError: 'nobody handles mail' })
})
