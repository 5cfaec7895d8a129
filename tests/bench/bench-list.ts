import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { dialect } from '#db/dialect/index.ts'
import { openAlliance } from './bench-alliance.ts'
import { exchange } from './http-client.ts'
import { cpuSecondsOf, round, say, underLoad } from './measure.ts'
import { type Running, startServer } from './start-server.ts'

const pages = 1500
const warmUp = 200
const clients = 8
const rounds = 3
const paths = ['/products', '/products?page=2', '/products?category=vegetables', '/products?q=%E7%B1%B3', '/products?page=3&category=fruit']

/**
 * List pages of 24 cards over HTTP, beside a bare Remix route (tests/bench/bare) that renders the same components from data
 * which is a constant in its module: no database, no headers, no log, no compression. The two take turns, three rounds each.
 * The reference has Remix's own entry, which asks for `isbot` among the project's dependencies.
 */
export async function benchList(products: number) {
  const alliance = await openAlliance(products)
  if (dialect === 'sqlite') await alliance.db.close()
  const ours = await startServer('build/server/index.js', { DATABASE_URL: alliance.url, DATA_DIR: alliance.folder, JOBS: 'off' })
  let bare: Running | undefined
  try {
    await keepConstant(alliance.url)
    execFileSync('npx', ['remix', 'vite:build', '--config', 'tests/bench/bare/vite.config.ts'], { stdio: ['ignore', 'ignore', 'inherit'] })
    bare = await startServer('tests/bench/bare/serve.mjs')
    await get(ours, warmUp)
    await get(bare, warmUp)
    const figures = { ours: [] as number[], bare: [] as number[] }
    const cpu = { ours: cpuSecondsOf(ours.pid), bare: cpuSecondsOf(bare.pid) }
    let worst = 0
    for (let turn = 1; turn <= rounds; turn++) {
      say(`round ${turn}`)
      const load = await get(ours, pages)
      worst = Math.max(worst, load.p99Ms)
      figures.ours.push(load.perSecond)
      figures.bare.push((await get(bare, pages, ['/products'])).perSecond)
    }
    const total = pages * rounds
    return {
      products,
      ratio: round(median(figures.ours) / median(figures.bare)),
      ours: { perSecond: median(figures.ours), p99Ms: worst, perCpuSecond: round(total / (cpuSecondsOf(ours.pid) - cpu.ours)) },
      bare: { perSecond: median(figures.bare), perCpuSecond: round(total / (cpuSecondsOf(bare.pid) - cpu.bare)) },
    }
  } finally {
    await bare?.stop()
    await ours.stop()
    await alliance.close().catch(() => {})
  }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

function get({ origin }: Running, total: number, of: readonly string[] = paths) {
  return underLoad({
    clients,
    total,
    work: async (index) => {
      const { status } = await exchange(origin + of[index % of.length]!)
      if (status !== 200) throw new Error(`${of[index % of.length]} answered ${status}`)
    },
  })
}

/** What the first page's loader answers, for the bare route to import. */
async function keepConstant(url: string) {
  process.env.DATABASE_URL = url
  const { loadShelf } = await import('#app/routes/shop/load-shelf.server.ts')
  const { closeDb } = await import('#app/http/runtime.server.ts')
  const shelf = await loadShelf(new Request('http://localhost/products'), { shopId: null })
  await closeDb()
  say(`a page has ${shelf.cards.length} cards`)
  writeFileSync('tests/bench/bare/app/constant.json', JSON.stringify(shelf))
}
