import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditEntries, variants } from '#db/schema/index.ts'
import { marketDay, openMarket } from '#tests/support/open-market.ts'
import { setPricedByWeight } from './set-priced-by-weight.server.ts'

const turn = { farmId: 'hill', userId: 'user_hill', variantId: 'var_hill', byWeight: true, now: marketDay }

test('a farm sells a size of its own by weight, once on record', async () => {
  const db = await openMarket()
  expect(await setPricedByWeight(db, turn)).toMatchObject({ value: { changed: true } })
  expect(await setPricedByWeight(db, turn)).toMatchObject({ value: { changed: false } })
  expect((await db.reader.select().from(variants).where(eq(variants.id, 'var_hill')))[0]?.pricedByWeight).toBe(true)
  expect((await db.reader.select().from(auditEntries)).map(({ action }) => action)).toEqual(['size_by_weight'])
})

test('another farm’s size is not found', async () => {
  const db = await openMarket()
  expect(await setPricedByWeight(db, { ...turn, farmId: 'brook' })).toMatchObject({ refusal: { code: 'not_found' } })
})
