import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/business-day.ts'
import type { Database } from '#db/client.server.ts'
import * as schema from '#db/schema/index.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { seedDemo } from './seed-demo.server.ts'

const today = '2026-11-22'
const now = new Date('2026-11-22T02:00:00Z')

async function snapshot({ reader }: Database) {
  const { accounts, customers, farms, lots, products, transfers, users, waves } = schema
  const contents: Record<string, unknown[]> = {}
  for (const [name, table] of Object.entries({ accounts, customers, farms, lots, products, transfers, users, waves })) {
    contents[name] = await reader.select().from(table).orderBy(sql`1`)
  }
  return contents
}

test('seeding twice is seeding once, and the next day opens one more day of waves', async () => {
  const db = await openFresh()
  expect(await seedDemo(db, { today, now })).toBe(true)
  const first = await snapshot(db)
  expect(first.farms).toHaveLength(8)
  expect(first.products?.length).toBeGreaterThanOrEqual(120)
  expect(first.users).toHaveLength(19)

  expect(await seedDemo(db, { today, now })).toBe(false)
  expect(await snapshot(db)).toEqual(first)

  const tomorrow = addDays(today, 1)
  await seedDemo(db, { today: tomorrow, now: new Date('2026-11-23T02:00:00Z') })
  const { waves: wavesBefore, ...before } = first
  const { waves, ...rest } = await snapshot(db)
  expect(rest).toEqual(before)
  expect(waves!.length - wavesBefore!.length).toBe(1) // the 14th day from then is a Sunday: the north alone
})
