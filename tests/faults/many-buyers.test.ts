import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import { lots, orders } from '#db/schema/index.ts'
import { insertBaskets } from '#db/seed/insert-baskets.server.ts'
import { marketDay, openMarket } from '#tests/support/open-market.ts'
import { drill, say } from './drill-sizes.ts'
import { startWorker } from './run-workers.ts'

const { buyers, boxes, processes } = drill

test(`${buyers} buyers want ${boxes} boxes through ${processes} processes: ${boxes} are sold`, { timeout: drill.limitMs }, async () => {
  const db = await openMarket({ quantity: boxes, capacityDrops: buyers })
  const wanted = Array.from({ length: buyers }, (_, index) => ({ id: `buyer_${index}`, variantIds: ['var_hill'] }))
  await insertBaskets(db, wanted)
  const startedAt = performance.now()
  const share = Math.ceil(buyers / processes)
  const workers = await Promise.all(
    Array.from({ length: processes }, (_, index) => {
      const from = index * share
      const until = Math.min(buyers, from + share)
      return startWorker(db.url, { kind: 'buy', atMs: marketDay.getTime(), from, until, atOnce: 16 })
    }),
  )
  await Promise.all(workers.map(({ ended }) => ended))
  const counts = workers.map(
    ({ told }) =>
      /sold (\d+) refused (\d+)/
        .exec(told.at(-1) ?? '')
        ?.slice(1)
        .map(Number) ?? [],
  )
  const [sold, refused] = [0, 1].map((at) => counts.reduce((sum, count) => sum + (count[at] ?? Number.NaN), 0))
  say(`${buyers} buyers: ${sold} sold, ${refused} refused, in ${Math.round(performance.now() - startedAt)} ms`)
  expect([sold, refused]).toEqual([boxes, buyers - boxes])
  const [lot] = await db.reader.select().from(lots).where(eq(lots.id, 'lot_hill_hill'))
  expect(lot).toMatchObject({ available: 0, held: 0, sold: boxes })
  expect(await db.reader.$count(orders, eq(orders.status, 'confirmed'))).toBe(boxes)
  expect((await verifyLedger(db.reader)).differences).toEqual([])
})
