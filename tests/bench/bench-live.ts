import { execFileSync } from 'node:child_process'
import { Agent, get, request } from 'node:http'
import { insertWatchedOrders, tellWatchedOrders } from '#db/seed/insert-watched-orders.server.ts'
import { openAlliance } from './bench-alliance.ts'
import { round, say } from './measure.ts'
import { type Running, startServer } from './start-server.ts'

const counts = [1_000, 5_000]
const longestMs = 60_000

/** `tell` makes something happen to every subject; each listener asks for `path` of its own. */
type Side = { server: Running; paths: readonly { path: string; cookie: string }[]; tell: () => Promise<unknown> }

/**
 * Open order pages: so many server-sent event streams, each of a guest and an order of its own, and one event for every order at
 * once. Measured is how long until the last one has been told (with us from the commit on: the look at the database, at most every
 * two seconds, is in it), and what an open stream costs in memory. Beside it the same with bare Node, which looks at nothing.
 * `ratio` is bare Node's memory for a stream to ours, at the smaller count.
 */
export async function benchLive(products: number) {
  const alliance = await openAlliance(products)
  try {
    const at: Record<string, { ours: Measured; bare: Measured }> = {}
    for (const count of counts) {
      const watched = await insertWatchedOrders(alliance.db, count)
      const ours = await measured('build/server/index.js', { DATABASE_URL: alliance.url, DATA_DIR: alliance.folder }, (server) => ({
        server,
        paths: watched.map(({ orderId, placementKey }) => ({
          path: `/orders/${orderId}/live`,
          cookie: `guest_orders=${orderId}.${placementKey}`,
        })),
        tell: () => tellWatchedOrders(alliance.db, watched),
      }))
      const bare = await measured('tests/bench/bare/serve-events.mjs', {}, (server) => ({
        server,
        paths: watched.map(() => ({ path: '/', cookie: '' })),
        tell: () => post(`${server.origin}/tell`),
      }))
      at[`open${count}`] = { ours, bare }
    }
    const least = at[`open${counts[0]}`]!
    return { products, ratio: round(least.bare.kbEach / least.ours.kbEach), ...at }
  } finally {
    await alliance.close()
  }
}

type Measured = { open: number; openedMs: number; toldMs: number; told: number; kbEach: number }

async function measured(entry: string, settings: Record<string, string>, side: (server: Running) => Side): Promise<Measured> {
  const server = await startServer(entry, { ...settings, LIVE_CONNECTIONS: '20000' })
  try {
    const { paths, tell } = side(server)
    await listen(server, [paths[0]!]).then(({ close }) => close()) // what is loaded once is no stream's
    const before = residentKb(server.pid)
    const begunAt = performance.now()
    const listeners = await listen(server, paths)
    const openedMs = round(performance.now() - begunAt)
    await new Promise((resolve) => setTimeout(resolve, 5_000)) // each has learned how its order stands now
    const kbEach = round((residentKb(server.pid) - before) / listeners.open)
    const sentAt = performance.now()
    await tell()
    const lastAt = await Promise.race([
      listeners.told,
      new Promise<number>((resolve) => setTimeout(() => resolve(performance.now()), longestMs).unref()),
    ])
    listeners.close()
    const figures = { open: listeners.open, openedMs, toldMs: round(lastAt - sentAt), told: listeners.heard(), kbEach }
    say(`${entry}: ${JSON.stringify(figures)}`)
    return figures
  } finally {
    await server.stop()
  }
}

/** Opens all streams, fifty at a time; `told` is when the last of them heard its event. */
async function listen({ port }: Running, paths: Side['paths']) {
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })
  let [heard, next] = [0, 0]
  let allHeard = (_at: number) => {}
  const told = new Promise<number>((resolve) => {
    allHeard = resolve
  })
  const closers: (() => void)[] = []
  const openOne = ({ path, cookie }: Side['paths'][number]) =>
    new Promise<void>((resolve, reject) => {
      const asked = get(
        { port, path, agent, headers: { Accept: 'text/event-stream', ...(cookie ? { Cookie: cookie } : {}) } },
        (answer) => {
          if (answer.statusCode !== 200) return reject(new Error(`${path}: ${answer.statusCode}`))
          answer.on('error', () => {})
          answer.on('data', (chunk: Buffer) => {
            if (!chunk.includes('event: change')) return
            heard++
            if (heard === paths.length) allHeard(performance.now())
          })
          resolve()
        },
      )
      asked.on('error', reject)
      closers.push(() => asked.destroy())
    })
  await Promise.all(
    Array.from({ length: 50 }, async () => {
      for (let index = next++; index < paths.length; index = next++) await openOne(paths[index]!)
    }),
  )
  const close = () => {
    for (const end of closers) end()
  }
  return { open: paths.length, told, heard: () => heard, close }
}

const residentKb = (pid: number) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).trim())

const post = (url: string) =>
  new Promise<void>((resolve, reject) => {
    request(url, { method: 'POST' }, (answer) => answer.resume().on('end', resolve))
      .on('error', reject)
      .end()
  })
