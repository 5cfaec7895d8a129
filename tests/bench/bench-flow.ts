import { randomUUID } from 'node:crypto'
import type { Database } from '#db/client.server.ts'
import { dialect } from '#db/dialect/index.ts'
import { findSizesByFarm } from '#db/seed/prepare-workload.server.ts'
import { openAlliance } from './bench-alliance.ts'
import { exchange, Jar } from './http-client.ts'
import { cpuSecondsOf, round, say, underLoad } from './measure.ts'
import { startServer } from './start-server.ts'

const orders = 600
const warmUp = 60
const barPerSecond = 80

/**
 * The whole purchase over HTTP as a guest's browser does it without JavaScript, with the built server, the payment sandbox
 * in it and signed webhooks: four farms into the basket, checkout page, place, hosted payment page, pay, order page until it
 * says paid. `ratio` is orders a second at 8 clients to the bar of 80.
 */
export async function benchFlow(products: number) {
  const alliance = await openAlliance(products)
  const carts = await cartsOf(alliance.db)
  if (dialect === 'sqlite') await alliance.db.close()
  const server = await startServer('build/server/index.js', { DATABASE_URL: alliance.url, DATA_DIR: alliance.folder })
  try {
    const buy = (index: number) => buyOnce(server.origin, carts[index % carts.length]!)
    await underLoad({ clients: 8, total: warmUp, work: buy })
    const at: Record<string, unknown> = {}
    let perSecond = 0
    for (const clients of [8, 32]) {
      say(`${orders} purchases, ${clients} clients`)
      const cpu = cpuSecondsOf(server.pid)
      const load = await underLoad({ clients, total: orders, work: buy })
      at[`clients${clients}`] = { ...load, perCpuSecond: round(orders / (cpuSecondsOf(server.pid) - cpu)) }
      if (clients === 8) perSecond = load.perSecond
    }
    return { products, ratio: round(perSecond / barPerSecond), ...at }
  } finally {
    await server.stop()
    await alliance.close().catch(() => {})
  }
}

/** Four sizes from four farms, different for each. */
async function cartsOf(db: Database): Promise<string[][]> {
  const sizes = (await findSizesByFarm(db)).slice(0, 4)
  return Array.from({ length: 200 }, (_, index) => sizes.map(({ variantIds }) => variantIds[(index * 7919) % variantIds.length]!))
}

async function buyOnce(origin: string, variantIds: readonly string[]): Promise<void> {
  const jar = new Jar()
  const visit = async (path: string, form?: Record<string, string>) => {
    const url = path.startsWith('http') ? path : origin + path
    const answer = await exchange(url, { ...(form ? { form } : {}), cookie: jar.header() })
    jar.keep(answer)
    if (answer.status >= 400) throw new Error(`${form ? 'POST' : 'GET'} ${path}: ${answer.status}`)
    return answer
  }
  for (const variantId of variantIds) await visit('/basket', { variantId, quantity: '1', returnTo: '/products' })
  const place = {
    delivery: 'door',
    districtId: 'district_jinjiang',
    street: `桐梓林路 ${randomUUID()}`,
    recipient: '白术',
    phone: '13800009999',
    note: '',
  }
  const offered = (await visit('/checkout', { ...place, intent: 'quote', placementKey: randomUUID() })).body
  const waveId = /name="waveId"[^>]*value="([^"]+)"/.exec(offered)?.[1]
  const shownTotalFen = /name="shownTotalFen"[^>]*value="(\d+)"/.exec(offered)?.[1]
  if (!waveId || !shownTotalFen) throw new Error('the checkout page offers no delivery')
  const sent = { ...place, intent: 'place', placementKey: randomUUID(), waveId, shownTotalFen, substitution: 'refund' }
  const toPayment = (await visit('/checkout', sent)).location
  if (!toPayment?.includes('/sandbox/checkout/')) throw new Error(`placing led to ${toPayment}`)
  await visit(toPayment)
  const back = (await visit(toPayment, { method: 'alipay', outcome: 'succeed' })).location
  if (!back) throw new Error('paying led nowhere')
  for (let attempt = 0; attempt < 200; attempt++) {
    const page = await visit(back)
    if (!page.refresh) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('the payment was never confirmed')
}
