import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { requireBrowser } from '../../scripts/setup/find-browser.mjs'
import { openAlliance } from './bench-alliance.ts'
import { round, say } from './measure.ts'
import { startServer } from './start-server.ts'

const runs = 3
const kinds = ['performance', 'accessibility', 'best-practices', 'seo'] as const
type Kind = (typeof kinds)[number]
type Weighed = { scriptKb: number; styleKb: number; fontKb: number; totalKb: number }
type Figures = Record<Kind, number> & { lcpMs: number; cls: number; tbtMs: number } & Weighed
type Request = { resourceType?: string; transferSize?: number }

/**
 * Lighthouse on a phone (its own slow network and processor), the median of three runs each, of the pages a first purchase
 * goes through; a basket is filled before. `ratio` is the least score of all over the bar: performance 95, the rest 100.
 */
export async function benchLighthouse(products: number) {
  const alliance = await openAlliance(products)
  const server = await startServer('build/server/index.js', { DATABASE_URL: alliance.url, DATA_DIR: alliance.folder, JOBS: 'off' })
  const chrome = await launch({
    chromePath: await requireBrowser(),
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
  try {
    const { product, cookie } = await fillBasket(server.origin)
    const paths = { home: '/', list: '/products', product, cart: '/basket', checkout: '/checkout' }
    const pages: Record<string, Figures> = {}
    for (const [name, path] of Object.entries(paths)) {
      await warm(server.origin + path, cookie)
      const measured: Figures[] = []
      for (let run = 0; run < runs; run++) measured.push(await measure(server.origin + path, chrome.port, cookie))
      pages[name] = middleOf(measured)
      say(`${name}: ${JSON.stringify(pages[name])}`)
    }
    const bars = Object.values(pages).flatMap((page) => kinds.map((kind) => page[kind] / (kind === 'performance' ? 95 : 100)))
    return { products, ratio: round(Math.min(...bars)), pages }
  } finally {
    chrome.kill()
    await server.stop()
    await alliance.close().catch(() => {})
  }
}

/** A shop that is open has shown each page before. */
async function warm(url: string, cookie: string) {
  for (let time = 0; time < 20; time++) await (await fetch(url, { headers: { cookie } })).text()
}

/** Puts the first product of the shelf into a basket, as its form would without a script. */
async function fillBasket(origin: string) {
  const shelf = await (await fetch(`${origin}/products`)).text()
  const product = shelf.match(/href="(\/products\/[^"?]+)"/)?.[1]
  const variantId = shelf.match(/name="variantId" value="([^"]+)"/)?.[1]
  if (!product || !variantId) throw new Error('the shelf is empty')
  const put = await fetch(`${origin}/basket`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ variantId, quantity: '1' }),
    redirect: 'manual',
  })
  const cookie = put.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  if (!cookie) throw new Error(`nothing went into the basket: ${put.status}`)
  return { product, cookie }
}

async function measure(url: string, port: number, cookie: string): Promise<Figures> {
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: [...kinds],
    extraHeaders: { Cookie: cookie },
  })
  if (!result || result.lhr.runtimeError) throw new Error(`${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`)
  const { categories, audits } = result.lhr
  const score = (kind: Kind) => Math.round((categories[kind]?.score ?? 0) * 100)
  for (const kind of kinds) if (score(kind) < 100) say(`  ${kind} ${score(kind)}: ${failing(result.lhr, kind).join(', ')}`)
  const requests = (audits['network-requests']?.details as { items?: Request[] } | undefined)?.items ?? []
  const kb = (type?: string) =>
    round(requests.filter((one) => !type || one.resourceType === type).reduce((sum, one) => sum + (one.transferSize ?? 0), 0) / 1024)
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
    lcpMs: Math.round(audits['largest-contentful-paint']?.numericValue ?? 0),
    cls: round(audits['cumulative-layout-shift']?.numericValue ?? 0),
    tbtMs: Math.round(audits['total-blocking-time']?.numericValue ?? 0),
    scriptKb: kb('Script'),
    styleKb: kb('Stylesheet'),
    fontKb: kb('Font'),
    totalKb: kb(),
  }
}

type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr']
const failing = ({ categories, audits }: Report, kind: Kind) =>
  (categories[kind]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`.trim())

/** Each figure's own median. */
function middleOf(measured: readonly Figures[]): Figures {
  const median = (of: (figures: Figures) => number) => measured.map(of).sort((a, b) => a - b)[Math.floor(measured.length / 2)]!
  const names = Object.keys(measured[0]!) as (keyof Figures)[]
  return Object.fromEntries(names.map((name) => [name, median((figures) => figures[name])])) as Figures
}
