import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { LineTerms } from '#app/domain/commission/line-terms.ts'
import { acceptancePostings } from '#app/domain/ledger/accept-order.ts'
import { paymentSucceeded } from '#app/domain/ledger/post-order-events.ts'
import type { Posting } from '#app/domain/ledger/posting.ts'
import { fen } from '#app/domain/money/fen.ts'
import { post } from '#app/services/ledger/post.server.ts'
import { type Database, openDatabase } from '#db/client.server.ts'
import { dialect } from '#db/dialect/index.ts'
import { migrate } from '#db/migrate.server.ts'
import { ownCpuSeconds, round, say, underLoad } from './measure.ts'
import { replayPostings } from './replay-postings.ts'

const concurrent = 32
const orders = 3000
const warmUp = 300
const postingsAnOrder = 6

/**
 * Postings through the service everyone posts with, 32 orders at a time, `synchronous=FULL`: the payment in one transaction,
 * then in another the acceptance of four lines of four farms and the delivery. Beside it raw better-sqlite3 inserting the very
 * rows those postings wrote, as many transactions, at NORMAL. Counts and rates are of postings.
 */
export async function benchLedger(products: number) {
  mkdirSync('.cache', { recursive: true })
  const folder = mkdtempSync(path.join(process.cwd(), '.cache', 'bench-'))
  const url = dialect === 'postgres' ? process.env.DATABASE_URL! : `file:${path.join(folder, 'bench.db')}`
  await migrate(url)
  const db = openDatabase(url)
  try {
    const run = `${Date.now()}`
    const work = (index: number) => payAndAccept(db, `${run}_${index}`, index)
    await underLoad({ clients: concurrent, total: warmUp, work })
    await db.transact(async () => {}) // nothing of the warm-up is still on its way
    const before = path.join(folder, 'before.db')
    if (dialect === 'sqlite') for (const suffix of ['', '-wal']) copyFileSync(`${folder}/bench.db${suffix}`, before + suffix)
    say(`posting ${orders} orders, ${concurrent} at a time (${dialect})`)
    const cpu = ownCpuSeconds()
    const load = await underLoad({ clients: concurrent, total: orders, work: (index) => work(index + warmUp) })
    const cpuSeconds = ownCpuSeconds() - cpu
    const count = orders * postingsAnOrder
    const ours = { ...load, count, perSecond: round(count / load.seconds), perCpuSecond: round(count / cpuSeconds) }
    if (dialect !== 'sqlite') return { products, ratio: null, ours }
    await db.close()
    say('writing the same rows raw')
    const raw = replayPostings({ before, after: `${folder}/bench.db` })
    return { products, ratio: round(ours.perSecond / raw.perSecond), ours, raw }
  } finally {
    await db.close().catch(() => {})
    rmSync(folder, { recursive: true, force: true })
  }
}

async function payAndAccept(db: Database, id: string, index: number) {
  const at = new Date()
  const { paid, accepted } = postingsOf(`ord_${id}`, index, at)
  await db.transact((tx) => post(tx, paid, at))
  await db.transact(async (tx) => {
    for (const posting of accepted) await post(tx, posting, at)
  })
}

const farms = ['wj', 'lx', 'hd', 'hl', 'xc', 'fq', 'hc', 'sz'].map((code) => `farm_${code}`)

/** A farm's customer takes a line of each of four farms through a leader. */
function postingsOf(orderId: string, index: number, at: Date): { paid: Posting; accepted: Posting[] } {
  const home = farms[index % farms.length]!
  const leaderId = `leader_${index % 20}`
  const terms: LineTerms = {
    termsId: 'terms',
    home: { type: 'farm', id: home },
    leaderId,
    distributionBp: 500,
    leaderBp: 300,
    serviceBp: 400,
    vatInServiceBp: 600,
    brandBp: 100,
    reserveFenPerKg: fen(20),
    floor: null,
  }
  const lines = [1, 2, 3, 4].map((position) => {
    const farmId = farms[(index + position) % farms.length]!
    return {
      id: `${orderId}_${position}`,
      farmId,
      amountFen: fen(1900 + 37 * position + (index % 400)),
      discountFen: fen(0),
      netWeightG: 1000 * position,
      terms,
    }
  })
  const goodsFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const deliveryFen = fen(650)
  const carriers = [{ carrierId: `carrier_${index % 3}`, costFen: fen(480) }]
  const order = { id: orderId, leaderId, deliveryFen, carriers, leaderFen: fen(624) }
  return {
    paid: paymentSucceeded({ paymentId: `pay_${orderId}`, orderId, amountFen: fen(goodsFen + deliveryFen), at }),
    accepted: acceptancePostings(order, lines, [], at),
  }
}
