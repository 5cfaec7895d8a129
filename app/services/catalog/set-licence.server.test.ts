import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditEntries, farms, products } from '#db/schema/index.ts'
import { marketDay, openMarket } from '#tests/support/open-market.ts'
import { setLicence } from './set-licence.server.ts'

const decision = { farmId: 'hill', reason: '农残超标', userId: 'user_office', now: marketDay }

test('a farm below the standard loses all its products from the shelf at once, and no other farm does', async () => {
  const db = await openMarket()
  expect(await setLicence(db, { ...decision, licensed: false })).toEqual({ changed: true, takenOff: 1 })
  expect(await setLicence(db, { ...decision, licensed: false })).toEqual({ changed: false, takenOff: 0 })
  expect((await db.reader.select().from(products).where(eq(products.status, 'off'))).map(({ farmId }) => farmId)).toEqual(['hill'])
  expect((await db.reader.select().from(farms).where(eq(farms.id, 'hill')))[0]?.licensed).toBe(false)
  expect((await db.reader.select().from(auditEntries)).map(({ action }) => action)).toEqual(['farm_suspended'])
})

test('given the mark back, the farm decides itself what returns to the shelf', async () => {
  const db = await openMarket()
  await setLicence(db, { ...decision, licensed: false })
  expect(await setLicence(db, { ...decision, licensed: true })).toEqual({ changed: true, takenOff: 0 })
  expect((await db.reader.select().from(products).where(eq(products.farmId, 'hill')))[0]?.status).toBe('off')
})
