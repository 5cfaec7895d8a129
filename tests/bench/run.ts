import { benchCheckout } from './bench-checkout.ts'
import { benchFlow } from './bench-flow.ts'
import { benchLedger } from './bench-ledger.ts'
import { benchLighthouse } from './bench-lighthouse.ts'
import { benchList } from './bench-list.ts'
import { benchLive } from './bench-live.ts'
import { benchPlan } from './bench-plan.ts'
import { benchSearch } from './bench-search.ts'
import { machine, say } from './measure.ts'

/** `npm run -s bench -- NAME [--products 300,3000,30000]`: progress to stderr, one JSON line to stdout. */
const benches: Record<string, (products: number) => Promise<{ products: number; ratio: number | null }>> = {
  checkout: benchCheckout,
  flow: benchFlow,
  ledger: benchLedger,
  lighthouse: benchLighthouse,
  list: benchList,
  live: benchLive,
  plan: benchPlan,
  search: benchSearch,
}

/** The books and the roads know no products; a phone is shown one shelf. */
const alone: Record<string, number[]> = { ledger: [0], plan: [0], lighthouse: [300], live: [0] }
const shelves = [300, 3_000, 30_000]

const [name, ...flags] = process.argv.slice(2)
const bench = name ? benches[name] : undefined
if (!name || !bench) {
  say(`usage: npm run -s bench -- ${Object.keys(benches).join(' | ')} [--products ${shelves}]`)
  process.exit(2)
}
const sizes =
  flags[flags.indexOf('--products') + 1] && flags.includes('--products')
    ? flags[flags.indexOf('--products') + 1]!.split(',').map(Number)
    : (alone[name] ?? shelves)

const figures = []
for (const products of sizes) figures.push(await bench(products))
const ratio = Math.min(...figures.flatMap((figure) => figure.ratio ?? []))
process.stdout.write(`${JSON.stringify({ bench: name, ratio: Number.isFinite(ratio) ? ratio : null, figures, machine: machine() })}\n`)
