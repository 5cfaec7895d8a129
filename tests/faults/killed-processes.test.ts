import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { eq, inArray, notInArray } from 'drizzle-orm'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { createSandbox } from '#app/integrations/stripe/sandbox/create-sandbox.server.ts'
import { stripeProcessor } from '#app/integrations/stripe/stripe-processor.server.ts'
import { sendDueRefunds } from '#app/services/after-sales/send-refunds.server.ts'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import { repairPayments } from '#app/services/payments/repair-payments.server.ts'
import type { Database } from '#db/client.server.ts'
import { settlementId } from '#db/queries/settlement/settlements.server.ts'
import { orders, payments, payouts, postings, refunds } from '#db/schema/index.ts'
import { marketDay, openMarket } from '#tests/support/open-market.ts'
import { monday, openSettlement, week } from '#tests/support/open-settlement.ts'
import { drill, randomFrom, say, seed } from './drill-sizes.ts'
import { startWorker } from './run-workers.ts'

const longestLifeMs = 2_000
/** On a slow machine a process may be killed before it did anything: so many more are tried. */
const mostIdleLives = 30
const longestSettlementMs = 300

/** The processor lives on while the shop's process is killed; its clock is the shop's. */
async function openSandbox(now: () => number) {
  const app = express()
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const sandbox = createSandbox({ file: ':memory:', publicUrl: `http://127.0.0.1:${port}`, now, refundSettlesAfterMs: 50 })
  app.use(sandbox.router)
  onTestFinished(async () => {
    await sandbox.close()
    server.closeAllConnections()
    server.close()
  })
  return { port, processor: stripeProcessor({ secretKey: 'sk_test_drill', webhookSecret: 'unused', sandbox: { host: '127.0.0.1', port } }) }
}

test(`killed ${drill.kills} times while it trades (seed ${seed}), the shop loses nothing it has answered`, {
  timeout: drill.limitMs,
}, async () => {
  const random = randomFrom(seed)
  const openedAt = Date.now()
  const nowMs = () => marketDay.getTime() + Date.now() - openedAt
  const { port, processor } = await openSandbox(nowMs)
  const db = await openMarket({ quantity: 1_000_000, capacityDrops: 1_000_000 })
  const told = { placed: [] as string[], expired: [] as string[], paid: [] as string[], 'called-off': [] as string[] }
  const idle = () => told.paid.length === 0 || told['called-off'].length === 0
  for (let kill = 0; kill < drill.kills || (idle() && kill < drill.kills + mostIdleLives); kill++) {
    const worker = await startWorker(db.url, { kind: 'trade', atMs: nowMs(), run: `${kill}`, sandboxPort: port })
    await worker.ready
    await new Promise((resolve) => setTimeout(resolve, 50 + random() * longestLifeMs))
    await worker.kill()
    for (const line of worker.told) {
      const [what, id] = line.split(' ')
      if (id !== undefined && what !== undefined && what in told) told[what as keyof typeof told].push(id)
    }
    expect((await verifyLedger(db.reader)).differences, `after kill ${kill + 1} of seed ${seed}`).toEqual([])
    say(`killed ${kill + 1} of ${drill.kills} times: ${told.placed.length} orders, ${told.paid.length} payments (seed ${seed})`)
  }
  for (let sweep = 0; sweep < 3; sweep++) {
    await repairPayments(db, processor, new Date(nowMs()))
    await sendDueRefunds(db, processor, new Date(nowMs()))
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await expectNothingLost(db, told)
})

async function expectNothingLost(db: Database, told: Record<'placed' | 'expired' | 'paid' | 'called-off', string[]>) {
  expect(Math.min(told.paid.length, told['called-off'].length)).toBeGreaterThan(0)
  const statusOf = new Map((await db.reader.select().from(orders)).map(({ id, status }) => [id, status]))
  expect(told.placed.filter((id) => !statusOf.has(id))).toEqual([])
  expect(told.expired.filter((id) => statusOf.get(id) !== 'expired')).toEqual([])
  const paid = new Set(
    (
      await db.reader
        .select()
        .from(payments)
        .where(inArray(payments.status, ['succeeded', 'late', 'returned']))
    ).map(({ id }) => id),
  )
  expect(told.paid.filter((id) => !paid.has(id))).toEqual([])
  expect(told['called-off'].filter((id) => statusOf.get(id) !== 'cancelled')).toEqual([])
  expect(await db.reader.$count(refunds, notInArray(refunds.status, ['succeeded']))).toBe(0)
  expect((await verifyLedger(db.reader)).differences).toEqual([])
}

test(`killed ${drill.settlementKills} times while it settles, a period is settled once and each party paid once`, {
  timeout: drill.limitMs,
}, async () => {
  const random = randomFrom(seed)
  for (let kill = 0; kill < drill.settlementKills; kill++) {
    const db = await openSettlement()
    const work = { kind: 'settle', atMs: monday.getTime(), period: week, settlementId: settlementId(week) } as const
    const first = await startWorker(db.url, work)
    await first.ready
    await new Promise((resolve) => setTimeout(resolve, random() * longestSettlementMs))
    await first.kill()
    const both = await Promise.all([startWorker(db.url, work), startWorker(db.url, work)])
    await Promise.all(both.map(({ ended }) => ended))
    expect(await db.reader.$count(postings, eq(postings.event, 'settlement'))).toBe(1)
    expect((await db.reader.select({ party: payouts.partyId, attempt: payouts.attempt }).from(payouts)).sort(byParty)).toEqual(
      ['A', 'B', 'C', 'L1'].map((party) => ({ party, attempt: 1 })),
    )
    say(`settlement killed ${kill + 1} of ${drill.settlementKills} times: ${first.told.slice(1).join(', ') || 'nothing answered'}`)
  }
})

const byParty = (a: { party: string }, b: { party: string }) => (a.party < b.party ? -1 : 1)
