import { statSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { closeDb, db as requestsDb } from '#app/http/runtime.server.ts'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import { dialect } from '#db/dialect/index.ts'
import { orders, products } from '#db/schema/index.ts'
import { insertBaskets } from '#db/seed/insert-baskets.server.ts'
import { guestOrder, openMarket } from '#tests/support/open-market.ts'
import { say } from './drill-sizes.ts'

const megabyte = 1024 * 1024

/** PostgreSQL keeps its own disk, which no test fills: there only the code is checked (db/storage-full.test.ts). */
test.skipIf(dialect === 'postgres')(
  'with no space left an order is answered 503 and writes nothing; reading goes on, and orders when there is space',
  async () => {
    const market = await openMarket({ quantity: 10_000, capacityDrops: 10_000 })
    const wanted = Array.from({ length: 4_000 }, (_, index) => ({ id: `bas_${index}`, variantIds: ['var_hill', 'var_brook'] }))
    await insertBaskets(market, wanted)
    const openWith = (megabytes: number) => {
      process.env.DATABASE_URL = market.url
      process.env.DATABASE_MAX_MB = String(megabytes)
    }
    onTestFinished(async () => {
      await closeDb()
      delete process.env.DATABASE_URL
      delete process.env.DATABASE_MAX_MB
    })
    const sizeMb = statSync(market.url.slice('file:'.length)).size / megabyte
    openWith(sizeMb + 1)
    const db = requestsDb()
    let placed = 0
    let answer: unknown
    while (answer === undefined && placed < wanted.length) {
      await placeOrder(db, guestOrder(`bas_${placed}`)).then(
        (result) => {
          expect(result.ok).toBe(true)
          placed++
        },
        (thrown: unknown) => {
          answer = thrown
        },
      )
    }
    say(`full after ${placed} orders`)
    expect(placed).toBeGreaterThan(0)
    expect(answer).toBeInstanceOf(Response)
    expect([(answer as Response).status, (answer as Response).headers.get('retry-after')]).toEqual([503, '60'])
    expect(await (answer as Response).json()).toEqual({ code: 'storage_full' })
    const lost = `key_bas_${placed}`
    expect(await db.reader.$count(orders, eq(orders.placementKey, lost))).toBe(0)
    expect(await db.reader.$count(orders)).toBe(placed)
    expect(await db.reader.$count(products)).toBeGreaterThan(0)
    expect((await verifyLedger(db.reader)).differences).toEqual([])

    await closeDb()
    openWith(sizeMb + 20)
    expect(await placeOrder(requestsDb(), guestOrder(`bas_${placed}`))).toMatchObject({ ok: true })
  },
)
