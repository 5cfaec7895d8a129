import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { type ConfigEnv, defineConfig, type Plugin, type Rollup, type UserConfig } from 'vite'
import { compression } from 'vite-plugin-compression2'
import remixConfig from './remix.config.js'
import { subsetDisplayFont } from './scripts/setup/subset-display-font.mjs'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/**
 * One server bundle: server.ts and the routes share every module, so there is one writer connection (decision 0003). Beside it
 * the thread that plans a wave, which opens no database (decision 0014).
 */
const input = { index: './server.ts', 'plan-worker': './app/services/delivery/plan-worker.ts' }

/** The pages a first purchase goes through, and what every page starts with. */
const looking = ['routes/shop/home', 'routes/shop/products', 'routes/shop/product']
const purchase = ['root', 'entry.client', ...looking, 'routes/shop/basket', 'routes/shop/checkout']

/**
 * Three files instead of forty small ones for whoever buys: the framework, what at least two of the pages share that people look
 * at, and what else at least two pages of a first purchase do. Everything else stays as Rollup sorts it.
 */
function purchaseChunks(): Rollup.GetManualChunk {
  const reachedBy = new Map<string, Set<string>>()
  function follow(page: string, start: string, { getModuleInfo }: Rollup.ManualChunkMeta) {
    const open = [start]
    for (let id = open.pop(); id; id = open.pop()) {
      const pages = reachedBy.get(id) ?? new Set()
      if (pages.has(page)) continue
      reachedBy.set(id, pages.add(page))
      open.push(...(getModuleInfo(id)?.importedIds ?? []))
    }
  }
  return (id, graph) => {
    if (reachedBy.size === 0)
      for (const start of graph.getModuleIds()) {
        const page = purchase.find((one) => start.includes(`/app/${one}.tsx`))
        if (page) follow(page.includes('/') ? page : 'every page', start, graph)
      }
    const pages = reachedBy.get(id)
    if (!pages) return null
    if (id.includes('/node_modules/') || id.startsWith('\0')) return pages.has('every page') ? 'framework' : null
    if (pages.has('every page') || looking.filter((page) => pages.has(page)).length > 1) return 'shop'
    return pages.size > 1 ? 'till' : null
  }
}

const serverEntry: Plugin = {
  name: 'commonfield:server-entry',
  enforce: 'post',
  config: (_config, { isSsrBuild }) =>
    isSsrBuild
      ? { build: { rollupOptions: { input, output: { entryFileNames: '[name].js' } } } }
      : { build: { rollupOptions: { output: { manualChunks: purchaseChunks() } } } },
}

/** Not for the server's own bundle, which is built after it and sent to nobody. */
const forBrowsers = (_config: UserConfig, { isSsrBuild }: ConfigEnv) => !isSsrBuild

/** The style sheet names a file that is cut anew for every build. */
const displayFont: Plugin = { name: 'commonfield:display-font', apply: forBrowsers, buildStart: subsetDisplayFont }

/** What the server sends as it lies: packed once, as tightly as can be. */
const packed: Plugin = {
  ...compression({ algorithms: ['brotliCompress', 'gzip'], include: /\.(js|css|svg|webmanifest)$/, logLevel: 'silent' }),
  apply: (config, env) => env.command === 'build' && forBrowsers(config, env),
}

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), serverEntry, displayFont, packed],
  build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0 },
  ssr: { target: 'node' },
})
