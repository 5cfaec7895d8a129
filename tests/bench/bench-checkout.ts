import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { fen } from '#app/domain/money/fen.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import { receivePayment } from '#app/services/ordering/receive-payment.server.ts'
import type { Database } from '#db/client.server.ts'
import { dialect } from '#db/dialect/index.ts'
import { insertBaskets } from '#db/seed/insert-baskets.server.ts'
import { findFirstWave, findSizesByFarm } from '#db/seed/prepare-workload.server.ts'
import { openAlliance } from './bench-alliance.ts'
import { ownCpuSeconds, round, say, underLoad } from './measure.ts'
import { replayRaw } from './replay-raw.ts'

const concurrent = 32
const orders = 3000
const warmUp = 300

/**
 * Place and pay orders of four lines from four farms through the real services, 32 at a time, `synchronous=FULL`; beside
 * it raw better-sqlite3 writing the very rows those orders wrote, one transaction a step, at NORMAL.
 */
export async function benchCheckout(products: number) {
  const alliance = await openAlliance(products)
  try {
    const { db } = alliance
    const baskets = await fillBaskets(db, orders + warmUp)
    const waveId = await findFirstWave(db, zoneOfBench, new Date())
    const buy = (index: number) => placeAndPay(db, baskets[index]!, waveId)
    await underLoad({ clients: concurrent, total: warmUp, work: buy })
    await db.transact(async () => {}) // nothing of the warm-up is still on its way
    const before = path.join(alliance.folder, 'before.db')
    if (dialect === 'sqlite') copyWhole(alliance.url.slice('file:'.length), before)
    say(`placing and paying ${orders} orders, ${concurrent} at a time`)
    const cpu = ownCpuSeconds()
    const ours = await underLoad({ clients: concurrent, total: orders, work: (index) => buy(index + warmUp) })
    const cpuSeconds = ownCpuSeconds() - cpu
    const figures = { ours: { ...ours, perCpuSecond: round(orders / cpuSeconds) } }
    if (dialect !== 'sqlite') return { products, ratio: null, ...figures }
    await db.close()
    say('writing the same rows raw')
    const raw = replayRaw({ before, after: alliance.url.slice('file:'.length) })
    return { products, ratio: round(ours.perSecond / raw.perSecond), ...figures, raw }
  } finally {
    await alliance.close().catch(() => {})
  }
}

const zoneOfBench = 'zone_east'

export async function placeAndPay(db: Database, basketId: string, waveId: string) {
  const now = new Date()
  const placed = await placeOrder(db, {
    placementKey: `key_${basketId}`,
    basketId,
    customer: { customerId: null, userId: null, name: '白术', phone: '13800009999', email: null },
    delivery: { kind: 'door', districtId: districtOfBench, street: `桐梓林路 ${basketId}`, note: '' },
    waveId,
    substitution: 'refund',
    payment: 'online',
    leaderId: null,
    locale: 'zh-CN',
    now,
  })
  if (!placed.ok) throw new Error(`refused: ${JSON.stringify(placed.refusal)}`)
  const paymentId = placed.value.paymentId!
  const paid = await receivePayment(db, {
    event: { id: `evt_${paymentId}`, type: 'checkout.session.completed' },
    paymentId,
    paymentIntentId: `pi_${paymentId}`,
    amountFen: fen(placed.value.totalFen),
    now,
  })
  if (!paid.ok) throw new Error(`refused: ${JSON.stringify(paid.refusal)}`)
}

const districtOfBench = 'district_jinjiang'

/** Baskets of one size each of four farms, spread over the whole catalog. */
export async function fillBaskets(db: Database, count: number): Promise<string[]> {
  const sizes = (await findSizesByFarm(db)).slice(0, 4)
  const wanted = Array.from({ length: count }, (_, index) => ({
    id: `bench_${index}`,
    variantIds: sizes.map(({ variantIds }) => variantIds[(index * 7919) % variantIds.length]!),
  }))
  await insertBaskets(db, wanted)
  return wanted.map(({ id }) => id)
}

function copyWhole(from: string, to: string) {
  for (const suffix of ['', '-wal']) copyFileSync(from + suffix, to + suffix)
}
